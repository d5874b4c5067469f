"""Codes of reading files as words for people: why one is refused, what is lost, what is asked, where a fact stood."""

import datetime
import re

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_OPEN_IT = gettext_lazy("请在 Word 或 WPS 里打开它，另存为 .docx 后再导入。")
_SPLIT = gettext_lazy("请把它分成几个文件再导入。")
_ASK_SENDER = gettext_lazy("请向提供人要一份完好的，或在 Word 里打开后另存为 .docx。")
_REFUSALS = {  # code: (why, what to do)
    "empty": (gettext_lazy("文件是空的，里面没有内容。"), gettext_lazy("请看看是不是选错了文件。")),
    "unknown": (
        gettext_lazy("认不出这是什么文件。"),
        gettext_lazy("可以导入 Word、WPS、网页、Markdown 和纯文本；别的请作附件上传。"),
    ),
    "macros": (
        gettext_lazy("文件里带有会自动运行的程序。没有打开，也没有保存。"),
        gettext_lazy("请让提供人在 Word 里另存为 .docx 后再导入；如果来路不明，请告诉信息中心。"),
    ),
    "encrypted": (gettext_lazy("文件有打开密码。"), gettext_lazy("请在 Word 里去掉密码，另存后再导入。")),
    "old_xml": (gettext_lazy("这是 Word 2003 的 XML 文件。"), _OPEN_IT),
    "web_archive": (gettext_lazy("这是单个文件的网页（.mht）。"), _OPEN_IT),
    "not_text": (gettext_lazy("文件名说是文字，里面不是认得的文字编码。"), gettext_lazy("请另存为 UTF-8 后再导入。")),
    "cut_off": (gettext_lazy("文件不完整，后面的一段没有了。"), gettext_lazy("请重新复制或下载一次，再导入。")),
    "too_large": (gettext_lazy("文件太大。"), gettext_lazy("请压缩里面的图片，或分成几个文件再导入。")),
    "packed_too_well": (
        gettext_lazy("文件解开后大得不正常。没有打开，也没有保存。"),
        gettext_lazy("如果来路不明，请告诉信息中心。"),
    ),
    "members": (gettext_lazy("文件里的部件多得不正常。"), _OPEN_IT),
    "bad_name": (
        gettext_lazy("文件里有指向别处的路径。没有打开，也没有保存。"),
        gettext_lazy("如果来路不明，请告诉信息中心。"),
    ),
    "strange_packing": (gettext_lazy("文件的压缩方法不常见，读不了。"), _OPEN_IT),
    "doctype": (
        gettext_lazy("文件里带有会展开成别的内容的定义。没有打开，也没有保存。"),
        gettext_lazy("如果来路不明，请告诉信息中心。"),
    ),
    "not_zip": (gettext_lazy("文件名说是 Word 文件，里面不是。"), _ASK_SENDER),
    "no_document": (gettext_lazy("Word 文件里没有正文。"), _ASK_SENDER),
    "no_part": (gettext_lazy("Word 文件里缺了一部分。"), _ASK_SENDER),
    "not_xml": (gettext_lazy("Word 文件损坏了，读不懂。"), _ASK_SENDER),
    "damaged": (gettext_lazy("文件损坏了，读不懂。"), _ASK_SENDER),
    "too_deep": (
        gettext_lazy("文件里的表格或内容一层套一层，深得不正常。"),
        gettext_lazy("请把套在里面的表格拿出来再导入。"),
    ),
    "too_many_paragraphs": (gettext_lazy("文件的段落太多。"), _SPLIT),
    "too_many_cells": (gettext_lazy("表格的格子太多。"), gettext_lazy("请把大表作 Excel 附件上传，或分成几个文件。")),
    "too_many_rows": (gettext_lazy("表格的行太多。"), gettext_lazy("请把大表作 Excel 附件上传，或分成几个文件。")),
    "too_much": (gettext_lazy("读这个文件要的时间或内存太多，已经停下。"), _SPLIT),
    "no_office": (
        gettext_lazy("这台服务器没有装 LibreOffice，读不了旧版 Word 和 WPS 文件。"),
        gettext_lazy("原文件会作附件保存；也可以在 Word 里另存为 .docx 后再导入。"),
    ),
    "broken": (
        gettext_lazy("没能读懂这个文件，是我们的差错。"),
        gettext_lazy("别的文件不受影响。请把它告诉信息中心，或另存后再试。"),
    ),
}
_LOSSES = {
    "deleted": gettext_lazy("修订中删去的文字，不带入"),
    "moved": gettext_lazy("修订中移走的文字，只留新位置"),
    "comment": gettext_lazy("批注不带入"),
    "hidden": gettext_lazy("隐藏的文字不带入"),
    "contents": gettext_lazy("目录不带入，页面自己有目录"),
    "formula": gettext_lazy("公式只留文字，请核对"),
    "ruby": gettext_lazy("注音不带入，字还在"),
    "metafile": gettext_lazy("Windows 图形（EMF、WMF）没能转成图片，请看原始文件"),
    "reference": gettext_lazy("文内引用找不到所指的地方，只留文字"),
    "external_picture": gettext_lazy("图片在别处，没有随文件来"),
    "missing_picture": gettext_lazy("图片在文件里找不到"),
    "object": gettext_lazy("嵌入的其他程序内容，只留图"),
    "chart": gettext_lazy("图表不带入，请截图后补上"),
    "diagram": gettext_lazy("图示只留文字"),
    "shape": gettext_lazy("箭头和线条不带入"),
    "field": gettext_lazy("Word 自动计算的内容不带入"),
    "symbol": gettext_lazy("特殊符号没有对应的字"),
    "placeholder": gettext_lazy("“点此输入”的提示文字不带入"),
    "chunk": gettext_lazy("嵌在里面的另一个文件不带入"),
    "header": gettext_lazy("页眉不带入"),
    "footer": gettext_lazy("页脚不带入"),
    "large_picture": gettext_lazy("图片太大，没有带入"),
    "strange_picture": gettext_lazy("图片的格式认不出，没有带入"),
    "hidden_sheet": gettext_lazy("隐藏的工作表不带入"),
    "hidden_rows": gettext_lazy("隐藏的行不带入"),
    "hidden_columns": gettext_lazy("隐藏的列不带入"),
    "more_sheets": gettext_lazy("工作表太多，后面的没有带入"),
    "more_rows": gettext_lazy("表太长，后面的行没有带入"),
    "more_columns": gettext_lazy("表太宽，右边的列没有带入"),
    "not_reckoned": gettext_lazy("公式没有算好的结果，没有带入"),
    "missing": gettext_lazy("有文字没能带入，请对照原文补上"),
}
_QUESTIONS = {
    "heading": gettext_lazy("这一行是标题吗"),
    "article_gap": gettext_lazy("请核对条号：中间可能缺了"),
    "article_twice": gettext_lazy("请核对条号：同一条出现两次"),
    "article_back": gettext_lazy("请核对条号：顺序往回了"),
    "issued_on": gettext_lazy("发布日期是哪一天"),
    "binds_from": gettext_lazy("施行日期是哪一天"),
    "revised_on": gettext_lazy("修订日期是哪一天"),
    "binds_from_missing": gettext_lazy("从哪一天起施行"),
    "binds_before_issued": gettext_lazy("施行日期早于发布日期，是哪一天"),
    "date_impossible": gettext_lazy("文中有一个不存在的日期"),
}
_KEPT_AS_IS = gettext_lazy("照原文保留。请对照原文件看一眼，需要时导入后改。")
_NOTES = {
    "heading": gettext_lazy("看上去像标题，但没有用标题样式"),
    "article_gap": _KEPT_AS_IS,
    "article_twice": _KEPT_AS_IS,
    "article_back": _KEPT_AS_IS,
    "binds_from_missing": gettext_lazy("文中没有写施行日期，只有落款的日期"),
    "date_impossible": _KEPT_AS_IS,
    **dict.fromkeys(
        ("number", "title", "issuing_unit", "issued_on", "binds_from", "revised_on", "version"),
        gettext_lazy("文件里有几处说法不一致"),
    ),
}
_FACTS = {
    "number": gettext_lazy("文号"),
    "title": gettext_lazy("标题"),
    "issuing_unit": gettext_lazy("发布单位"),
    "issued_on": gettext_lazy("发布日期"),
    "binds_from": gettext_lazy("施行日期"),
    "revised_on": gettext_lazy("修订日期"),
    "version": gettext_lazy("版次"),
    "replaces": gettext_lazy("代替文件"),
    "drafted_by": gettext_lazy("起草人"),
    "reviewed_by": gettext_lazy("审核人"),
    "approved_by": gettext_lazy("批准人"),
}
_PLACES = {
    "header": gettext_lazy("页眉"),
    "footer": gettext_lazy("页脚"),
    "table": gettext_lazy("表格"),
    "top": gettext_lazy("首页"),
    "text": gettext_lazy("正文"),
    "signature": gettext_lazy("落款"),
    "imprint": gettext_lazy("版记"),
    "heading": gettext_lazy("标题"),
    "properties": gettext_lazy("文件属性"),
}
_FILES = {
    "docx": "Word",
    "doc": "Word 97–2003",
    "wps": "WPS",
    "rtf": "RTF",
    "odt": "OpenDocument",
    "xlsx": "Excel",
    "xls": "Excel 97–2003",
    "pptx": "PowerPoint",
    "ppt": "PowerPoint 97–2003",
    "pdf": "PDF",
    "html": gettext_lazy("网页"),
    "markdown": "Markdown",
    "text": gettext_lazy("纯文本"),
    "zip": "zip",
    "picture": gettext_lazy("图片"),
    "other": gettext_lazy("其他"),
}
_NUMBERS = {
    "chinese": gettext_lazy("“一、”这样编号"),
    "chinese_in_brackets": gettext_lazy("“（一）”这样编号"),
    "framed": gettext_lazy("【】框起"),
    **dict.fromkeys(("decimal1", "decimal2", "decimal3", "decimal4"), gettext_lazy("“1.1”这样编号")),
}
_LOOKS = {
    "set_apart": gettext_lazy("编号连续，字也突出"),
    "parts": gettext_lazy("都是制度常用的分节名"),
    "broken": gettext_lazy("字突出，但编号不连续"),
    "plain": gettext_lazy("字不突出，下面有内容"),
    "bold": gettext_lazy("加粗"),
}
_HEADINGS = {
    "real": gettext_lazy("用了标题样式"),
    "like_real": gettext_lazy("和用了标题样式的行一样编号"),
    "part": gettext_lazy("第几编"),
    "chapter": gettext_lazy("第几章"),
    "section": gettext_lazy("第几节"),
    "appendix": gettext_lazy("附件"),
    "title_of_part": gettext_lazy("另起一页的名称"),
    "set_apart": gettext_lazy("字比正文突出"),
    "sheet": gettext_lazy("工作表的名称"),
}
_STANDS_AT = {"binds_from_missing": "issued_on", "binds_before_issued": "binds_from"}
_FACT_ASKED = {"binds_from_missing": "binds_from", "binds_before_issued": "binds_from"}
DAYS = ("issued_on", "binds_from", "revised_on", "binds_from_missing", "binds_before_issued")


def refusal(code, name) -> tuple[str, str]:
    """The head of the message; below it why, and what to do now."""
    return _("“%(name)s”没有接收") % {"name": name}, f"{reason(code)}{advice(code)}"


def reason(code) -> str:
    """Why a file is refused, in a sentence."""
    return str(_REFUSALS.get(code, _REFUSALS["broken"])[0])


def advice(code) -> str:
    """What to do about a refused file."""
    return str(_REFUSALS.get(code, _REFUSALS["broken"])[1])


def loss(what, sample="") -> str:
    """What a page will not have, or have otherwise. Readers of web pages say it in words themselves: `html`."""
    return str(sample or _("有内容没能带入")) if what == "html" else str(_LOSSES.get(what, _LOSSES["missing"]))


def question(one, facts=None) -> tuple[str, list[tuple[str, str]]]:
    """What is asked, and [(answer, words)]. `one` is a question as JSON; the facts of its file tell where values stood.

    Without options there is nothing to answer, only something to look at.
    """
    kind = one["kind"]
    legend = str(_QUESTIONS[kind]) if kind in _QUESTIONS else _("%(fact)s是哪一个") % {"fact": fact(kind)}
    stood = _stood((facts or {}).get(_STANDS_AT.get(kind, kind)))
    return legend, [(each, _option(kind, each, stood.get(each, ""))) for each in one.get("options") or ()]


def note(kind) -> str:
    """What to know before answering; for what has no answer, what will happen."""
    return str(_NOTES.get(kind, ""))


def fact(name) -> str:
    return str(_FACTS.get(name, name))


def fact_of(kind) -> str:
    """The fact that a question is about; empty where it is about none."""
    return _FACT_ASKED.get(kind, kind if kind in _FACTS else "")


def where(place) -> str:
    """Where in a file a fact was read."""
    return str(_PLACES.get(place, ""))


def file_kind(was) -> str:
    return str(_FILES.get(was, _FILES["other"]))


def why(code) -> str:
    """Why a line is taken for a heading."""
    if code in _HEADINGS:
        return str(_HEADINGS[code])
    found = re.fullmatch(r"(\w+?)_(set_apart|parts|broken|plain|bold)", code)
    if found is None or found[1] not in _NUMBERS:
        return ""
    return _("%(number)s，%(look)s") % {"number": _NUMBERS[found[1]], "look": _LOOKS[found[2]]}


def day(value) -> str:
    """2026-04-01, or 2026-04 where only the month is told, as people write it."""
    try:
        if len(value) == 7:
            return date_format(datetime.date.fromisoformat(f"{value}-01"), _("Y 年 n 月"))
        return date_format(datetime.date.fromisoformat(value), _("Y 年 n 月 j 日"))
    except ValueError:
        return value


def _option(kind, value, place):
    if kind == "heading":
        return _("是标题") if value == "heading" else _("不是，是正文")
    if not value:
        return _("先不填")
    words = day(value) if kind in DAYS else value
    return _("%(value)s，取自%(place)s") % {"value": words, "place": where(place)} if place else words


def _stood(told):
    """{value: place} of a fact and of what else was read for it."""
    return {each["value"]: each.get("where", "") for each in [*(told or {}).get("others", ()), told] if each}
