"""How a line begins: 第三章, 第十一条, 一、, （一）, 1.2, 附件1 … and what such beginnings only look like."""

import re
import unicodedata
from dataclasses import dataclass

# From the widest to the narrowest: what stands lower in a text has the greater rank.
RANKS = {
    "appendix": -1.0,
    "part": 0.5,
    "chapter": 1.0,
    "section": 2.0,
    "article": 3.0,
    "chinese": 4.0,
    "chinese_in_brackets": 5.0,
    "framed": 5.5,
    "decimal1": 6.0,
    "decimal2": 7.0,
    "decimal3": 8.0,
    "decimal4": 8.5,
    "plain": 9.0,
}
_DIGITS = {
    one: value
    for value, signs in enumerate(["〇零○0", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"])
    for one in signs
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
NUMBER = r"[0-9〇零○一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟]+"
_FEW = r"[一二三四五六七八九十百〇零]+"
_PATTERNS = (
    ("part", re.compile(rf"第\s*({NUMBER})\s*(?:编|篇|部分)")),
    ("chapter", re.compile(rf"第\s*({NUMBER})\s*章")),
    ("section", re.compile(rf"第\s*({NUMBER})\s*节")),
    ("article", re.compile(rf"第\s*({NUMBER})\s*条")),
    ("chinese", re.compile(rf"({_FEW})\s*[、.．]")),
    ("chinese_in_brackets", re.compile(rf"[(（〔]\s*({_FEW})\s*[)）〕]\s*[、.]?")),
    ("appendix", re.compile(rf"附\s*(?:件|录|表)\s*({NUMBER}|[A-Z](?![A-Za-z]))?")),
    ("decimal", re.compile(r"(\d{1,2}(?:\s?[.．]\s?\d{1,2}){1,4})[.．、]?(?=\D|$)")),
    ("decimal", re.compile(r"(\d{1,2})\s*[.．、](?!\d)")),
    ("decimal", re.compile(r"(\d{1,2})\s+(?=\D)")),
    ("decimal", re.compile(r"(\d{1,2})(?=[\u4e00-\u9fff]{2})(?![期级型度类代线号步等比])")),
    ("framed", re.compile(r"[【〖](?=.{1,24}[】〗]$)")),
)
# What a number counts or measures: 5 mg, 3 天内, 0.9%, 10～15 分钟.
_UNIT = re.compile(
    r"\s*(?:%|％|‰|℃|°|×|x\d|[~～—–-]\s*\d|mg|ml|mL|kg|cm|mm|mmol|g\b|L\b|U\b|IU|h\b|min|[/／:：]\s*\d|[)）]"
    r"|[名例位岁瓶粒袋]|片(?!区)|支(?![气原架])|小时|分钟|工作日|个月|个工|学时|毫|"
    r"[年月日号天周次片支粒袋瓶人份张台床间项条级度倍个元万分秒](?=[\s，。、；,.;()（）内以之后前的或每至起左右上下就未不及可/×]))"
)
# 第三章规定的…, 第五条所称…: the text speaks of it. A blank behind the number says that it does not.
_REFERS_TO_PART = re.compile(r"规定的|所[列称述指规]|的|第|[至到和与及]第|或者?第|[、，,；。]|之规定")
_REFERS = re.compile(
    r"规定|的|款|项|第|至|到|所|中(?![心医西药央国华])|和|与|及(?!时)|或者?|[、，,；。]|之|内容|执行|要求|(?:以)?[上下]各?条"
)


_FAR_ENOUGH = 120  # characters; what is longer is no heading anyway


@dataclass(frozen=True)
class Mark:
    """`values` are (3, 2) of 3.2; `rest` is what follows the number."""

    kind: str
    values: tuple
    label: str
    rest: str

    @property
    def series(self):
        """1. and 1 are not counted together."""
        return self.kind, self.kind == "decimal1" and self.label[-1:].isdigit()

    @property
    def rank(self):
        return RANKS[self.kind]


def mark_of(text) -> Mark | None:
    """What the line begins with; None where that only counts, measures or refers."""
    flat = unicodedata.normalize("NFKC", text[:_FAR_ENOUGH])
    if unicodedata.category(text[:1] or " ") == "No":  # ① ⑴ ⒈ count items
        return None
    for kind, pattern in _PATTERNS:
        found = pattern.match(flat)
        if found is None:
            continue
        label, rest = found[0].strip(), flat[found.end() :].strip()
        if kind == "framed":
            return Mark(kind, (), "", flat)
        if kind == "decimal":
            return _decimal(found, label, rest)
        if _refers(kind, flat[found.end() :]):
            return None
        return Mark(kind, _values(found[1]), label, rest)
    return None


def _refers(kind, following):
    if kind in ("part", "chapter", "section"):
        return _REFERS_TO_PART.match(following) is not None
    return kind == "article" and _REFERS.match(following) is not None


def _decimal(found, label, rest):
    values = tuple(int(one) for one in re.findall(r"\d+", found[1]))
    is_bare = label[-1].isdigit()
    if is_bare and (_UNIT.match(rest + " ") or _starts_low(rest)):
        return None
    if len(values) == 1 and is_bare and found[0] == label and not rest[:1].isalpha():
        return None
    if values[0] == 0 or (not rest):
        return None
    return Mark(f"decimal{min(len(values), 4)}", values, label, rest)


def _starts_low(rest):
    """A name of a medicine does not follow its dose: 5 mg 地西泮; a heading begins with a Chinese or capital letter."""
    first = rest[:1]
    return first.isascii() and not (first.isupper() or first in "\"'(《")


def _values(text):
    if not text:
        return ()
    return (ord(text) - 64,) if text.isascii() and text.isalpha() else (whole_of(text),)


def whole_of(text) -> int:
    """十二, 一百零三, 二〇二六, 12."""
    if text.isdecimal():
        return int(text)
    if not any(one in _TENS for one in text):
        return int("".join(str(_digit(one)) for one in text) or 0)
    total, last = 0, None
    for one in text:
        if one in _TENS:
            total, last = total + (1 if last is None else last) * _TENS[one], None
        else:
            last = _digit(one) or None
    return total + (last or 0)


def _digit(one):
    return int(one) if one.isdecimal() else _DIGITS.get(one, 0)
