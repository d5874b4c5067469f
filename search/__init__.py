"""The search box and its results; full text comes with its own issue."""
