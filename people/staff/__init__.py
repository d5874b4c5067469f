"""From a staff list in Excel or CSV to people and posts: read, understand, compare, apply."""
