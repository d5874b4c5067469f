"""Tokens, errors, paging and the router that features join."""
