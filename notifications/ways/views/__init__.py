"""The settings, the addresses, leaving by one click, and the log."""
