"""Files that came from elsewhere become pages, pages become files for elsewhere."""
