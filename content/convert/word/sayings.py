"""What sentences, red heads and the lines below a text say: 自…起施行, 青医发〔2026〕7号, who and when."""

import re
import unicodedata
from itertools import zip_longest

from content.convert.word.dates import DAY, days_in

GOOD = 25  # a candidate as heavy as this is worth a question
WHEN_ISSUED = "issued"
_PAPER_NUMBER = re.compile(
    r"([\u4e00-\u9fff]{1,12}(?:[（(][\u4e00-\u9fff]{1,6}[）)])?)\s*[〔\[［(（【〖]\s*((?:19|20)\d\d)\s*[〕\]］)）】〗]\s*第?\s*(\d{1,5})\s*号"
)
_NARROW = {ord("０") + digit: str(digit) for digit in range(10)}
_DAY = re.sub(r"\?P<\w+>", "", DAY.pattern)
_BEGINS = r"\s*(?:正式|全面|全院)?\s*(?:施行|实施|执行|生效|启用|试行|试运行)"
_BINDS = re.compile(
    rf"(?:自|从|于)\s*(?:{_DAY})\s*(?:之?日)?\s*(?:起|开始|始)?{_BEGINS}|(?:{_DAY})\s*(?:之?日)?\s*(?:起|开始){_BEGINS}"
)
_BINDS_WHEN_ISSUED = re.compile(
    r"[自从](?:发布|公布|印发|颁布|下发|发文|签发|批准|通过)之?日?起?\s*(?:开始|正式)?(?:起)?"
    r"(?:施行|实施|执行|生效|试行)"
)
_NAMED = re.compile(r"《([^《》]{2,60})》")
_ENDS_OTHER = re.compile(
    r"《[^。]*》(?:\s*[（(][^（()）]{2,30}[）)])?[^。《》]{0,12}(?:同时|即行|予以|自行|随之|停止)?(?:废止|作废|停止(?:执行|使用))"
)
_REPLACES = re.compile(r"(?:代替|替代|取代)(?:原)?《[^《》]{2,60}》")
_PASSED = re.compile(r"[（(〔].*(?:通过|审议|审定|批准).*[）)〕]?")
_REVISED = re.compile(r"(?:第.{1,3}次)?(?:修订|修正|修改)")
_EDITION = re.compile(
    r"[（(]\s*((?:第?\s*[\d一二三四五六七八九十.]{1,5}\s*版)|[VvＶ]\s*\d[\d.]*)\s*[）)]"
    r"|^(第[\d一二三四五六七八九十]{1,3}版)$"
)
_UNIT_END = re.compile(
    r"[\u4e00-\u9fff（）()]{1,28}(?:医院|卫生院|卫生服务中心|中心|委员会|集团|保健院|防治院|分院|总院|院区|医共体|"
    r"科|部|处|办公室|院办|室|局)"
)
_VERSION = re.compile(
    r"(?:第[\d一二三四五六七八九十]{1,3}版|[A-Za-z]?[\d.]+版?|[A-Z](?:/\d+)?版?|[一二三四五六七八九十]版)(?:/\d+)?"
)
_OF_NUMBER = re.compile(r"[A-Za-z0-9\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff\-－—–_/.．·〔〕\[\]［］()（）# ]{0,40}")


def said(sheet, headings):
    """(fact, value, place, quote, weight)"""
    texts = [line for line in sheet.lines if line.table is None]
    title = headings.title
    if title.text:
        yield "title", title.text, "heading", title.text, 50 if title.why != "first_line" else 20
    if title.unit:
        unit = re.sub(r"(?:文件|公文)$", "", title.unit)
        yield "issuing_unit", unit, "top", title.unit, 35
    last_title = max((line.place for line in title.lines), default=0)
    for line in texts[:12]:
        yield from _in_head(line, last_title)
    for line in texts:
        yield from _in_sentence(line.text, line.place >= len(sheet.lines) * 2 // 3)
    yield from _below(texts, sheet)


def _in_head(line, last_title):
    text = line.text
    number = _PAPER_NUMBER.search(text)
    if number is not None and len(number[0]) * 2 > len(re.split(r"\s*签发人", text)[0]) and line.place < last_title + 6:
        yield "number", number_of(number), "top", text, 58
    red_head = re.fullmatch(r"(.{2,28}(?:医院|院|中心|集团|委员会|局))文件", text)
    if red_head is not None:
        yield "issuing_unit", red_head[1], "top", text, 48
    edition = _EDITION.search(text)
    if edition is not None and line.place <= last_title + 2:
        yield "version", cleaned("version", edition[1] or edition[2]), "top", text, 35
    if _PASSED.fullmatch(text) and len(text) < 80:
        for day, behind in zip(days_in(text), _behind(text), strict=True):
            is_revised = _REVISED.search(behind) is not None
            if day.iso:
                yield "revised_on" if is_revised else "issued_on", day.iso, "top", text, 20


def _behind(text):
    days = days_in(text)
    return [text[one.end : None if two is None else two.start] for one, two in zip_longest(days, days[1:])]


def _in_sentence(text, is_near_end):
    for sentence in re.split(r"(?<=[。；;])", text.translate(_NARROW)):
        binds = _BINDS.search(sentence)
        itself = re.search(r"本|此", sentence[: binds.start()]) if binds else None
        if binds is not None and (itself or (is_near_end and "《" not in sentence[: binds.start()])):
            day = days_in(binds[0])
            if day and day[0].iso:
                yield "binds_from", day[0].iso, "text", sentence, 70 if itself else 50
        elif _BINDS_WHEN_ISSUED.search(sentence) and "《" not in sentence:
            yield "binds_from", WHEN_ISSUED, "text", sentence, 35
        if names := _replaced(sentence):
            yield "replaces", "、".join(names), "text", sentence, 50


def _replaced(sentence):
    """All that it says end, in one sentence."""
    ends = _ENDS_OTHER.search(sentence)
    found = ends or _REPLACES.search(sentence)
    return [] if found is None else list(dict.fromkeys(_NAMED.findall(found[0])))


def _below(texts, sheet):
    """落款: a day alone at the right or below a unit; 版记: … 2026年3月1日印发."""
    for before, line in zip([None, *texts], texts, strict=False):
        days = days_in(line.text)
        if not days or not days[-1].iso:
            continue
        rest = (line.text[: days[-1].start] + line.text[days[-1].end :]).strip()
        if re.fullmatch(r".{0,30}\s*(?:印发|印制)", rest) and len(days) == 1:
            yield "issued_on", days[0].iso, "imprint", line.text, 24
        elif not rest and before is not None and line.place >= 3 and _is_signature(line, before):
            yield "issued_on", days[0].iso, "signature", line.text, 40
            if _UNIT_END.fullmatch(before.text):
                yield "issuing_unit", before.text, "signature", before.text, 38
        elif rest and line.right and _UNIT_END.fullmatch(rest):
            yield "issued_on", days[0].iso, "signature", line.text, 40
            yield "issuing_unit", rest, "signature", line.text, 40
    yield from _on_cover(texts)


def _is_signature(line, before):
    if line.right or before.right or line.blanks:
        return True
    return _UNIT_END.fullmatch(before.text) is not None and not line.centred


def _on_cover(texts):
    """A page of its own with title, unit and month, all in the middle."""
    for line in texts[:8]:
        if line.centred and line.place > 0 and _UNIT_END.fullmatch(line.text):
            yield "issuing_unit", line.text, "top", line.text, 30


def number_of(found) -> str:
    """With the brackets that the standard has (GB/T 9704), whatever was typed."""
    return f"{found[1]}〔{found[2]}〕{int(found[3])}号"


def cleaned(fact, value) -> str:
    """A value as it is kept; empty where it cannot be one."""
    value = " ".join(value.split())
    if fact == "number":
        paper = _PAPER_NUMBER.search(value)
        found = _OF_NUMBER.match(value)
        return number_of(paper) if paper else re.split(r"\s{1,}", found[0])[0].rstrip("-—.（( ") if found else ""
    if fact == "version":
        flat = "".join(unicodedata.normalize("NFKC", value).split())
        found = _VERSION.match(flat)
        return found[0] if found else ""
    if fact in ("title", "replaces"):
        return re.sub(r"^《([^《》]+)》$", r"\1", value)[:120]
    if fact in ("drafted_by", "reviewed_by", "approved_by"):
        return re.split(r"\s*(?:日期|\d{4}年|[、,，;；](?=.*[:：]))", value)[0][:40].strip(" _/")
    return value[:60]
