"""Directory, profiles and the staff screens."""
