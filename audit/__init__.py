"""Append-only rows: who decided what, before and after."""
