"""The stories of pages: writing, publishing, placing, keeping true, asking."""
