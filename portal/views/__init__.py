"""Thin views: find, do, answer."""
