"""Measurements anyone can repeat; what they gave stands in docs/performance.md."""
