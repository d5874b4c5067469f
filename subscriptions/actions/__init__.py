"""What operators and readers do with channels."""
