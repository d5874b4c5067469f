"""The demo group with all laws beside, everything open to everybody: what finding and questions are measured on."""

import os
import sys
from pathlib import Path

PERSON = "QY10231"
LAWS_SPACE = "laws"


def settle(var, *, rebuild=False):
    """Make the database once, on whatever DATABASE_URL says, with its index. Answers the person who asks."""
    place = Path(var) / "search-cases"
    os.environ |= {"HZH_VAR": str(place), "DJANGO_SETTINGS_MODULE": "config.settings"}
    place.mkdir(parents=True, exist_ok=True)
    import django

    django.setup()
    from django.core.management import call_command

    from content.models import Space
    from org.models import User

    call_command("migrate", verbosity=0)
    if not Space.objects.filter(slug=LAWS_SPACE).exists():
        print("· 演示内容与全部法规，只做一次", file=sys.stderr)
        _load()
        rebuild = True
    if rebuild:
        print("· 建立索引", file=sys.stderr)
        call_command("search_rebuild", stdout=sys.stderr)
    return User.objects.get(number=PERSON)


def _load():
    from django.core.management import call_command

    from access import audiences
    from benchmarks.search.corpus import LAWS
    from content.choices import SpaceKind
    from content.models import Space
    from content.roots import library
    from demo import loading, spaces
    from org.models import User

    spaces.SPACES = [(*row[:4], ("HX", ""), *row[5:]) for row in spaces.SPACES]
    loading.load(say=lambda words: None)
    office = Space.objects.get(slug="group-regulations")
    everybody = audiences.intern([audiences.everyone_in(office.unit)])
    keeper = User.objects.get(number="HX00009")
    library().add_child(
        instance=Space(
            slug=LAWS_SPACE,
            title="法律法规",
            unit=office.unit,
            kind=SpaceKind.TOPIC,
            readers=everybody,
            editors=audiences.intern([audiences.person(keeper)]),
            stewards=audiences.intern([audiences.person(keeper)]),
        )
    )
    with open(os.devnull, "w") as nothing:
        call_command("import_pages", str(LAWS), space=LAWS_SPACE, maintainer=keeper.number, stdout=nothing)
