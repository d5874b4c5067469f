"""A page as a Word file that Word and WPS go on writing in: runs in the confined process alone."""
