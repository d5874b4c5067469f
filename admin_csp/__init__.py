"""Wagtail's admin under a strict script policy, with its other doors shut."""
