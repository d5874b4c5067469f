"""What can be found. Each room names its models in its search.py:

@register
class Courses(Searchable):
    name, label, order, model = "course", _("课程"), 40, Course

    def document(self, course): return Document(course.title, (Text(course.text),), version=course.hash)
    def hit(self, course): return Hit(course.title, course.get_absolute_url(), self.label, tile="course")

and calls `search.touch(Course, ids)` in the transaction that changes one. Everything else follows.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q
from django.db.models.signals import post_delete

from access import rules

_searchables: dict[str, "Searchable"] = {}


@dataclass(frozen=True)
class Hit:
    """One thing found, as the result page shows it."""

    title: str
    url: str
    label: str  # “知识”, “制度”
    uid: str = ""
    tile: str = "file"
    icon: str = ""
    path: str = ""  # where it stands: “心血管内科知识库 / 急诊”
    excerpt: str = ""  # shown when the index has no passage that is still true
    facts: tuple = ()
    person: object = None  # their picture stands where the tile would
    at: datetime | None = None
    version: str = ""  # of the text as it is now; passages are shown only of the same
    state: str = ""  # “已核验”, “已废止”: on a tag
    tone: str = ""  # of the tag: brand, ok, warn


@dataclass(frozen=True)
class Kind:
    """A tab of the result page."""

    name: str
    label: str
    order: int = 100


class Searchable:
    """One kind of things that can be found."""

    name = ""
    label = ""
    order = 100  # among the kinds, on the result page and in suggestions
    model = None
    suggested = 3  # at most so many among the suggestions
    browse, browse_label = "", ""  # the list of all of them, for who finds nothing: address name and words
    # Who finds a thing: whoever the scope lets in, while it is shown. Both are read from the thing in one statement.
    scope = F("scope")
    shown = Q()
    takes_readers_from_itself = True  # files take theirs from what they belong to

    def kinds(self) -> list[Kind]:
        """The tabs its things stand under."""
        return [Kind(self.name, self.label, self.order)]

    def seen_by(self, user):
        """What this person may see, by the rule: hits are looked up in it once more before they are shown."""
        return rules.allowed(user, "view", self.model._default_manager.all())

    def keys_of(self, user) -> tuple[str, ...]:
        """The SearchReader keys this person holds, for things with people of their own."""
        return ()

    def opened_for(self, user) -> list[int]:
        """Ids of things that were opened for this person by name."""
        return []

    def for_index(self, ids):
        """The things with all that `document` reads, in few queries."""
        return self.model._default_manager.filter(pk__in=ids)

    def document(self, thing):
        raise NotImplementedError(f"{type(self).__name__} does not say what is found of a thing")

    def for_hits(self, things):
        """Join what `hit` shows, so that a page of results costs one query a kind."""
        return things

    def for_suggestions(self, things):
        return self.for_hits(things)

    def fetch(self, user, ids, suggested=False):
        """Those of these that the rule lets this person see, with what `hit` or `suggestion` shows."""
        things = self.seen_by(user).filter(pk__in=ids)
        return self.for_suggestions(things) if suggested else self.for_hits(things)

    def hit(self, thing) -> Hit:
        raise NotImplementedError(f"{type(self).__name__} does not say how a hit looks")

    def suggestion(self, thing) -> Hit:
        return self.hit(thing)


@dataclass(frozen=True)
class Asked:
    """What a live kind answers: its first hits, and how many there are."""

    hits: list[Hit]
    number: int


class Live(Searchable):
    """Things few and simple enough to be asked in the database itself, always as they are now: colleagues."""

    shown_first = 3

    def matching(self, things, words):
        """Those whose name holds the words, best first."""
        raise NotImplementedError

    def found(self, query, user) -> Asked:
        """The first few, and how many there are."""
        if not self.may_find(query):
            return Asked([], 0)
        things = self.matching(self.seen_by(user), list(query.words))
        hits = [self.hit(thing) for thing in self.for_hits(things)[: self.shown_first]]
        return Asked(hits, things.order_by().count() if hits else 0)

    def all_found(self, query, user):
        """Filters are not for them: a search with some finds none."""
        things = self.seen_by(user)
        return self.matching(things, list(query.words)) if self.may_find(query) else things.none()

    def may_find(self, query) -> bool:
        """A quick look before rights are worked out: most of what is typed is nobody's name."""
        return bool(query.words) and not query.filters


def register(searchable):
    """A class decorator."""
    made = _searchables[searchable.name] = searchable()
    if not isinstance(made, Live):
        post_delete.connect(_gone, sender=made.model, dispatch_uid=f"search for {made.name}")
    return searchable


def _gone(sender, instance, **signal):
    """Nobody finds it from this transaction on; its entry is cleared away like any that is shown to nobody."""
    from search.indexing import touch

    touch(sender, [instance.pk])


def searchables() -> list[Searchable]:
    return sorted(_searchables.values(), key=lambda each: each.order)


def indexed() -> list[Searchable]:
    return [each for each in searchables() if not isinstance(each, Live)]


def live() -> list[Searchable]:
    return [each for each in searchables() if isinstance(each, Live)]


def kinds() -> list[Kind]:
    """All tabs in their order."""
    return sorted((kind for each in searchables() for kind in each.kinds()), key=lambda kind: kind.order)


def of_model(model) -> Searchable | None:
    """The one that covers things of this model, an article as a page."""
    return next((each for each in indexed() if issubclass(model, each.model)), None)


def named(name) -> Searchable | None:
    return _searchables.get(name)


def label_of(kind) -> str:
    """The words on a tab."""
    return next((each.label for each in kinds() if each.name == kind), "")


def of_kind(name) -> Searchable | None:
    """The searchable behind a tab."""
    return next((each for each in searchables() if any(kind.name == name for kind in each.kinds())), None)
