"""Audiences, scopes and rules: the one answer to who may see or do this."""
