"""The language of the search box: words, “短语”, 《书名》, -不要, 空间:, 时间: and the like."""

from search.language.query import Filter, Query, Term
from search.language.reading import parse
from search.language.writing import canonical

__all__ = ["Filter", "Query", "Term", "canonical", "parse"]
