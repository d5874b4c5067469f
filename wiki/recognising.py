"""Laws and regulations told from their own text: the title's last word and the dated lines on top."""

import datetime
import re

from content.transfer.recognise import Recognised, recogniser
from wiki.models import RegulationClass

ENDINGS = ("法", "条例", "办法", "规定", "规则", "细则", "决定", "制度", "解释", "规程", "准则", "通则", "标准", "法典")
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
def law(title, body):
    """A title that ends like a law's, and a dated line on top or numbered articles below; else it is an article."""
    name = re.sub(r"[（(][^（）()]*[)）]$", "", title.strip())
    if not name.endswith(ENDINGS):
        return None
    head = [line.strip() for line in body.splitlines()[:HEAD] if line.strip()]
    head = head[: next((place for place, line in enumerate(head) if line.startswith(("#", "第一条", "<!--"))), 12)]
    dated = [(found, line) for line in head for found in DATED.findall(line)[:1]]
    if not dated and "第一条" not in body:
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


def _day(parts):
    try:
        return datetime.date(*map(int, parts))
    except ValueError:
        return None
