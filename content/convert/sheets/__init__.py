"""Workbooks as pages: what is seen on each sheet, as tables."""
