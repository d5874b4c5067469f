"""The pages of the large group: spread over all spaces, six levels deep, one level of five hundred."""

from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from random import Random

from django.db import transaction
from django.utils import timezone

from access import audiences
from content import kinds
from content.models import ContentPage, Verification
from content.text import render
from content.transfer.planting import Seed, plant_all
from demo.large import spaces, texts
from demo.large.shapes import above, carries, uid_of
from org.choices import PositionKind
from ui.days import today
from wiki.models.cases import AgeBand, Difficulty, Outcome
from wiki.models.regulations import RegulationClass

CHARACTERS = 5_000
ROOM = 10_000  # numbers a space has
FLAT = 5_000  # from here on pages lie side by side at the top
LEVEL, LEVEL_FROM = 500, 5_000  # so many siblings in one space, in a group of so many pages
BATCH = 500  # pages drawn and planted together; two batches are in memory
NARROWER = 5  # the page at the top of a space that, with those below, is for fewer readers in every third space


def load(count, units, *, say=print):
    """Plant what is missing of `count` pages. The texts are drawn by all cores, batch by batch."""
    shelves = spaces.load(units, say=say)
    known = dict(ContentPage.objects.filter(uid__startswith="mass").values_list("uid", "pk"))
    missing = [number for number in _numbers(count, len(shelves)) if uid_of(number) not in known]
    done = count - len(missing)
    for numbers, drawn in _drawn(missing):
        _plant(numbers, drawn, shelves, known)
        done += len(numbers)
        say(f"· 用于测量的页面 {done} / {count}")


def _numbers(count, shelves):
    """Each space its share, and the third one, a hospital's department, a level of five hundred besides."""
    flat = LEVEL if count >= LEVEL_FROM else 0
    share, more = divmod(count - flat, shelves)
    for shelf in range(shelves):
        yield from range(shelf * ROOM, shelf * ROOM + share + (shelf < more))
    yield from range(2 * ROOM + FLAT, 2 * ROOM + FLAT + flat)


def _drawn(numbers):
    """Batches of numbers with their texts; while one is planted the next is being drawn."""
    batches = [numbers[start : start + BATCH] for start in range(0, len(numbers), BATCH)]
    if not batches:
        return
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        ahead = None
        for batch in [*batches, []]:
            drawing = pool.map(write, batch, chunksize=10)
            if ahead:
                yield ahead[0], list(ahead[1])
            ahead = batch, drawing


def write(number):
    """The title, the text and what it becomes, by its number alone."""
    chance, first = Random(number), number - number % ROOM
    others = {chance.randint(first, number) for _ in range(3)} - {number} if number - first < FLAT else {first}
    links = [(uid_of(other), "相关页面") for other in sorted(others)]
    body = texts.body(chance, CHARACTERS, links)
    return texts.title(chance, number), body, render(body)


@transaction.atomic
def _plant(numbers, drawn, shelves, known):
    """Level by level: a page is planted when the one above it is there."""
    seeds = {number: _seed(number, *text, shelves) for number, text in zip(numbers, drawn, strict=True)}
    while seeds:
        parents = {number: _parent(number, shelves, known) for number in seeds}
        ready = [number for number in seeds if parents[number]]
        pages = plant_all([(parents[number], seeds.pop(number)) for number in ready], indexes_now=True)
        known |= {page.uid: page.pk for page in pages}
        _edition([page for page in pages if page.kind_name == "regulation"])
        _verify(pages)


def _parent(number, shelves, known):
    shelf, place = divmod(number, ROOM)
    upper = above(place) if place < FLAT else None
    return shelves[shelf][0].pk if upper is None else known.get(uid_of(shelf * ROOM + upper))


def _seed(number, title, body, drawn, shelves):
    shelf, place = divmod(number, ROOM)
    space, keeper = shelves[shelf]
    chance = Random(number)
    age = chance.randint(1, 700)
    kind, values = ("article", {}) if carries(place) else _kind(chance, number, space)
    if chance.random() < 0.7:
        values["valid_until"] = today() + timedelta(days=365 - age)
    return Seed(
        kind=kinds.kind(kind),
        uid=uid_of(number),
        title=title,
        body=body,
        summary=body[: body.index("。") + 1],
        tags=(chance.choice(texts.TOPICS), chance.choice(texts.DISEASES)),
        values=values,
        maintainer=keeper,
        by=keeper,
        at=timezone.now() - timedelta(days=age, minutes=number % 600),
        audience=_narrower(space) if place == NARROWER and shelf % 3 == 0 else None,
        drawn=drawn,
    )


def _kind(chance, number, space):
    """Of a hundred pages four bind and four are cases."""
    lot = chance.random()
    if lot < 0.04:
        return "regulation", {
            "number": f"{space.unit.code}〔{today().year}〕{number % ROOM} 号",
            "regulation_class": chance.choice(RegulationClass.values),
            "issuing_unit_id": space.unit_id,
        }
    if lot < 0.08:
        return "case", {
            "diagnosis": chance.choice(texts.DISEASES),
            "department_id": space.unit_id,
            "age_band": chance.choice(AgeBand.values),
            "outcome": chance.choice(Outcome.values),
            "difficulty": chance.choice(Difficulty.values),
        }
    return "article", {}


def _narrower(space):
    return audiences.intern(
        [audiences.heads_of(space.unit), audiences.everyone_in(space.unit, position_kind=PositionKind.DOCTOR)]
    )


def _edition(regulations):
    if regulations:
        begun = [page.first_published_at.date() for page in regulations]
        type(regulations[0]).planted(regulations, [{"issued_on": day, "effective_on": day} for day in begun])


def _verify(pages):
    Verification.objects.bulk_create(
        Verification(
            page_id=page.pk,
            by=page.maintainer,
            at=page.first_published_at,
            valid_until=page.valid_until,
            content_hash=page.content_hash,
        )
        for page in pages
        if page.valid_until
    )
