def load(pages, units, *, say=print):
    """Placeholder until the large group is written."""
