"""What notices and channels cost (docs/performance.md)."""
