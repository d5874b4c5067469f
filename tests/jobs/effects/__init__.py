"""A tiny app whose work leaves traces to count; only the process tests install it."""
