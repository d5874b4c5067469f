"""The title of a text: what stands large in the middle above it, without the hospital's name and the number."""

import re
from dataclasses import dataclass, field

from content.convert.word.guesses import stands_out
from content.convert.word.lines import tidy
from content.convert.word.never import UNIT, is_possible

_MOST_LINES_ABOVE = 25
_LONGEST_LINE, _LONGEST = 40, 90
_STEP, _LARGE = 3, 18  # points above the body; points
_HOSPITAL = re.compile(r".*(?:医院|卫生院|中心|集团|保健院|防治院|院区|总院|分院|医共体|医联体)(?:（.{1,12}）)?")
_RED_HEAD = re.compile(r".{2,30}(?:文件|公文)")
_OF_SERIES = re.compile(r"(?:管理文件|制度汇编|作业指导书|程序文件|质量手册|标准操作(?:规程|程序)|文件控制页|封面)")
_PAPER = re.compile(
    r"(?:制度|办法|规定|规范|规程|细则|预案|流程|方案|章程|条例|职责|指南|标准|程序|守则|指引|意见|计划|要求|手册|须知|通知|通告|公告|函|纪要|报告|请示|批复|问答|"
    r"决定|共识|路径|常规|技术|评估|管理|服务|SOP)(?:[（(].{1,18}[）)])?$"
)
_BEHIND = re.compile(
    r"[（(〔\[].{0,12}(?:试行|暂行|修订|修正|草案|讨论稿|征求意见稿|第.{1,3}版|\d{4}\s*年?版|版)[^日通过]{0,4}[）)〕\]]"
)
_GENERIC = 6  # 工作制度, 管理办法: says nothing without whose it is


@dataclass
class Title:
    """`lines` make up the title; `unit` is a line above that only names who it is from. `why` is a code."""

    text: str = ""
    lines: list = field(default_factory=list)
    unit: str = ""
    why: str = ""
    is_sure: bool = False


def title_of(sheet, real) -> Title:
    """`real` are lines with an outline level."""
    first_real = real[0].place if real else len(sheet.lines)
    styled = [line for line in sheet.lines[:_MOST_LINES_ABOVE] if line.is_title and line.place < first_real]
    if styled:
        return _made(_joined(sheet, styled[0]), "style", True)
    alone = _alone_on_top(sheet, real)
    if alone is not None:
        return _made(_joined(sheet, alone), "only_top_level", True)
    top = _top(sheet)
    candidates = [line for line in top if (line.centred or line.blanks) and _is_title_like(line, sheet)]
    if candidates:
        return _largest(sheet, top, candidates)
    first = next((line for line in top if line.mark is None and _PAPER.search(line.text)), None)
    if first is not None and is_possible(first):
        return _made([first], "first_line", stands_out(first, sheet))
    return Title()


def _top(sheet):
    """Above the first number and the first sentence."""
    found = []
    for line in sheet.lines[:_MOST_LINES_ABOVE]:
        if line.table is not None:
            continue
        is_number = line.mark is not None and line.mark.kind not in ("appendix", "framed", "decimal1")
        if is_number or len(line.text) > _LONGEST_LINE:
            break
        if line.text.endswith("。"):
            break
        found.append(line)
    return found


def _is_title_like(line, sheet):
    if not is_possible(line) or _RED_HEAD.fullmatch(line.text) or re.search(r"\d{4}\s*年.{1,6}月", line.text):
        return False
    return line.size >= sheet.size + _STEP or line.bold or line.size >= _LARGE or stands_out(line, sheet)


def _alone_on_top(sheet, real):
    """The one line of the highest level, where others stand below it."""
    if len(real) < 2:
        return None
    first = real[0]
    is_alone = all(line.outline > first.outline for line in real[1:])
    is_numbered = first.mark is not None and first.mark.kind not in ("decimal1",)
    is_above = all(line.mark is None and not line.text.endswith("。") for line in sheet.lines[: first.place])
    return first if is_alone and is_above and not is_numbered else None


def _largest(sheet, top, candidates):
    named = [line for line in candidates if not _is_unit(line) and not _OF_SERIES.fullmatch(line.text)]
    pool = named or candidates
    best = max(pool, key=lambda line: (bool(_PAPER.search(line.text)), line.size, line.bold, -line.place))
    lines = _joined(sheet, best)
    above = [line for line in top if (line.place < lines[0].place and _is_unit(line)) or _RED_HEAD.fullmatch(line.text)]
    unit = above[-1].text if above else ""
    neighbour = above[-1] if above and above[-1].place == lines[0].place - 1 else None
    text = "".join(line.text for line in lines)
    if (
        neighbour is not None
        and len(text) <= _GENERIC
        and not _HOSPITAL.fullmatch(unit)
        and not _RED_HEAD.fullmatch(unit)
    ):
        lines = [neighbour, *lines]
    return _made(lines, "set_apart", True, unit)


def _is_unit(line):
    return UNIT.fullmatch(line.text) is not None


def _joined(sheet, line):
    """A title over several lines, all set alike; and （试行） below it however it is set."""
    lines = [line]
    for step in (-1, 1):
        place = line.place + step
        while 0 <= place < len(sheet.lines) and _goes_on(sheet.lines[place], line, sheet):
            lines.insert(0 if step < 0 else len(lines), sheet.lines[place])
            place += step
    place = lines[-1].place + 1
    if place < len(sheet.lines) and _BEHIND.fullmatch(sheet.lines[place].text):
        lines.append(sheet.lines[place])
    return lines if sum(len(one.text) for one in lines) <= _LONGEST else [line]


def _goes_on(other, line, sheet):
    alike = other.table is None and other.look == line.look and other.outline == line.outline
    if (
        not alike
        or not (line.centred or line.blanks)
        or other.mark is not None
        or (other.starts_page and other.place > line.place)
    ):
        return False
    return is_possible(other) and not _is_unit(other) and not _RED_HEAD.fullmatch(other.text)


def _made(lines, why, is_sure, unit=""):
    text = lines[0].text
    for line in lines[1:]:
        blank = " " if text[-1:].isascii() and line.text[:1].isascii() and text[-1:].isalnum() else ""
        text += blank + line.text
    return Title(tidy(text), lines, unit, why, is_sure)
