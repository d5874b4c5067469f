"""How well and how fast the search finds: `python -m benchmarks.search`, answers in docs/search.md."""
