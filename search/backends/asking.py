"""What Wagtail asks for, as phrases of our tokens: a query is a tree, its leaves are what somebody typed."""

from dataclasses import dataclass, replace

from modelsearch.query import And, Boost, Fuzzy, MatchAll, Not, Or, Phrase, PlainText

from search import analysis

LONGEST = 255  # characters, as Wagtail cuts what it parses itself


@dataclass(frozen=True)
class Leaf:
    """Phrases of which all must be there, or any. None at all (“！？”) is found nowhere."""

    phrases: tuple[analysis.Phrase, ...]
    is_any: bool = False


def leaf_of(query, *, half_typed) -> Leaf:
    text = query.query_string[:LONGEST]
    if isinstance(query, Phrase):
        runs = [text]
    else:
        runs = text.split()
    phrases = [phrase for run in runs if (phrase := analysis.phrase(run, quoted=True)).tokens]
    if phrases and half_typed:
        phrases[-1] = replace(phrases[-1], open_ended=True)
    return Leaf(tuple(phrases), getattr(query, "operator", "and") == "or")


def is_leaf(query):
    return isinstance(query, (PlainText, Phrase, Fuzzy))


def children_of(query):
    if isinstance(query, (Not, Boost)):
        return [query.subquery]
    return query.subqueries if isinstance(query, (And, Or)) else []


def wanted(query):
    """The leaves that speak for a thing, those under a Not left out."""
    if isinstance(query, Not):
        return []
    return [query] if is_leaf(query) else [leaf for child in children_of(query) for leaf in wanted(child)]


def can_be_ranked(query) -> bool:
    """Whatever answers the query holds one of its leaves at least, so that there is something to compare."""
    if isinstance(query, (Not, MatchAll)):
        return False
    if isinstance(query, And):
        return any(map(can_be_ranked, query.subqueries))
    return all(map(can_be_ranked, children_of(query)))
