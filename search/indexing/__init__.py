"""How the index follows what happens: rights at once, texts as soon as a worker comes."""

from search.indexing.changes import touch

__all__ = ["touch"]
