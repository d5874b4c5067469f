"""The search box and its results. For now it answers by title; full text comes behind the same signature.

results = search.query("高钾", user=request.user)          # .hits, .counts, .page
"""

from search.queries import query

__all__ = ["query"]
