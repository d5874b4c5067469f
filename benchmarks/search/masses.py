"""Many pages for measuring speed, of sentences of laws so that words are as frequent as in life; made once.

`long`: 20,000 pages of 5,000 characters. `short`: 100,000 of about 130. Each lies in one of 4,000 scopes, of which the
person who asks sees 3,000; in 200 spaces, with tags and validity.
"""

import os
import sys
from datetime import timedelta
from html import escape
from pathlib import Path
from random import Random

WORLDS = {"long": (20_000, 5_000), "short": (100_000, 130)}
SCOPES, SEEN = 4_000, 3_000
SPACES, TAGS, BATCH = 200, 60, 500
PERSON = "QY10231"


def settle(var, name, *, pages=None):
    """The database of this world, on whatever DATABASE_URL says. Answers the person who asks and whether it is new."""
    count, characters = WORLDS[name]
    count = pages or count
    place = Path(var) / f"search-{name}-{count}"
    os.environ |= {"HZH_VAR": str(place), "DJANGO_SETTINGS_MODULE": "config.settings"}
    place.mkdir(parents=True, exist_ok=True)
    import django

    django.setup()
    from django.core.management import call_command

    from content.models import ContentPage
    from org.models import User

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    there = ContentPage.objects.filter(title__endswith="）", slug__startswith="mass").count()
    if there < count:
        print(f"· {count} 页，每页 {characters} 字，只做一次", file=sys.stderr)
        _Making(name).make(there, count, characters)
    return User.objects.get(number=PERSON), there < count


class _Making:
    """Planted in bulk with what rendering would have made, and without a word to the index: a rebuild reads it all."""

    def __init__(self, name):
        from org.models import User

        if not User.objects.exists():
            _people()
        self.keeper = User.objects.get(number="HX00009")
        self.laws = _sentences_of_laws()
        self.spaces = _spaces(self.keeper)
        self.audiences = _audiences()
        self.name = name

    def make(self, first, count, characters):
        from django.db import transaction

        from content.transfer import planting
        from jobs.models import Due

        planting.index_later = lambda pages: None
        for start in range(first, count, BATCH):
            with transaction.atomic():
                numbers = range(start, min(start + BATCH, count))
                planting.plant_all(
                    [(self.spaces[number % SPACES], self._seed(number, characters)) for number in numbers]
                )
                Due.objects.all().delete()
            if start % (BATCH * 20) == 0:
                print(f"· {start} / {count}", file=sys.stderr)

    def _seed(self, number, characters):
        from django.utils import timezone

        from content.text import Rendered
        from content.transfer.planting import Seed
        from ui.days import today
        from wiki.models import Article

        chance = Random(f"{self.name} {number}")
        title, lines = self._text(chance, characters)
        age = chance.randint(1, 900)
        text = "\n".join(lines)
        html = "".join(f"<p>{escape(line)}</p>\n" for line in lines)
        return Seed(
            kind=Article,
            uid=_uid(number),
            title=f"{title}（{number}）",
            body="\n\n".join(lines),
            summary=lines[0][:100],
            tags=(f"标签{chance.randrange(TAGS)}",),
            values={"valid_until": today() + timedelta(days=365 - age)} if chance.random() < 0.7 else {},
            maintainer=self.keeper,
            by=self.keeper,
            at=timezone.now() - timedelta(days=age),
            audience=self.audiences[number % SCOPES],
            drawn=Rendered(html, [], text, ()),
        )

    def _text(self, chance, characters):
        """Blocks of following sentences from a few laws, so that a page has subjects as real ones have."""
        lines, length, names = [], 0, []
        while length < characters:
            name, sentences = chance.choice(self.laws)
            start, size = chance.randrange(len(sentences)), 0
            names.append(name)
            for sentence in sentences[start : start + 40]:
                lines.append(sentence)
                size += len(sentence)
                length += len(sentence)
                if length >= characters or size > 1_250:
                    break
        return f"{names[0]}：{lines[0][:12].strip('，、')}", lines


def _people():
    from demo import organisation, people

    people.load(organisation.load())


def _sentences_of_laws():
    from benchmarks.search.corpus import SENTENCE, texts
    from benchmarks.search.sets import DATED

    found = []
    for path, text in texts().items():
        sentences = [each[0].strip() for each in SENTENCE.finditer(text)]
        if len(sentences) > 5:
            found.append((DATED.sub("", Path(path).stem), sentences))
    return found


def _spaces(keeper):
    """Ids of the spaces, made where they are not there."""
    from access import audiences
    from content.choices import SpaceKind
    from content.models import Space
    from content.roots import library
    from org.models import Unit

    group = Unit.objects.get(code="HX")
    everybody = audiences.intern([audiences.everyone_in(group)])
    mine = audiences.intern([audiences.person(keeper)])
    for number in range(Space.objects.filter(slug__startswith="mass-").count(), SPACES):
        space = Space(slug=f"mass-{number}", title=f"测量空间 {number}", unit=group, kind=SpaceKind.TOPIC)
        space.readers, space.editors, space.stewards = everybody, mine, mine
        library().add_child(instance=space)
    return list(Space.objects.filter(slug__startswith="mass-").order_by("pk").values_list("pk", flat=True))


def _audiences():
    """So many that no two are alike; the person who asks belongs to the first SEEN."""
    from django.db import transaction

    from access import audiences
    from org.models import Unit, User

    group = Unit.objects.get(code="HX")
    others = list(User.objects.exclude(number=PERSON).order_by("pk")[:128])
    with transaction.atomic():
        found = []
        for number in range(SCOPES):
            rows = [audiences.person(others[number % 64]), audiences.person(others[64 + number // 64])]
            rows += [audiences.everyone_in(group)] if number < SEEN else []
            found.append(audiences.intern(rows))
        return found


def _uid(number):
    from demo.large.shapes import uid_of

    return uid_of(number)
