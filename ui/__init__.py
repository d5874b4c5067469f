"""Template tags, icons, form widgets, pagination and the style-guide page. No models."""
