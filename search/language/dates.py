"""Days and stretches of days as people write them: 2025, 2025年3月, 2025-03..2026, 近7天."""

import datetime
import re
from calendar import monthrange

from ui.days import today

DATE = re.compile(r"(\d{4})(?:年|[-/.](?=\d)|$)(?:(\d{1,2})(?:月|[-/.](?=\d)|$)(?:(\d{1,2})日?)?)?", re.ASCII)
BETWEEN = re.compile(r"\.{2,3}|~|至|到")
RECENT = re.compile(
    r"(?:最?近|过去)(\d{1,4}|[半一二两三四五六七八九十])个?(天|日|周|星期|月|年)(?:内|以?来)?", re.ASCII
)
NUMBERS = {char: number for number, char in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
YEARS = (1900, 2199)


def stretch_of(text) -> tuple[str, str] | None:
    """First and last day in ISO form, “” where it is open; None for what is no date."""
    ends = BETWEEN.split(text.replace(" ", ""))
    if len(ends) == 1:
        found = _named(ends[0]) or _recent(ends[0]) or _one(ends[0])
    else:
        found = _two(*ends) if len(ends) == 2 else None
    return tuple(day.isoformat() if day else "" for day in found) if found else None


def _one(text):
    """A year, a month or a day, as its first and last day."""
    match = DATE.fullmatch(text)
    if not match or not YEARS[0] <= int(match[1]) <= YEARS[1]:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        first = datetime.date(year, month or 1, day or 1)
    except ValueError:
        return None
    last = first if day else first.replace(month=month or 12, day=monthrange(year, month or 12)[1])
    return first, last


def _two(start, end):
    """From the first day of the one to the last of the other; either may be left out."""
    first, last = _one(start), _one(end)
    if (start and not first) or (end and not last) or not (first or last):
        return None
    if first and last and first[0] > last[1]:
        first, last = last, first
    return first and first[0], last and last[1]


def _recent(text):
    """“近 3 个月” begins on the same day three months ago."""
    match = RECENT.fullmatch(text)
    if not match:
        return None
    amount, unit = match.groups()
    if amount == "半":
        days, months = (0, 6) if unit == "年" else (15, 0) if unit == "月" else (1, 0)
    else:
        number = NUMBERS.get(amount) or int(amount)
        days = number * {"天": 1, "日": 1, "周": 7, "星期": 7}.get(unit, 0)
        months = number * {"月": 1, "年": 12}.get(unit, 0)
    try:
        return _months_before(today(), months) - datetime.timedelta(days=days), None
    except (ValueError, OverflowError):
        return None


def _named(text):
    now = today()
    monday = now - datetime.timedelta(days=now.weekday())
    yesterday = now - datetime.timedelta(days=1)
    return {
        "今天": (now, now),
        "昨天": (yesterday, yesterday),
        "本周": (monday, None),
        "本月": (now.replace(day=1), None),
        "今年": (now.replace(month=1, day=1), None),
        "去年": _one(str(now.year - 1)),
    }.get(text)


def _months_before(day, months):
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, monthrange(year, month)[1]))
