"""From a Query back to text."""

from search.language.names import WORDS
from search.language.query import Filter
from search.language.reading import QUOTES, parts_of


def canonical(query) -> str:
    """The text that means this query: parse(canonical(query)) == query."""
    return " ".join([*map(_term, query.terms), *_filters(list(query.filters))])


def _term(term):
    minus = "-" if term.excluded else ""
    if term.field == "title":
        return minus + (_title(term.text) if term.quoted else f"{WORDS['title']}:{term.text}")
    return minus + (_quoted(term.text) if term.quoted else term.text)


def _title(text):
    """《…》, unless the text holds half a pair of them."""
    depths = [sum({"《": 1, "》": -1}.get(char, 0) for char in text[: place + 1]) for place in range(len(text))]
    return f"《{text}》" if min(depths) >= 0 and depths[-1] == 0 else f"{WORDS['title']}:{_quoted(text)}"


def _quoted(text):
    opening, closing = next(pair for pair in QUOTES.items() if pair[1] not in text)
    return f"{opening}{text}{closing}"


def _filters(filters):
    while filters:
        each, *filters = filters
        following = filters[0] if filters else None
        if each.name == "after" and following and following.name == "before" and each.value <= following.value:
            yield f"{WORDS['date']}:{each.value}..{following.value}"
            filters = filters[1:]
        elif each.name in ("after", "before"):
            yield f"{WORDS['date']}:" + (f"{each.value}.." if each.name == "after" else f"..{each.value}")
        else:
            yield _named(each)


def _named(each: Filter):
    minus, word = "-" if each.excluded else "", WORDS[each.name]
    bare = f"{minus}{word}:{each.value}"
    return bare if list(parts_of(bare)) == [each] else f"{minus}{word}:{_quoted(each.value)}"
