"""A robot in a group of Feishu."""
