"""Numbers as a sheet shows them: days, times, percent, thousands, decimals (ECMA-376 Part 1, 18.8.30 and 31)."""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cached_property

_DAYS = {"14": "yyyy/m/d", "15": "d-mmm-yy", "16": "d-mmm", "17": "mmm-yy", "22": "yyyy/m/d h:mm"}
_TIMES = {"18": "h:mm AM/PM", "19": "h:mm:ss AM/PM", "20": "h:mm", "21": "h:mm:ss", "45": "mm:ss", "46": "[h]:mm:ss"}
_CHINESE = {  # what 27 to 58 are where Excel speaks Chinese
    **dict.fromkeys(("27", "36", "50", "57"), 'yyyy"年"m"月"'),
    **dict.fromkeys(("28", "29", "51", "54", "58"), 'm"月"d"日"'),
    "30": "m-d-yy",
    "31": 'yyyy"年"m"月"d"日"',
    "32": 'h"时"mm"分"',
    "33": 'h"时"mm"分"ss"秒"',
    "34": 'AM/PMh"时"mm"分"',
    "35": 'AM/PMh"时"mm"分"ss"秒"',
    "52": 'yyyy"年"m"月"',
    "53": 'm"月"d"日"',
    "55": 'AM/PMh"时"mm"分"',
    "56": 'AM/PMh"时"mm"分"ss"秒"',
}
_NUMBERS = {
    **dict.fromkeys(("3", "37", "38"), "#,##0"),
    **dict.fromkeys(("4", "39", "40"), "#,##0.00"),
    "1": "0",
    "2": "0.00",
    "9": "0%",
    "10": "0.00%",
    "11": "0.00E+00",
    "48": "##0.0E+0",
    "49": "@",
}
BUILT_IN = _DAYS | _TIMES | _CHINESE | _NUMBERS
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|[_*].')
_ASIDE = re.compile(r"\[(?:\$([^\]-]*)[^\]]*|DBNum\d|[A-Za-z]+\d*|[<>=][^\]]*)\]")
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_OF_TIME = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<elapsed>h+|m+|s+)\]|(?P<half>AM/PM|A/P|上午/下午)'
    r"|(?P<part>y+|e+|m+|d+|h+|s+(?:\.0+)?|a{3,4})|[_*].|(?P<other>.)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_WHEN = re.compile(r"\[([<>=]+)(-?[\d.]+)\]")
_FRACTION = re.compile(r"[?#\d]\s*/\s*[?#\d]")
_DIGITS = re.compile(r"[0#?][0#?,]*(?:\.[0#?]*)?")
_LARGEST_DAY = 2_958_465  # the end of 9999
_WEEK = "一二三四五六日"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_KEPT = 0xE000  # signs that nobody writes stand for what is quoted


class Format:
    """`code` as it stands in the file. `show` never raises."""

    def __init__(self, code):
        self.code = "" if code in ("General", "G/通用格式", "@") else code

    @cached_property
    def sections(self) -> list[str]:
        """For what is positive, negative, nothing."""
        return _BETWEEN.split(self.code)

    @cached_property
    def is_of_time(self) -> bool:
        bare = _QUOTED.sub("", self.sections[0])
        if _ELAPSED.search(bare):
            return True
        bare = re.sub(r"(?i)s\.0+", "s", _ASIDE.sub("", bare))
        return bool(re.search(r"(?i)[ymdhs]|aaa", bare)) and not re.search(r"[#?0]", bare)

    def show(self, value: str, counts_from_1904=False) -> str:
        try:
            number = Decimal(value)
            if not number.is_finite():
                return value
            if self.is_of_time:
                is_a_day = 0 <= number <= _LARGEST_DAY
                return _moment(self.sections[0], number, counts_from_1904) if is_a_day else general(number)
            return self._number(number)
        except (InvalidOperation, ValueError, OverflowError, IndexError):
            return value

    def _number(self, number):
        if not self.code or _FRACTION.search(_QUOTED.sub("", self.code)):
            return general(number)
        section, shown = self._section(number)
        kept = []

        def keep(one):
            kept.append(one[1] if one[1] is not None else one[2] or "")
            return chr(_KEPT + len(kept) - 1)

        bare = _QUOTED.sub(keep, _ASIDE.sub(lambda one: one[1] or "", section))
        words = _in_place(bare, shown)
        return "".join(_back(one, kept) for one in words).strip() or general(number)

    def _section(self, number):
        sections = self.sections
        if _WHEN.search(self.code):
            return next((one for one in sections if _applies(one, number)), "General"), number
        if number < 0 and len(sections) > 1:
            return sections[1], -number
        if number == 0 and len(sections) > 2:
            return sections[2], number
        return (sections[0], number) if number >= 0 else (f"-{sections[0]}", -number)


def _back(sign, kept):
    return kept[ord(sign) - _KEPT] if 0 <= ord(sign) - _KEPT < len(kept) else sign


def _in_place(bare, number):
    """The digits where the format has them; without a place for digits, its words alone."""
    pattern = _DIGITS.search(bare)
    if pattern is None:
        return re.sub("General|G/通用格式", general(number), bare)
    behind = bare[pattern.end() :]
    tail = re.sub(r"(?i)^E[+-]0+", "", behind)
    if re.search("[0#]", tail):  # numbers of telephones
        return general(number)
    return bare[: pattern.start()] + _digits(pattern[0], number * 100 if "%" in bare else number, behind) + tail


def _applies(section, number):
    when = _WHEN.search(section)
    if when is None:
        return True
    sign, limit = when[1], Decimal(when[2])
    return (
        ("=" in sign and number == limit and sign != "<>")
        or ("<" in sign and number < limit)
        or (">" in sign and number > limit)
    )


def general(number: Decimal) -> str:
    """As Excel shows what has no format: eleven digits at most."""
    if number and not Decimal("1e-5") <= abs(number) < Decimal("1e11"):
        return (
            re.sub(r"\.?0*e([+-])0*(\d)", r"E\1\2", f"{number:.5e}")
            if number % 1 or abs(number) >= 10**15
            else (f"{number:.0f}")
        )
    whole = len(str(abs(int(number))))
    shown = f"{number.quantize(Decimal(1).scaleb(-max(0, 10 - whole)), ROUND_HALF_UP):f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _digits(pattern, number, tail):
    power = re.match(r"E([+-])(0+)", tail, re.IGNORECASE)
    head, _dot, decimals = pattern.partition(".")
    places = len(decimals)
    if power:
        shown, _e, exponent = f"{number:.{places}e}".partition("e")
        sign = "-" if exponent.startswith("-") else "+" if power[1] == "+" else ""
        return f"{shown}E{sign}{exponent.lstrip('+-').zfill(len(power[2]))}"
    thousands = len(head) - len(head.rstrip(","))
    number = number.scaleb(-3 * thousands).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _dot, part = f"{abs(number):f}".partition(".")
    whole = whole.zfill(head.count("0"))
    if "," in head.rstrip(","):
        whole = f"{int(whole):,}".zfill(len(whole))
    while part and part.endswith("0") and decimals[len(part) - 1] in "#?":
        part = part[:-1]
    return f"{'-' if number < 0 else ''}{whole}{'.' if part else ''}{part}"


def _moment(section, number, counts_from_1904):
    seconds = int((number * 86_400).quantize(Decimal(1), ROUND_HALF_UP))
    if counts_from_1904:
        first = datetime.datetime(1904, 1, 1, tzinfo=datetime.UTC)
    else:  # Excel has a 29 February 1900
        first = datetime.datetime(1899, 12, 31 if number < 60 else 30, tzinfo=datetime.UTC)
    moment = first + datetime.timedelta(seconds=seconds)
    section = _ASIDE.sub(lambda one: one[0] if _ELAPSED.fullmatch(one[0]) else "", section)
    pieces = list(_OF_TIME.finditer(section))
    has_half, last, words = any(one["half"] for one in pieces), "", []
    for place, one in enumerate(pieces):
        part = (one["part"] or "").lower()
        if part.startswith("m") and len(part) < 3 and (last == "h" or _next(pieces, place) == "s"):
            part = "M" * len(part)
        last = (part or one["elapsed"] or "")[:1].lower() or last
        words.append(_words_of(one, part, moment, seconds, has_half))
    return "".join(words).strip()


def _next(pieces, place):
    return next((one["part"][0].lower() for one in pieces[place + 1 :] if one["part"]), "")


def _words_of(one, part, moment, seconds, has_half):
    if one["quoted"] is not None or one["escaped"] or one["other"]:
        return one["quoted"] or one["escaped"] or one["other"] or ""
    if one["half"]:
        early = moment.hour < 12
        return ("上午" if early else "下午") if "上" in one["half"] else ("AM" if early else "PM")
    if one["elapsed"]:
        return str(seconds // {"h": 3600, "m": 60, "s": 1}[one["elapsed"][0].lower()])
    hour = (moment.hour % 12 or 12) if has_half else moment.hour
    by_letter = {"d": moment.day, "h": hour, "M": moment.minute, "s": moment.second, "m": moment.month}
    kind, wide = part[:1], len(part)
    if kind in ("y", "e"):
        return f"{moment:%Y}" if wide > 2 or kind == "e" else f"{moment:%y}"
    if kind == "a":
        return ("星期" if wide == 4 else "周") + _WEEK[moment.weekday()]
    if kind == "m" and wide > 2:
        return _MONTHS[moment.month - 1] if wide == 3 else f"{moment.month}月"
    if kind == "d" and wide > 2:
        return "星期" + _WEEK[moment.weekday()]
    number = by_letter.get(kind)
    return "" if number is None else f"{number:02d}" if wide > 1 else str(number)
