"""A large group for measurements: a space for every hospital and department, six levels deep, texts that differ."""

from datetime import timedelta
from random import Random

from django.utils import timezone

from access import audiences
from content import kinds
from content.choices import SpaceKind
from content.models import ContentPage, Space
from content.roots import library
from content.transfer.planting import Seed, plant
from demo import vocabulary
from org.choices import RoleKind, UnitKind
from org.models import Membership

CHARACTERS = 5_000
CHILDREN = 5  # of a page that has any
AT_TOP = 6  # pages right below a space
LEVELS = 6
UIDS = "23456789abcdefghjkmnpqrstuvwxyz"


def load(count, units, *, say=print):
    """Plant what is missing of `count` pages; each space gets its share and grows level by level."""
    spaces = _spaces(units)
    known = ContentPage.objects.filter(uid__startswith="mass").count()
    share = -(-count // len(spaces))
    for place, (space, keeper) in enumerate(spaces):
        first = place * share
        wanted = min(share, count - first)
        if first + wanted > known and wanted > 0:
            _fill(space, keeper, first, wanted)
        if place % 20 == 0:
            say(f"· 用于测量的页面 {min(count, first + share)} / {count}")


def uid_of(number):
    """`mass` and the number in letters that are read aloud without doubt."""
    letters = ""
    for _ in range(8):
        number, rest = divmod(number, len(UIDS))
        letters = UIDS[rest] + letters
    return "mass" + letters


def _spaces(units):
    """Every hospital and department that has somebody to write in it."""
    keepers = {}
    for membership in Membership.objects.select_related("person").order_by("-pk"):
        keepers[membership.unit_id] = membership.person
    kinds_of_unit = (UnitKind.HOSPITAL, UnitKind.DEPARTMENT)
    wanted = sorted((unit for unit in units.values() if unit.kind in kinds_of_unit), key=lambda unit: unit.path)
    found = {space.slug: space for space in Space.objects.filter(slug__startswith="mass-")}
    anybody = next(iter(keepers.values()))
    return [(found.get(_slug(unit)) or _make(unit), keepers.get(unit.pk, anybody)) for unit in wanted]


def _slug(unit):
    return f"mass-{unit.code.lower()}"


def _make(unit):
    space = Space(
        slug=_slug(unit),
        title=f"{unit}资料",
        unit=unit,
        kind=SpaceKind.UNIT,
        readers=audiences.intern([audiences.everyone_in(unit)]),
        editors=audiences.intern([audiences.everyone_in(unit)]),
        stewards=audiences.intern([audiences.heads_of(unit), audiences.bearers_of(RoleKind.LIBRARIAN, unit)]),
    )
    return library().add_child(instance=space)


def _fill(space, keeper, first, count):
    there = set(ContentPage.objects.filter(space=space.pk, uid__startswith="mass").values_list("uid", flat=True))
    if len(there) >= count:
        return
    chance = Random(first)
    parents, number, level = [space], first, 1
    while number < first + count:
        children = []
        for parent in parents:
            size = min(AT_TOP if level == 1 else CHILDREN, first + count - number)
            seeds = [_seed(chance, number + step, first, keeper) for step in range(size)]
            number += size
            new = [seed for seed in seeds if seed.uid not in there]
            children += plant(parent, new, by=keeper) if new else []
        parents = _with_children(chance, children, level) or [space]
        level = level % LEVELS + 1


def _with_children(chance, pages, level):
    """Which pages have pages below them: few, so that a space reaches its depth before its breadth."""
    return chance.sample(pages, min(2, len(pages))) if level < LEVELS else []


def _seed(chance, number, first, keeper):
    others = [chance.randint(first, number) for _ in range(3)]
    return Seed(
        kind=kinds.kind("article"),
        uid=uid_of(number),
        title=vocabulary.title(chance, number),
        body=vocabulary.body(chance, CHARACTERS, [(uid_of(other), "相关页面") for other in others if other != number]),
        tags=(chance.choice(vocabulary.TOPICS),),
        maintainer=keeper,
        at=timezone.now() - timedelta(days=chance.randint(1, 700)),
    )
