"""Screens of the directory, the staff lists, roles and units."""
