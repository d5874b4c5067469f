"""What a regulation says of itself: number, who issued it, its days, version, title, what it replaces.

told = facts_of(box, find(box))
told.value("binds_from"), told.number.place, told.questions
"""

import re
from dataclasses import dataclass, field, replace

from content.convert.word import sayings, told
from content.convert.word.dates import days_in
from content.convert.word.lines import tidy
from content.convert.word.names import TBL, P
from content.convert.word.questions import Question
from content.convert.word.trees import text_of

NAMES = (
    *("number", "title", "issuing_unit", "issued_on", "binds_from", "revised_on", "version"),
    *("replaces", "drafted_by", "reviewed_by", "approved_by"),
)
_DAYS = ("issued_on", "binds_from", "revised_on")
_ASKED = ("number", "title", "issued_on", "binds_from", "revised_on", "version")
_TOP, _END = 40, 15  # lines that are its head and its end


@dataclass(frozen=True)
class Candidate:
    """`place` is a code: header, footer, table, top, text, signature, imprint, heading, properties. `weight` orders."""

    value: str
    place: str
    quote: str = ""
    weight: int = 0


@dataclass(frozen=True)
class Fact(Candidate):
    others: tuple = ()  # candidates that say something else, the likelier first


@dataclass
class Facts:
    number: Fact | None = None
    title: Fact | None = None
    issuing_unit: Fact | None = None
    issued_on: Fact | None = None  # days are ISO; 2026-03 where only the month is told
    binds_from: Fact | None = None
    revised_on: Fact | None = None
    version: Fact | None = None
    replaces: Fact | None = None
    drafted_by: Fact | None = None
    reviewed_by: Fact | None = None
    approved_by: Fact | None = None
    questions: list = field(default_factory=list)

    def value(self, name) -> str:
        fact = getattr(self, name)
        return "" if fact is None else fact.value


def facts_of(box, headings) -> Facts:
    """The box prepared, its numbers written, its headings found and not yet applied."""
    sheet = headings.sheet
    found, questions = {name: [] for name in NAMES}, []
    for one in _told(box, sheet):
        _add(found, questions, one)
    for fact, value, place, quote, weight in sayings.said(sheet, headings):
        found[fact].append(Candidate(value, place, quote[:80], weight))
    _from_history(sheet, found)
    _know_day_of_issue(found)
    facts = Facts(**{name: _chosen(candidates) for name, candidates in found.items()}, questions=questions)
    _settle(facts)
    return facts


def _told(box, sheet):
    for place, stories in (("header", box.headers), ("footer", box.footers)):
        for story in stories:
            for block in story:
                if block.tag == TBL:
                    yield from told.in_table(block, place)
                elif block.tag == P:
                    labelled = told.in_line(text_of(block), place)
                    yield from labelled or told.bare_in_line(text_of(block), place)
    last = len(sheet.lines)
    for line in sheet.lines:
        if line.place < _TOP or line.place >= last - _END:
            place = "top" if line.place < _TOP else "signature"
            if line.table is not None:
                yield from told.in_table(line.table, "table")
            elif len(line.text) < 120:
                yield from told.in_line(text_of(line.paragraph), place)


_WEIGHTS = {"table": 60, "header": 55, "top": 45, "signature": 45, "footer": 40}


def _add(found, questions, one):
    weight = _WEIGHTS[one.place] - one.order
    if one.fact not in _DAYS:
        value = sayings.cleaned(one.fact, one.value)
        if value:
            found[one.fact].append(Candidate(value, one.place, one.quote, weight))
        return
    for day in days_in(one.value)[:1]:
        if day.iso:
            found[one.fact].append(Candidate(day.iso, one.place, one.quote, weight))
        else:
            key = f"date_impossible:{one.fact}:{one.place}"
            questions.append(Question(key, "date_impossible", day.text, one.quote, (), "", one.fact))


def _from_history(sheet, found):
    """A table of changes: its last row is how it stands."""
    for line in sheet.lines:
        if line.table is None:
            continue
        told_days = told.column(line.table, "修订日期", "修改日期")
        days = [day.iso for text in told_days or told.column(line.table, "日期") for day in days_in(text)[:1]]
        versions = list(filter(None, told.column(line.table, "版本", "版次", "版本号", "修订版本")))
        if told_days and any(days):
            found["revised_on"].append(Candidate(max(days), "table", "", 30))
        if versions and days:
            found["version"].append(Candidate(versions[-1], "table", "", 30))


def _know_day_of_issue(found):
    """自印发之日起施行: the day it was issued, where that is told."""
    issued = _chosen(found["issued_on"])
    meant = [one for one in found["binds_from"] if one.value == sayings.WHEN_ISSUED]
    found["binds_from"] = [one for one in found["binds_from"] if one not in meant]
    if issued is not None:
        found["binds_from"] += [replace(one, value=issued.value) for one in meant]


def _chosen(candidates) -> Fact | None:
    ordered = sorted(candidates, key=lambda one: -one.weight)
    if not ordered:
        return None
    first, seen, others = ordered[0], {_same(ordered[0].value)}, []
    for one in ordered[1:]:
        if _same(one.value) not in seen:
            seen.add(_same(one.value))
            others.append(one)
    return Fact(first.value, first.place, first.quote, first.weight, tuple(others))


def _same(value):
    return re.sub(r"[\s《》〔〕（）()\[\]第版Vv]", "", tidy(value)).lower()


def _settle(facts):
    """Where two good places disagree a person says; a weak one only waits among the others."""
    for name in _ASKED:
        fact = getattr(facts, name)
        rivals = () if fact is None else [one for one in fact.others if one.weight >= sayings.GOOD]
        if rivals and fact.weight >= sayings.GOOD:
            options = (fact.value, *(one.value for one in rivals))
            quote = "；".join(one.quote for one in (fact, *rivals) if one.quote)[:160]
            facts.questions.append(Question(f"fact:{name}", name, fact.place, quote, options, fact.value))
    _settle_days(facts)


def _settle_days(facts):
    issued, binds = facts.issued_on, facts.binds_from
    if binds is None and issued is not None:
        key, options = "fact:binds_from_missing", (issued.value, "")
        facts.questions.append(Question(key, "binds_from_missing", issued.place, issued.quote, options, issued.value))
    elif binds is not None and issued is not None and binds.value < issued.value[: len(binds.value)]:
        options, quote = (binds.value, issued.value), f"{binds.quote}；{issued.quote}"[:160]
        key = "fact:binds_before_issued"
        facts.questions.append(Question(key, "binds_before_issued", binds.place, quote, options, binds.value))
