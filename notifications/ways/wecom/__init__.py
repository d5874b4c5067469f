"""A robot in a group of 企业微信."""
