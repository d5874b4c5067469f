"""Laws and regulations told from their own text: the title's last word and the dated lines on top."""

import datetime
import re
import unicodedata

from content.transfer.recognise import Recognised, filler, recogniser
from content.transfer.units import unit_called
from wiki.models import RegulationClass

ENDINGS = ("法", "条例", "办法", "规定", "规则", "细则", "决定", "制度", "解释", "规程", "准则", "通则", "标准", "法典")
OF_A_REGULATION = {"number", "issued_on", "binds_from", "revised_on", "version"}  # facts of a file
HEAD = 40  # lines in which a law says when and by whom it was made
DATED = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
NUMBER = re.compile(
    r"((?:中华人民共和国)?[\u4e00-\u9fa5]{2,20}令\s*(?:〔\d{4}〕)?\s*第\s*\d+\s*号"
    r"|[\u4e00-\u9fa5]{2,12}〔\d{4}〕\s*\d+\s*号)"
)
MADE = ("通过", "公布", "发布", "颁布", "批准", "制定")
CHANGED = ("修订", "修正", "修改")
FROM = re.compile(r"自\s*(\d{4})年(\d{1,2})月(\d{1,2})日起(?:施行|实施|生效)")
ISSUER = re.compile(r"日\s*([\u4e00-\u9fa5、]{3,40}?)(?:第|令|公告|公布|发布|通过|批准|修订|颁布)")


@recogniser
def law(title, body, told):
    """A title that ends like a law's, and a dated line on top or numbered articles below; else it is an article.

    A file that tells its number or its days needs neither.
    """
    name = re.sub(r"[（(][^（）()]*[)）]$", "", title.strip())
    if not name.endswith(ENDINGS):
        return None
    head = [line.strip() for line in body.splitlines()[:HEAD] if line.strip()]
    head = head[: next((place for place, line in enumerate(head) if line.startswith(("#", "第一条", "<!--"))), 12)]
    dated = [(found, line) for line in head for found in DATED.findall(line)[:1]]
    if not dated and "第一条" not in body and not (OF_A_REGULATION & set(told)):
        return None
    made = next((each for each in dated if any(word in each[1] for word in MADE)), dated[0] if dated else None)
    changed = [each for each in dated if any(word in each[1] for word in (*MADE, *CHANGED))]
    last = changed[-1] if changed else made
    number = next((found.group(1) for line in head if (found := NUMBER.search(line))), "")
    issuer = next((found.group(1) for _, line in filter(None, [made]) if (found := ISSUER.search(line))), "")
    issued = _day(last[0]) if last else None
    effective = next((_day(each) for each in reversed(FROM.findall(body))), None) or issued
    values = {
        "number": re.sub(r"\s+", "", number)[:60],
        "regulation_class": RegulationClass.LAW.value,
        "issuer_name": issuer[:120],
    }
    facts = {"issued_on": issued, "effective_on": max(filter(None, (effective, issued)), default=None)}
    return Recognised("regulation", values, facts)


@filler("regulation")
def regulation(told, body, space):
    """A unit of ours is known by its name; any other issuer stays as it is written."""
    number, issuer = told.get("number", ""), told.get("issuing_unit", "")
    unit = unit_called(issuer, near=space.unit) if issuer else None
    values = {
        "number": re.sub(r"\s+", "", number)[:60],
        "issuing_unit_id": unit.pk if unit else None,
        "issuer_name": "" if unit else issuer[:120],
        "regulation_class": RegulationClass.LAW.value if NUMBER.match(number) and "令" in number else "",
    }
    issued = _iso(told.get("issued_on")) or _iso(told.get("revised_on"))
    effective = _iso(told.get("binds_from")) or issued
    facts = {
        "issued_on": issued,
        "effective_on": max(filter(None, (effective, issued)), default=None),
        "number": _edition(told.get("version")),
    }
    return Recognised("regulation", values, facts)


def _iso(words):
    """A whole day; where only a month is told there is none."""
    try:
        return datetime.date.fromisoformat(words or "")
    except ValueError:
        return None


def _edition(words):
    """第3版, V2.0, 02: the number of the edition, or None."""
    found = re.search(r"\d{1,3}", unicodedata.normalize("NFKC", words or ""))
    if found:
        return int(found[0]) or None
    found = re.search(r"第?([一二三四五六七八九])版", words or "")
    return "一二三四五六七八九".index(found[1]) + 1 if found else None


def _day(parts):
    try:
        return datetime.date(*map(int, parts))
    except ValueError:
        return None
