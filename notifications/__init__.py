"""Notices: the rows, the unread counter, the inbox."""
