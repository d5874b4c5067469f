"""The libraries of cases and regulations."""
