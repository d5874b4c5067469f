"""Comments on passages: where they stand, and how they keep their place while the text around them changes."""
