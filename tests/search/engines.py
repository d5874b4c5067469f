"""The contract of the engines: things to keep in one, and what is true of them, worked out the slow and plain way."""

import datetime
import re
from dataclasses import dataclass, field
from itertools import count

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from search import analysis, engines
from search.analysis import fold
from search.analysis.tokens import HAN
from search.documents import Document, Text
from search.engines import FACETS, Ask, Visibility, Wanted
from search.engines.base import Indexed
from search.indexing import clearing
from search.models import SearchEntry, SearchPart, SearchReader, SearchTag

FILLING = "患者应当在规定时间内完成检查。值班人员负责登记，并及时向上级报告。\n"
TODAY = datetime.date(2026, 3, 10)
SOMEBODY = Visibility(scopes=(1, 2))
_numbers = count(1)


@dataclass
class Thing:
    """What an engine is given of one thing, and by what it is filtered."""

    title: str
    text: str = ""
    extra: str = ""
    scope: int | None = 1
    shown: bool = True
    kind: str = "article"
    space: int | None = None
    hospital: int | None = None
    department: int | None = None
    maintainer: int | None = None
    days_old: int = 0
    valid_until: datetime.date | None = None
    binds_from: datetime.date | None = None
    binds_until: datetime.date | None = None
    has_file: bool = False
    tags: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    number: int = field(default_factory=lambda: next(_numbers))
    entry: SearchEntry | None = None

    @property
    def day(self):
        return TODAY - datetime.timedelta(days=self.days_old)

    @property
    def texts(self):
        return tuple(part.text for part in Document(self.title, (Text(self.text),)).parts)

    @property
    def indexed(self):
        return Indexed(self.title, self.texts, self.extra)

    @property
    def root(self):
        return ContentType.objects.get_for_model(SearchEntry).pk, self.number


def keep(*things):
    """Put them into the index that is asked, with the rows an engine reads of them; anew when they are there."""
    for thing in things:
        old = thing.entry and Indexed(thing.entry.title, tuple(_texts(thing.entry)), thing.entry.extra)
        _write(thing)
        engines.own_engine().put(thing.entry, thing.texts, old)
    send()
    return things


def forget(*things):
    for thing in things:
        clearing.drop(SearchEntry.objects.get(pk=thing.entry.pk))
    send()


def send():
    """Let the engine beside hear of it, where there is one."""
    if settings.ELASTICSEARCH_URL:
        from search.indexing.sending import send_unsent

        send_unsent()


def _texts(entry):
    return SearchPart.objects.filter(entry=entry).order_by("number").values_list("text", flat=True)


@transaction.atomic
def _write(thing):
    kind = ContentType.objects.get_for_model(SearchEntry)
    row = {
        "kind": thing.kind,
        "root_type": kind,
        "root_id": thing.number,
        "scope_id": thing.scope,
        "is_shown": thing.shown,
        "title": thing.title,
        "extra": thing.extra,
        "space_id": thing.space,
        "hospital_id": thing.hospital,
        "department_id": thing.department,
        "maintainer_id": thing.maintainer,
        "updated_at": noon(thing.day),
        "valid_until": thing.valid_until,
        "binds_from": thing.binds_from,
        "binds_until": thing.binds_until,
        "has_file": thing.has_file,
        "length": len("".join(thing.texts)),
        "analysed_by": analysis.VERSION,
        "unsent_at": timezone.now() if settings.ELASTICSEARCH_URL else None,
    }
    thing.entry, _ = SearchEntry.objects.update_or_create(about_type=kind, about_id=thing.number, defaults=row)
    for model in (SearchPart, SearchTag, SearchReader):
        model.objects.filter(entry=thing.entry).delete()
    SearchPart.objects.bulk_create(
        SearchPart(entry=thing.entry, number=number, text=text) for number, text in enumerate(thing.texts)
    )
    SearchTag.objects.bulk_create(SearchTag(entry=thing.entry, name=tag) for tag in thing.tags)
    SearchReader.objects.bulk_create(SearchReader(entry=thing.entry, key=key) for key in thing.keys)


def noon(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


# Asking


def word(text, field="", *others):
    return Wanted(tuple(analysis.phrase(each) for each in (text, *others)), field)


def ask(*words, who=SOMEBODY, unwanted=(), conditions=(), without=(), in_title=False):
    wanted = tuple(each if isinstance(each, Wanted) else word(each, "title" if in_title else "") for each in words)
    unwanted = tuple(each if isinstance(each, Wanted) else word(each) for each in unwanted)
    return Ask(who, wanted, unwanted, tuple(conditions), tuple(without), TODAY)


def found(engine, asked, things, **more):
    """The titles of what it finds, best first; all of them if not said otherwise."""
    titles = {thing.entry.pk: thing.title for thing in things}
    return [titles[pk] for pk in engine.best(asked, **{"limit": 10_000, **more})]


# The truth


def holds(thing, wanted):
    texts = [thing.title] if wanted.field == "title" else [thing.title, "".join(thing.texts), thing.extra]
    return any(_pattern(each.text).search(fold(text)) for each in wanted.phrases for text in texts)


def _pattern(typed):
    """Runs of one script follow each other with nothing but signs between; half typed letters may go on."""
    runs = re.findall(rf"[{HAN}]+|\d+|[a-z]+", typed)
    said = []
    for run in runs:
        if run.isdigit():
            said.append(rf"(?<!\d){run}(?!\d)")
        elif run.isascii():
            may_go_on = run is runs[-1] and len(run) > 1
            said.append(rf"(?<![a-z]){run}" + ("" if may_go_on else "(?![a-z])"))
        else:
            said.append(run)
    return re.compile(r"[^\w]*".join(said))


def sees(who, thing):
    return thing.shown and (
        thing.scope in who.scopes or thing.root in who.roots or bool(set(who.keys) & set(thing.keys))
    )


def values_of(thing, facet):
    """The values a thing has for a facet."""
    if facet == "tag":
        return set(thing.tags)
    if facet == "updated":
        return {"month" if thing.days_old <= 30 else "year" if thing.days_old <= 365 else "older"}
    if facet == "trust":
        return {"never" if thing.valid_until is None else "verified" if thing.valid_until >= TODAY else "due"}
    if facet == "state":
        if thing.binds_until is not None and thing.binds_until <= TODAY:
            return {"repealed"}
        if thing.binds_from is None:
            return {""}
        return {"coming" if thing.binds_from > TODAY else "in_force"}
    if facet == "file":
        return {"yes" if thing.has_file else "no"}
    return {getattr(thing, facet)}


def meets(thing, condition):
    if condition.facet == "after":
        is_met = thing.day >= condition.values[0]
    elif condition.facet == "before":
        is_met = thing.day <= condition.values[0]
    elif condition.facet == "updated" and thing.days_old <= 365:  # what is of this month is of this year too
        is_met = "year" in condition.values or ("month" in condition.values and thing.days_old <= 30)
    else:
        is_met = bool(values_of(thing, condition.facet) & (set(condition.values) - {None}))
    return is_met != condition.excluded


def truth(things, asked):
    """All that an engine must find, and nothing else."""
    return [
        thing
        for thing in things
        if sees(asked.who, thing)
        and all(holds(thing, each) for each in asked.wanted)
        and not any(holds(thing, each) for each in asked.unwanted)
        and all(meets(thing, each) for each in asked.conditions)
        and thing.entry.pk not in asked.without
    ]


def counted(things, asked):
    """{facet: {value: number}}, each facet without its own conditions."""
    numbers = {}
    for facet in FACETS:
        numbers[facet] = {}
        for thing in truth(things, asked.but_for(facet)):
            for value in values_of(thing, facet):
                numbers[facet][value] = numbers[facet].get(value, 0) + 1
    return numbers
