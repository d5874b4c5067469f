"""From what was typed to a Query. Whatever the text, it answers; what is no sign of the language is text.

Words asked for together must all be found; those that hold only some of them follow as partial hits. So “A AND B”
is “A B”, and “A OR B” as well: hits with both come first, those with one below. “A NOT B” is “A -B”, unless
the whole search is in Latin capitals (DO NOT RESUSCITATE). A 《title》 is one where a word begins; inside a word it is
text, as in a whole title that was pasted. -80℃ is a temperature.
"""

import re
import unicodedata
from dataclasses import replace
from datetime import date, timedelta

from search.language.dates import stretch_of
from search.language.names import NAMES
from search.language.query import Filter, Query, Term

LONGEST = 200  # characters of meaning: without signs, spaces and names of filters
MOST_TERMS = MOST_FILTERS = 12
READ = 2000  # characters looked at
QUOTES = {'"': '"', "「": "」", "『": "』"}
EDGES = ",.;:!?、。·()[]{}<>〈〉《》【】〔〕/\\|~`'‘’*&^_-−–—"  # of no meaning around a word
BRACKETS = {")": "(", "]": "[", "}": "{", "》": "《", "〉": "〈", "】": "【", "〕": "〔"}
WORD = re.compile(r'[^\s"「」『』]+')
MINUS = re.compile(rf"[-−](?=[^\s」』+{re.escape(EDGES)}]|《)")  # before a word, not before another sign
BELOW_ZERO = re.compile(r"[-−]\d+(?:\.\d+)?\s*(?:°|度)")
NAME = re.compile(rf"({'|'.join(sorted(NAMES, key=len, reverse=True))}):(\s*)", re.IGNORECASE)
OPERATORS = ("AND", "OR", "NOT")


def parse(text) -> Query:
    text = text if isinstance(text, str) else ""
    parts = _within_limits(_obeyed(list(parts_of(cleaned(text)))))
    terms = tuple(part for part in parts if isinstance(part, Term))
    filters = tuple(part for part in parts if isinstance(part, Filter))
    return Query(text[:READ], terms, filters)


def cleaned(text) -> str:
    """Half-width, one kind of double quotes, spaces for whatever nobody can type."""
    text = "".join(char for char in text[: 5 * READ] if unicodedata.category(char) != "Cf")
    text = "".join(" " if unicodedata.category(char) in ("Cc", "Cs") else char for char in text)
    text = unicodedata.normalize("NFKC", text).translate(str.maketrans("“”„‟", '""""'))
    return " ".join(text.split())[:READ]


def parts_of(text):
    """The terms and filters of a cleaned text, one after the other."""
    position, may_exclude, excluded = 0, True, False
    while position < len(text):
        if text[position] == " ":
            may_exclude, excluded = True, False
        elif may_exclude and MINUS.match(text, position) and not BELOW_ZERO.match(text, position):
            may_exclude, excluded = False, True
        else:
            parts, end = _phrase(text, position) or _filter(text, position, excluded) or _word(text, position)
            yield from (replace(part, excluded=excluded) if isinstance(part, Term) else part for part in parts)
            may_exclude, excluded = False, excluded and end == position + 1 and not parts
            position = end
            continue
        position += 1


def _phrase(text, start):
    """“…” or 《…》 that is closed again: its parts and where it ends."""
    end = _end_of_title(text, start) if text[start] == "《" else _end_of_quote(text, start)
    if end is None:
        return None
    inner = text[start + 1 : end - 1].strip()
    field = "title" if text[start] == "《" else ""
    return [Term(inner, field, quoted=True)] if _says_something(inner) else [], end


def _end_of_quote(text, start):
    closing = text.find(QUOTES[text[start]], start + 1) if text[start] in QUOTES else -1
    return closing + 1 if closing > 0 else None


def _end_of_title(text, start):
    """Titles hold titles: 《关于印发《…》的通知》."""
    depth = 0
    for place in range(start, min(len(text), start + 2 * LONGEST)):
        depth += {"《": 1, "》": -1}.get(text[place], 0)
        if not depth:
            return place + 1
    return None


def _filter(text, start, excluded):
    """标签:急诊,夜班 and 标题:“…”: the parts and where they end. None for unknown names and values that are none."""
    match = NAME.match(text, start)
    if not match or match.end() == len(text) or (match[2] and NAME.match(text, match.end())):
        return None
    name, (value, is_quoted, end) = NAMES[match[1].lower()], _value(text, match.end())
    if name == "date":
        parts = _dates(value, excluded)
    elif name == "title":
        parts = [Term(each, "title", is_quoted) for each in ([value] if is_quoted else _values(value, between=None))]
    else:
        parts = [Filter(name, each, excluded) for each in ([value] if is_quoted else _values(value))]
    return (parts, end) if parts else None


def _value(text, start):
    """What stands behind a colon, whether in quotes, and where it ends."""
    if phrase := _phrase(text, start):
        return (phrase[0][0].text if phrase[0] else ""), bool(phrase[0]), phrase[1]
    word = WORD.match(text, start)
    return (word[0], False, word.end()) if word else ("", False, start)


def _values(word, between="[,、|]"):
    """“护理,夜班” are two."""
    parts = (part.strip(EDGES) for part in (re.split(between, word) if between else [word]))
    return [part for part in parts if _says_something(part)]


def _dates(value, excluded):
    """A stretch of days; excluded only where one end is open: the days before it, or after it."""
    after, before = stretch_of(value.strip(",;:!?、。()")) or stretch_of(value.strip(EDGES)) or ("", "")
    if excluded and after and before:
        return []
    if excluded:
        after, before = before and _shifted(before, 1), after and _shifted(after, -1)
    return [Filter(name, day) for name, day in (("after", after), ("before", before)) if day]


def _shifted(day, days):
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _word(text, start):
    """A word up to the next space or quote. A sign that means nothing ends at once."""
    match = WORD.match(text, start)
    if not match or text[start] in EDGES + "+":
        return [], start + 1
    word = match[0]
    while word[-1] in EDGES and BRACKETS.get(word[-1], "\n") not in word:
        word = word[:-1]
    return [Term(word)] if _says_something(word) else [], match.end()


def _says_something(text):
    return any(char.isalnum() for char in text)


def _obeyed(parts):
    """AND, OR and NOT between other words do what they say; alone they are words."""
    plain = [part.text for part in parts if part in map(Term, OPERATORS)]
    if len(plain) == len([part for part in parts if isinstance(part, Term)]):
        return parts
    wanted = [part.text for part in parts if isinstance(part, Term) and not (part.quoted or part.excluded)]
    in_capitals = all(word.isascii() and word == word.upper() for word in wanted)
    kept, turn = [], False
    for part in parts:
        if part == Term("NOT") and in_capitals:
            kept.append(part)
        elif part in map(Term, OPERATORS):
            turn = turn or part.text == "NOT"
        else:
            may_turn = not (isinstance(part, Filter) and part.name in ("after", "before"))
            kept.append(replace(part, excluded=True) if turn and may_turn else part)
            turn = False
    return kept


def _within_limits(parts):
    """The first of everything, once. A last word that does not fit is cut, unless that would give it another sense."""
    kept, room = [], LONGEST
    for part in dict.fromkeys(parts):
        most = MOST_TERMS if isinstance(part, Term) else MOST_FILTERS
        if sum(isinstance(each, type(part)) for each in kept) == most:
            continue
        part = part if isinstance(part, Filter) else _cut(part, room)
        size = len(part.text if isinstance(part, Term) else part.value)
        if 0 < size <= room:
            kept.append(part)
            room -= size
    return list(dict.fromkeys(kept))


def _cut(term, room):
    if len(term.text) <= room:
        return term
    text = term.text[:room].strip(EDGES + " ")
    is_plain = text not in OPERATORS and list(parts_of(text)) == [Term(text)]
    return replace(term, text=text if term.quoted or is_plain else "")
