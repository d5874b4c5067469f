"""Finding colleagues, and the units they are looked for in."""

from dataclasses import dataclass, field

from django.db.models import OuterRef, Q, Subquery

from access.picker import units
from access.picker.counting import headcounts
from access.picker.letters import letters_of
from access.reach import reach_of
from org.models import Membership, Position, Unit, User
from people.places import with_posts

NEAREST = 8  # colleagues of the own ward above the list of all
FEWEST_FOR_UNITS = 2  # characters: one would name half of the units


def colleagues(words="", *, unit=None, position=None, by_post=False):
    """Active colleagues who match all words (name, pinyin, number, extension, unit, position), within a unit."""
    people = User.objects.active()
    today = Membership.objects.today()
    here = today.within(unit) if unit else today
    if unit or position:
        here = here.filter(position=position) if position else here
        people = people.filter(pk__in=here.values("person"))
    if words.strip():
        people = people.filter(_matching(words, today))
    if by_post and unit:
        rank = here.filter(person=OuterRef("pk")).order_by("-position__is_head", "position__order")
        people = people.annotate(
            is_head=Subquery(rank.values("position__is_head")[:1]), rank=Subquery(rank.values("position__order")[:1])
        ).order_by("-is_head", "rank", "pinyin", "pk")
    else:
        people = people.order_by("pinyin", "pk")
    return with_posts(people.select_related("profile"))


def _matching(words, today):
    """The whole as a name (“lin xiao man”), or every word by itself (“心内 护士长”)."""
    whole = Q(pk__in=User.objects.matching(words[:80]).values("pk"))
    each = Q(pk__isnull=False)
    for word in words.split()[:6]:
        posts = Q(position__in=_positions(word))
        for branch in units.found(word) if len(word) >= FEWEST_FOR_UNITS else ():
            posts |= Q(unit__path__startswith=branch.unit.path)
        named = Q(pk__in=User.objects.matching(word).values("pk"))
        telephone = Q(profile__short_phone__startswith=word) | Q(profile__office_phone__startswith=word)
        each &= named | telephone | Q(pk__in=today.filter(posts).values("person"))
    return whole | each


def _positions(word):
    """Positions called so, by name or pinyin from its beginning."""
    word, positions = word.lower(), list(Position.objects.all())
    letters = letters_of(position.name for position in positions)
    return [
        position.pk
        for position in positions
        if word in letters[position.name][0] or letters[position.name][1].startswith(word)
    ]


@dataclass
class Node:
    """A unit in the tree beside the directory, with those below it where it is opened."""

    unit: Unit
    people: int
    is_current: bool = False
    is_open: bool = False
    below: list = field(default_factory=list)


def tree(chosen=None) -> list[Node]:
    """The hospitals, and the way down to the chosen unit and one level below it. Costs two queries."""
    people = headcounts()
    way = [chosen.path[:end] for end in range(Unit.steplen, len(chosen.path) + 1, Unit.steplen)] if chosen else []
    shown = Q(depth__lte=2)
    for depth, path in enumerate(way, start=1):
        shown |= Q(depth=depth + 1, path__startswith=path)
    nodes, top = {}, []
    for unit in Unit.objects.open().filter(shown):
        node = nodes[unit.path] = Node(unit, people.get(unit.path, 0), unit == chosen, unit.path in way)
        above = nodes.get(unit.path[: -Unit.steplen])
        (above.below if above and above.unit.depth > 1 else top).append(node)
    return top


@dataclass
class Near:
    """The unit of somebody's main post, and the first colleagues there."""

    unit: Unit
    people: list


def nearest_colleagues(user) -> Near | None:
    """Whom one calls most. Three queries."""
    unit = Unit.objects.open().filter(path__in=reach_of(user).units[:1]).first()
    return Near(unit, list(colleagues(unit=unit, by_post=True)[:NEAREST])) if unit else None


def heads_of(unit):
    """Who heads this very unit today."""
    heads = Membership.objects.today().filter(unit=unit, position__is_head=True, person__is_active=True)
    return heads.select_related("person", "position").order_by("position__order", "-is_main", "person__number")
