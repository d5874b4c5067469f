"""Days as people write them: 2026年3月1日, 二〇二六年三月一日, 2026-03-01, 2026.3.1, 20260301."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from content.convert.word.marks import whole_of

_CHINESE = "〇零○Ｏ一二三四五六七八九"
_SMALL = r"[\d一二三四五六七八九十]{1,3}"
DAY = re.compile(
    rf"(?P<year>(?:19|20)\d\d|[一二][{_CHINESE}]{{3}})\s*年\s*(?P<month>{_SMALL})\s*月(?:\s*(?P<day>{_SMALL})\s*[日号])?"
    r"|(?<!\d)(?P<year2>(?:19|20)\d\d)\s?[-./—]\s?(?P<month2>\d{1,2})\s?[-./—]\s?(?P<day2>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<year3>20\d\d)(?P<month3>0[1-9]|1[0-2])(?P<day3>[0-3]\d)(?!\d)"
)


@dataclass(frozen=True)
class Day:
    """`iso` is 2026-03 where the day is not told, and empty where no calendar has it."""

    iso: str
    text: str
    start: int
    end: int


def days_in(text) -> list[Day]:
    flat = unicodedata.normalize("NFKC", text)
    flat = flat if len(flat) == len(text) else text  # places stay those of the text
    return [_day(found) for found in DAY.finditer(flat)]


def _day(found):
    part = found.groupdict()
    year, month, day = (part[name] or part[f"{name}2"] or part[f"{name}3"] for name in ("year", "month", "day"))
    return Day(_iso(year, month, day), found[0], found.start(), found.end())


def _iso(year, month, day):
    year, month = whole_of(year.replace("Ｏ", "〇")), whole_of(month)
    if day is None:
        return f"{year:04}-{month:02}" if 1 <= month <= 12 else ""
    try:
        return date(year, month, whole_of(day)).isoformat()
    except ValueError:
        return ""
