"""Text in and out: folders and archives become trees of pages, spaces become archives."""
