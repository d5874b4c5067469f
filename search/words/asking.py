"""Answers to whoever searches. Chains are never followed: what an expansion would expand to is not searched."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType

from access import rules
from access.reach import reach_of
from search.words import book as books
from search.words.folding import normal
from ui.days import today

MOST = 8  # expansions of one typed run
LONGEST_RUN = 60  # characters looked through for words within
SHORTEST = 2  # characters of a word that counts inside a longer run


@dataclass(frozen=True)
class Expansion:
    """“心梗” was typed, “心肌梗死” is searched too; `text` is the whole run with the one in the place of the other."""

    typed: str
    instead: str
    text: str


def words_for(user=None) -> "Words":
    """Everything librarians say for this person, as it stands now; without a person what they say for everybody.

    One query that looks whether anything has changed.
    """
    return Words(books.current(), reach_of(user).units if user is not None else (), user)


def expansions(word, user=None) -> tuple[str, ...]:
    return words_for(user).expansions(word)


def pinned(phrase, user) -> list[tuple[int, int]]:
    return words_for(user).pinned(phrase)


def excluded(phrase, user=None) -> frozenset[tuple[int, int]]:
    return words_for(user).excluded(phrase)


class Words:
    """The librarians' words as they hold for one person."""

    def __init__(self, book, paths, user):
        self.book, self.paths, self.user = book, paths, user

    def expansions(self, run) -> tuple[str, ...]:
        """What to search besides this typed run, folded, the run itself left out; best first.

        The whole run is looked up; if it is no word of the list, the words within it are replaced one at a time
        (“心梗急救” → “心肌梗死急救”). Letters and digits count as whole words only: MI is not in “mid”. So must every
        expansion be looked for: to its end, not as a beginning.
        """
        return tuple(dict.fromkeys(each.text for each in self.explained(run)))

    def explained(self, run) -> list[Expansion]:
        """The same with what stood for what, for “也搜了…”."""
        typed = normal(run)[:LONGEST_RUN]
        found = [Expansion(typed, other, other) for other in self._others(typed)]
        return (found or self._within(typed))[:MOST]

    def pinned(self, phrase) -> list[tuple[int, int]]:
        """The things (content type, id) that stand first for this phrase today, of those this person may see.

        The latest pin first. `phrase` is what was typed without its filters. One query for each kind of thing.
        """
        pins, day = self.book.pins.get(normal(phrase), ()), today()
        things = [thing for path, until, thing in reversed(pins) if self._holds(path) and not (until and until < day)]
        seen = _visible(things, self.user)
        return [thing for thing in dict.fromkeys(things) if thing in seen]

    def excluded(self, phrase) -> frozenset[tuple[int, int]]:
        """The things (content type, id) that must not be found by this phrase."""
        exclusions = self.book.exclusions.get(normal(phrase), ())
        return frozenset(thing for path, thing in exclusions if self._holds(path))

    def is_unlisted(self, phrase) -> bool:
        """Whether a librarian said that this phrase, or a word in it, must not stand among what others search."""
        typed, unlisted = normal(phrase), self.book.unlisted
        return any(word in typed and any(map(self._holds, where)) for word, where in unlisted.items())

    def knows(self, phrase) -> bool:
        return bool(self._others(normal(phrase)))

    def _holds(self, path):
        """For everybody, or for the people of a unit above."""
        return not path or any(each.startswith(path) for each in self.paths)

    def _others(self, typed):
        return [other for path, others in self.book.synonyms.get(typed, ()) if self._holds(path) for other in others]

    def _within(self, typed):
        """The longest words first; a word inside one that was taken does not count again."""
        found, taken = [], set()
        for length in range(min(self.book.longest, len(typed) - 1), SHORTEST - 1, -1):
            for start in range(len(typed) - length + 1):
                end = start + length
                word, span = typed[start:end], range(start, end)
                if word not in self.book.synonyms or not taken.isdisjoint(span) or not _is_whole(typed, start, end):
                    continue
                others = [other for other in self._others(word) if other not in typed]
                taken.update(span if others else ())
                found += [Expansion(word, other, typed[:start] + other + typed[end:]) for other in others]
        return found


def _is_whole(text, start, end):
    """Letters and digits must not go on at either end."""
    return not (_is_sign(text[start - 1 : start]) and _is_sign(text[start])) and not (
        _is_sign(text[end - 1]) and _is_sign(text[end : end + 1])
    )


def _is_sign(letter):
    return letter.isascii() and letter.isalnum()


def _visible(things, user):
    seen = set()
    for kind in {kind for kind, _pk in things}:
        model = ContentType.objects.get_for_id(kind).model_class()
        ids = [pk for each, pk in things if each == kind]
        found = rules.allowed(user, "view", model._default_manager.filter(pk__in=ids))
        seen |= {(kind, pk) for pk in found.order_by().values_list("pk", flat=True)}
    return seen
