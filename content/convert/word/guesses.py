"""Headings that are only set to look like ones: which lines are sure, which a person has to say.

Measured in shared figures: a number in an unbroken sequence and a look of its own together are sure; one alone asks.
"""

import itertools
import re
from dataclasses import dataclass, field

from content.convert.word.marks import RANKS
from content.convert.word.never import is_possible, words_of

_SHORT = 16
_TITLE_STEP = 3  # points above the body
# What regulations call their parts: a numbered line that is only such a word is a heading however it looks.
_PARTS = re.compile(
    r"(?:编制|制[定订]|总体)?(?:目的|依据|宗旨|范围|适用范围|适用对象|(?:术语|名词)?(?:和|与|及)?(?:定义|术语|解释|缩略语)|"
    r"(?:工作|岗位|部门|管理)?职责(?:与权限|分工|和权限)?|权限|(?:基本|工作)?原则|(?:管理|工作|具体|基本)?(?:内容|要求|规定)|"
    r"(?:工作|操作|处理|管理|具体)?(?:流程|程序|步骤)|(?:组织|领导)(?:机构|领导|架构)(?:及职责|与职责)?|(?:管理|工作|具体)?措施|"
    r"总则|附则|罚则|引言|前言|概述|背景|监督(?:检查|管理)?(?:与|和|及)?(?:考核|检查|改进)?|考核(?:与|和|及)?(?:奖惩|评价|改进)?|"
    r"质量(?:控制|指标|监测)|(?:应急|后勤)?保障(?:措施)?|培训(?:与考核)?|(?:相关|支持性|引用|参考)?(?:文件|文献|表单|记录|资料)|"
    r"规范性引用文件|附件|附录|流程图|注意事项|适应证|禁忌证|评估|用物准备|操作前准备|修订(?:记录|历史)|指导思想|工作目标)[:：]?"
)
_WARNING = re.compile(
    r"(?:重要|特别|温馨|友情|注意)?(?:提示|提醒|警示|警告|强调|注意|说明)$|^(?:重点|重要|注意|切记|严禁|禁止|必须|请)|禁止|[!！]"
)
_NAME_OF_PAPER = re.compile(
    r"(?:制度|办法|规定|规范|规程|细则|预案|流程|方案|章程|条例|职责|指南|标准|程序|守则|指引|意见|计划|要求|手册|须知|目录|清单|路径|"
    r"[表单图册卡书]|样式|模板|名单|通知|通告|公告|决定)(?:[（(《].{1,16}[）)》])?$"
)


@dataclass
class Guess:
    """A line that may be a heading. `why` is a code; `absorbs` are lines that belong to the same heading."""

    line: object
    rank: float
    why: str
    is_sure: bool
    is_likely: bool = True
    absorbs: list = field(default_factory=list)


def guesses(sheet, skipped) -> list[Guess]:
    """In the order of the text. `skipped` are lines that are known to be something else."""
    skipped = {line.place for line in (*skipped, *_list_of_enclosures(sheet))}
    usable = [line for line in sheet.lines if line.place not in skipped and is_possible(line)]
    by_place = {}
    for guess in (*_numbered(sheet, usable), *_appendices(sheet, usable), *_unnumbered(sheet, usable)):
        by_place.setdefault(guess.line.place, guess)
    taken = {one.place for guess in by_place.values() for one in guess.absorbs}
    return [by_place[place] for place in sorted(by_place) if place not in taken]


def stands_out(line, sheet) -> bool:
    """By weight, size or a font that the body has not."""
    if line.bold and not sheet.bold:
        return True
    if line.size >= sheet.size + 1:
        return True
    return _is_display(line.font) and not _is_display(sheet.font) and line.font != sheet.font


def _is_display(font):
    """GB/T 9704: headings in Hei, then Kai, below a title in Xiaobiaosong; the body in Fangsong."""
    return any(one in font for one in ("黑体", "Hei", "小标宋", "楷体", "Kai", "雅黑"))


# Numbered lines.
def _numbered(sheet, usable):
    possible = {line.place for line in usable}
    for run, is_whole in _sequences(sheet):
        kind = run[0].mark.kind
        short = [line for line in run if line.place in possible]
        if kind in ("part", "chapter", "section"):
            yield from (_chapter(line, sheet) for line in short)
            continue
        sense = _Sense(sheet, run, short, is_whole)
        for line in short:
            guess = sense.of(line)
            if guess is not None:
                yield guess


def _chapter(line, sheet):
    guess = Guess(line, line.mark.rank, line.mark.kind, True)
    below = sheet.after(line)
    if not line.mark.rest and below and below[0].mark is None and is_possible(below[0]):
        alike = below[0].centred == line.centred and below[0].size == line.size and below[0].bold == line.bold
        if alike and (line.centred or stands_out(line, sheet)):
            guess.absorbs.append(below[0])
    return guess


def _sequences(sheet):
    """[(lines, has no gap and begins with one)]: what is numbered goes on until something wider begins."""
    open_ones, done = {}, []
    for line in sheet.lines:
        mark = line.mark
        if mark is None or mark.kind in ("appendix", "framed", "article") or line.bullet:
            if mark is not None and mark.kind != "framed":
                _close(open_ones, mark.rank, done)
            continue
        _close(open_ones, mark.rank, done)
        run = open_ones.get(mark.series)
        if run is None or mark.values[-1] == 1:
            if run is not None:
                done.append(run)
            run = open_ones[mark.series] = []
        run.append(line)
    done += open_ones.values()
    return [(run, _is_whole(run)) for run in done]


def _close(open_ones, rank, done):
    for series in [one for one in open_ones if RANKS[one[0]] > rank]:
        done.append(open_ones.pop(series))


def _is_whole(run):
    values = [line.mark.values for line in run]
    return values[0][-1] == 1 and all(
        two[:-1] == one[:-1] and two[-1] == one[-1] + 1 for one, two in itertools.pairwise(values)
    )


class _Sense:
    """One sequence of numbers: what most of its lines are, says what each is."""

    def __init__(self, sheet, run, short, is_whole):
        self.sheet, self.is_whole = sheet, is_whole
        self.outstanding = {line.place for line in run if stands_out(line, sheet)}
        self.leading = {line.place for line in short if self._leads(line)}
        self.are_short = len(short) == len(run)
        self.are_most_short = len(short) * 2 > len(run)
        named = sum(1 for line in short if _PARTS.fullmatch(words_of(line)))
        self.are_parts = is_whole and self.are_short and named >= 2 and len(self.leading) * 2 >= len(run)
        self.size = len(run)

    def _leads(self, line):
        """Something stands below it that is not the next of its kind."""
        below = self.sheet.after(line)
        if not below:
            return False
        if below[0].table is not None:
            return True
        mark = below[0].mark
        return mark is None or mark.rank > line.mark.rank or mark.kind == "article"

    def of(self, line):
        kind, mark = line.mark.kind, line.mark
        out, leads = line.place in self.outstanding, line.place in self.leading
        if kind == "framed":
            return None
        if out and self.is_whole and self._is_enough(kind, leads):
            return Guess(line, mark.rank, f"{kind}_set_apart", True)
        if self.are_parts and kind in ("chinese", "decimal1"):
            return Guess(line, mark.rank, f"{kind}_parts", True)
        if out and (leads or kind == "chinese"):
            return Guess(line, mark.rank, f"{kind}_broken", False)
        if leads and self.are_most_short and len(mark.rest) <= _SHORT and not line.text.endswith(("：", ":")):
            likely = kind == "chinese" or (self.are_short and len(self.leading) * 2 >= self.size)
            return Guess(line, mark.rank, f"{kind}_plain", False, likely)
        return None

    def _is_enough(self, kind, leads):
        most_lead = len(self.leading) * 2 >= self.size
        if kind == "chinese":
            return self.size >= 2 and len(self.outstanding) * 2 > self.size and bool(self.leading)
        if kind == "decimal1":
            return self.size >= 2 and self.are_most_short and most_lead
        return leads and self.are_most_short and most_lead


# Enclosures.
def _appendices(sheet, usable):
    """附件1 with its title, in the same line or the next; a list of them below the text is none."""
    for line in usable:
        mark = line.mark
        if mark is None or mark.kind != "appendix" or _is_listed(line, sheet):
            continue
        below = sheet.after(line, most=2)
        if not below:
            continue
        words = mark.rest.lstrip(":： ")
        if words and not _NAME_OF_PAPER.search(words) and not stands_out(line, sheet) and not line.starts_page:
            continue
        is_sure = line.starts_page or stands_out(line, sheet) or bool(words)
        guess = Guess(line, mark.rank, "appendix", is_sure)
        if not words and below[0].table is None and is_possible(below[0]) and below[0].mark is None:
            if below[0].centred or below[0].blanks or stands_out(below[0], sheet):
                guess.absorbs.append(below[0])
                guess.is_sure = True
        elif not words and not line.starts_page:
            guess.is_sure = False
        yield guess


def _list_of_enclosures(sheet):
    """附件：1.…, then 2.… below it."""
    number = None
    for line in sheet.lines:
        listed = re.match(r"附\s*[件录表]\s*[:：]\s*1\s*[.．、]", line.text)
        if listed:
            number = 1
            yield line
        elif number and line.mark is not None and line.mark.values == (number + 1,):
            number += 1
            yield line
        else:
            number = None


def _is_listed(line, sheet):
    """附件：1.… 2.…, one below the other, or with the list's colon."""
    if re.match(r"附\s*[件录表]\s*[:：]", line.text):
        return True
    around = [sheet.lines[place] for place in (line.place - 1, line.place + 1) if 0 <= place < len(sheet.lines)]
    return any(one.mark is not None and one.mark.kind == "appendix" and bool(one.mark.rest) for one in around)


# Lines without a number.
def _unnumbered(sheet, usable):
    bold = {}
    for line in usable:
        if line.mark is None or line.mark.kind == "framed":
            bold.setdefault((line.size, line.bold, line.font), []).append(line)
    for line in usable:
        if line.mark is not None and line.mark.kind == "framed":
            if line.bold and not sheet.bold:
                yield Guess(line, RANKS["framed"], "framed_bold", True)
            elif _leads_to_text(line, sheet):
                yield Guess(line, RANKS["framed"], "framed_plain", False)
        elif line.mark is None and stands_out(line, sheet) and _leads_to_text(line, sheet):
            yield _plain(line, sheet, len(bold[line.size, line.bold, line.font]))


def _plain(line, sheet, alike):
    is_large = line.size >= sheet.size + _TITLE_STEP
    if is_large and (line.centred or line.blanks) and line.starts_page and _NAME_OF_PAPER.search(line.text):
        return Guess(line, RANKS["appendix"], "title_of_part", True)
    says_more = _WARNING.search(line.text) or line.text[-1] in ":："
    is_likely = not says_more and (is_large or alike > 1 or _PARTS.fullmatch(line.text) is not None)
    return Guess(line, RANKS["plain"], "set_apart", False, is_likely)


def _leads_to_text(line, sheet):
    below = sheet.after(line)
    return bool(below) and not below[0].right
