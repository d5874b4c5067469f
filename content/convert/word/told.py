"""What papers say of themselves as 名称：值, in a line or in two cells side by side."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice, zip_longest

from content.convert.word.lines import tidy
from content.convert.word.names import TC, TR, P
from content.convert.word.trees import text_of

# By fact, the likelier first.
_LABELS = """
number 文件编号 制度编号 文件编码 制度编码 文件代码 文件号 发文字号 文号 编号 编码
title 文件名称 制度名称 文件标题 文件题目 制度标题 标题 题目 名称
version 版本/修订号 版本/修改状态 版本号 版本 版次 修订版次 修订号 修改状态
issued_on 发布日期 颁布日期 印发日期 发文日期 签发日期 发布时间 批准日期 制定日期 制订日期
binds_from 生效日期 施行日期 实施日期 执行日期 启用日期 生效时间 实施时间 执行时间 施行时间
revised_on 最近修订日期 修订日期 修改日期 修订时间 更新日期 本次修订
issuing_unit 发布单位 发文单位 颁布单位 发布部门 颁布部门 发文部门 制定部门 制订部门 制定单位 制订单位
issuing_unit 归口部门 归口管理部门 主管部门 责任部门 编制部门 编写部门 制定科室 制订科室 编制科室 发布科室
drafted_by 编制人 起草人 拟稿人 编写人 制定人 制订人 拟制 拟稿 起草 编制 编写
reviewed_by 审核人 复核人 审核 复核
approved_by 批准人 审批人 签发人 核准人 批准 审批 签发 核准
replaces 替代文件 取代文件 代替文件 废止文件 替代 代替 取代
"""
_ANYWHERE = frozenset(
    ("名称", "题目", "标题", "编号", "编码", "审核", "批准", "编制", "起草", "签发", "代替", "替代", "取代")
)
# Labels that end a value and say nothing we keep.
_OTHERS = "页码 页数 页次 密级 紧急程度 受控状态 分发号 总页数 日期 类别 适用范围 文件类别 修订人"


def _labels():
    """Label: (fact, how good it is for that: 0 the best)."""
    found, counted = {}, Counter()
    for fact, *words in map(str.split, _LABELS.strip().splitlines()):
        for word in words:
            found[word] = fact, counted[fact]
            counted[fact] += 1
    return found


_FACTS = _labels()
_MOST_ROWS = 60
_BARE = 25  # how good what has no label is
# Letters and figures parted by hyphens; what other people's standards are called is no number of this paper.
_CODE = re.compile(
    r"(?<![A-Za-z0-9/-])(?!(?:ISO|GB|WS|YY|DB|ICD|JJG|IEC)\b)"
    r"[A-Z]{2,6}(?:[-/][A-Z0-9]{1,8}){0,3}-\d{1,5}(?![A-Za-z0-9/.-])"
)
_EDITION = re.compile(
    r"第\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*版|(?<![A-Za-z0-9.])[Vv]\d{1,2}(?:\.\d{1,2}){1,2}(?![\d.])"
)
_WORDS = sorted((*_FACTS, *_OTHERS.split()), key=len, reverse=True)
_SPACED = "|".join(r"\s*".join(map(re.escape, word)) for word in _WORDS)
_START = r"(?:(?<=^)|(?<=[\s　;；,，|（(/。]))"
_LABEL = re.compile(rf"{_START}({_SPACED})\s*[:：]\s*", re.IGNORECASE)
_CELL = re.compile(rf"({_SPACED})\s*[:：]?", re.IGNORECASE)
_PAGES = re.compile(r"第?\s*\d*\s*页|共\s*\d*\s*页|\d+\s*/\s*\d+$")


@dataclass(frozen=True)
class Told:
    """`order` is how good the label is for its fact: 0 the best."""

    fact: str
    value: str
    label: str
    quote: str
    place: str
    order: int


def in_line(text, place) -> list[Told]:
    """Several may stand in one line: 编号：… 版本：…"""
    found = list(_LABEL.finditer(text))
    made = []
    for one, following in zip_longest(found, found[1:]):
        value = text[one.end() : following.start() if following else len(text)]
        made.append(_told(one[1], value, text, place))
    return [one for one in made if one is not None]


def bare_in_line(text, place) -> list[Told]:
    """On every page a code or an edition says what it is without a label: 检验科 SOP-JY-031 第 2 版."""
    codes, editions = _CODE.findall(text), _EDITION.findall(text)
    found = [("number", codes[0])] if len(codes) == 1 else []
    found += [("version", editions[0])] if len(editions) == 1 else []
    return [Told(fact, value, "", text[:80], place, _BARE) for fact, value in found]


def in_table(table, place) -> list[Told]:
    """A cell with a label and one with its value beside it; or both in one cell.

    Words that any table may have (名称, 编号) count where the table tells more than one thing of the paper.
    """
    found = _in_cells(table, place)
    return found if len({one.fact for one in found}) > 1 else [one for one in found if one.label not in _ANYWHERE]


def _in_cells(table, place):
    found = []
    for row in islice(table.iterchildren(TR), _MOST_ROWS):
        cells = [_words(cell) for cell in row.iterchildren(TC)]
        for number, text in enumerate(cells):
            inner = in_line(text, place)
            if inner:
                found += inner
            elif _CELL.fullmatch(text) and number + 1 < len(cells):
                value = cells[number + 1]
                if value and not _CELL.fullmatch(value) and not _LABEL.match(value):
                    told = _told(_CELL.fullmatch(text)[1], value, f"{text}：{value}", place)
                    found += [told] if told is not None else []
    return found


def column(table, *names):
    """The cells below a head that is one of these names, the last of them."""
    rows = list(table.iterchildren(TR))
    heads = ["".join(_words(cell).split()) for cell in rows[0].iterchildren(TC)] if rows else []
    place = next((heads.index(name) for name in names if name in heads), None)
    if place is None:
        return []
    cells = (list(row.iterchildren(TC)) for row in rows[1:][-_MOST_ROWS:])
    return [_words(row[place]) for row in cells if len(row) > place]


def _words(cell):
    return " ".join(filter(None, (tidy(text_of(one)) for one in cell if one.tag == P)))


def _told(label, value, quote, place):
    bare = "".join(label.split())
    fact, order = _FACTS.get(bare, ("", 0))
    value = _PAGES.split(value, maxsplit=1)[0]
    value = re.split(r"\s{3,}|　{2,}|\t|_{2,}", value.strip())[0].strip(" \u3000;；,，|（(/。")
    return Told(fact, value, bare, quote[:80], place, order) if fact and value else None
