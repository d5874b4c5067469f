"""What people watch, favour, visit and find useful, and how often things are read."""
