"""Lines that are no headings however they are set."""

import re
import unicodedata

LONGEST = 30  # characters of a heading without its number
_ENDS = "。；;，,！!？?、…"
UNIT = re.compile(
    r"[\u4e00-\u9fff（）()·]{2,28}(?:医院|卫生院|卫生服务中心|中心|委员会|集团|保健院|防治院|分院|总院|院区|医共体|医联体|"
    r"管理局|[^制]科|[^全]部|处|办公室)"
)
_CAPTION = re.compile(r"(?:续?[图表]|附图|Fig(?:ure)?\.?|Table)\s*[\d一二三四五六七八九十]+(?:[-.－—]\d+)?(?!\S*附件)")
_SIGNED = re.compile(
    r"(?:签发|签批|编制|审核|审批|批准|起草|拟稿|制定|制订|修订|校对|核准|主送|抄送|抄报|联系|经办|负责|记录|填表|申请|检查)"
    r"\s*(?:人|单位|部门|科室|日期|时间|者|电话|机关|领导)?\s*[:：]|注\s*\d*\s*[:：]|(?:来源|备注|说明|电话|地址|附)\s*[:：]"
)
_DATE = re.compile(
    r"[（(]?[\d〇○零一二三四五六七八九十]{2,4}\s*[年./-]\s*[\d一二三四五六七八九十]{1,3}\s*(?:[月./-]|$)"
)
_NUMBER_OF_PAPER = re.compile(r".{1,12}[〔\[［(（【]\s*(?:19|20)\d\d\s*[〕\]］)）】].{0,3}\d+\s*号")
_DOSE = re.compile(r".*\d\s*(?:m?g|mL|ml|kg|mmol|μg|ug|IU|U|%|℃|mmHg|次/分)(?![A-Za-z])")
_GREETING = re.compile(r".*[:：]")
_FIELD = re.compile(r"\S{1,10}[:：]\s*(?:\S|_)|.*(?:_{2,}|□|☐|＿{2,}|\.{4,}|…{2,})")
_TOWARDS = re.compile(r"(?:致|各|全院|院属|所属)")


def words_of(line):
    return line.text if line.mark is None or line.mark.kind == "framed" else line.mark.rest


def is_possible(line) -> bool:
    """Never: captions, dates, signatures, greetings, forms to fill, sentences, what stands at the right."""
    text, words = line.text, words_of(line)
    if line.table is not None or line.right or line.bullet or len(words) > LONGEST or not _has_letters(text):
        return False
    if text[-1] in _ENDS or "。" in text or "；" in text:
        return False
    if any(one.match(text) for one in (_CAPTION, _SIGNED, _DATE, _NUMBER_OF_PAPER)):
        return False
    if line.mark is None and (_DOSE.match(text) or unicodedata.category(text[0]) == "No"):
        return False
    if line.mark is None and line.centred and UNIT.fullmatch(text):
        return False
    is_field = _FIELD.match(text) or (_GREETING.fullmatch(text) and _TOWARDS.match(text))
    return not (line.mark is None and is_field)


def _has_letters(text):
    return any("\u4e00" <= one <= "\u9fff" or one.isalpha() for one in text)
