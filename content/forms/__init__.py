"""What people fill in about pages and spaces."""
