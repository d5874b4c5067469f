"""What was read in a file of an import, and what became of it, in words and ready to be shown. Costs no query."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from django.template.defaultfilters import filesizeformat
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from content import kinds
from content.convert import saying
from content.models import ImportItem

ATTACHMENT, NOTHING, OTHER = "attachment", "none", "-other-"  # the last two are answers of forms
OLD_FORMATS = ("doc", "wps", "rtf")  # LibreOffice may number them otherwise than Word does
FACTS_ASKED = ("title", "number", "issuing_unit", "issued_on", "binds_from", "version", "replaces")
MOST_LINES = 30  # lines of one file that are asked about; further ones keep the guess
Outcome = ImportItem.Outcome
_ICONS = {"xlsx": "sheet", "folder": "folder"}
_IMPORTED = (Outcome.NEW, Outcome.CHANGED, Outcome.SAME, Outcome.KEPT, Outcome.ATTACHED)


@dataclass
class Asked:
    """A question with its field. Without options there is only something to look at."""

    number: int  # of the file's questions
    fact: str  # that it is about; empty where it is about none
    legend: str
    note: str
    text: str
    quote: str
    options: list = field(default_factory=list)  # (answer, words, is chosen, is the guess)
    other: str | None = None  # what was typed instead; None where nothing may be typed
    is_day: bool = False


@dataclass
class Line:
    """A line that may be a heading, to be ticked."""

    number: int
    text: str
    quote: str
    is_ticked: bool


@dataclass
class FactField:
    """A fact to confirm: its value, and where the file says it."""

    name: str
    label: str
    value: str
    where: str
    quote: str
    is_day: bool
    others: list[str] = field(default_factory=list)

    @property
    def words(self):
        return saying.day(self.value) if self.name in saying.DAYS else self.value


class Told:
    """One item of an import."""

    def __init__(self, item):
        self.item = item
        self.pk = item.pk
        self.name = PurePosixPath(item.path).name
        self.folder = "" if "/" not in item.path else item.path.rpartition("/")[0]
        self.title = item.title or PurePosixPath(item.path).stem
        self.is_folder = item.was == ImportItem.Was.FOLDER
        self.is_refused = bool(item.refusal) and item.kind != ATTACHMENT
        self.icon = _ICONS.get(item.was, "paperclip" if item.kind == ATTACHMENT else "file-text")
        self.tile = "file" if item.kind == ATTACHMENT or not item.kind else item.kind

    @property
    def kind(self):
        return self.item.kind if self.item.is_wanted else NOTHING

    @property
    def kind_label(self):
        return kind_label(self.item.kind)

    @property
    def measure(self):
        """“312 KB · 18 页”."""
        words = [filesizeformat(self.item.size)] if self.item.size else []
        if pages := self.item.counts.get("pages"):
            words.append(_("%(number)s 页") % {"number": pages})
        return " · ".join(words)

    @property
    def number(self):
        return self.fact("number")

    def fact(self, name):
        """What a person said, else what was read."""
        told = self.item.facts.get(name) or {}
        return told.get("said", told.get("value", "")) if isinstance(told, dict) else ""

    @property
    def found(self):
        """“标题 6 个，34 条，2 张表”."""
        if self.is_refused:
            return saying.reason(self.item.refusal)
        if self.item.kind == ATTACHMENT:
            return _("只作附件保存，不变成页面")
        counts = self.item.counts
        words = [
            words % {"number": counts[name]}
            for name, words in (
                ("headings", _("标题 %(number)s 个")),
                ("articles", _("%(number)s 条")),
                ("tables", _("%(number)s 张表")),
                ("pictures", _("图 %(number)s 幅")),
            )
            if counts.get(name)
        ]
        if not words and counts.get("paragraphs"):
            words = [_("%(number)s 段文字") % {"number": counts["paragraphs"]}]
        return _("，").join(words)

    @cached_property
    def warnings(self):
        """What to know before it comes in: old formats, what is lost, what was noticed."""
        words = [saying.reason(self.item.refusal)] if self.item.refusal and not self.is_refused else []
        if self.item.was in OLD_FORMATS and self.item.counts and not self.item.refusal:
            words.append(_("由旧格式转换，请核对条号"))
        return [*words, *self.doubts, *self.losses, *self.item.notes]

    @cached_property
    def losses(self):
        """One sentence for each kind of loss, with how often."""
        counted = Counter(saying.loss(each.get("what", ""), each.get("sample", "")) for each in self.item.losses or ())
        return [
            _("%(words)s（%(number)s 处）") % {"words": words, "number": number} if number > 1 else words
            for words, number in counted.items()
        ]

    @property
    def doubts(self):
        """What nobody has to answer and somebody should look at: “请核对条号：中间可能缺了（第三条 → 第五条）”."""
        found = [(saying.question(one)[0], one.get("text")) for one in self.item.questions if not one.get("options")]
        return [_("%(words)s（%(text)s）") % {"words": words, "text": text} if text else words for words, text in found]

    @property
    def refusal(self):
        return saying.refusal(self.item.refusal, self.name)

    @property
    def advice(self):
        return saying.advice(self.item.refusal)

    @property
    def asks(self):
        """How many questions, of lines that may be headings only one."""
        return len(self.asked) + bool(self.lines)

    @cached_property
    def asked(self):
        return [self._asked(number, one) for number, one in enumerate(self.item.questions) if one["kind"] != "heading"]

    @cached_property
    def lines(self):
        found = [(number, one) for number, one in enumerate(self.item.questions) if one["kind"] == "heading"]
        return [self._line(number, one) for number, one in found[:MOST_LINES]]

    @property
    def has_more_lines(self):
        return sum(1 for one in self.item.questions if one["kind"] == "heading") > MOST_LINES

    def key(self, number):
        return self.item.questions[number]["key"]

    @cached_property
    def fields(self):
        """The facts of a 制度 that no question asks about."""
        if self.item.kind != "regulation":
            return []
        asked = {saying.fact_of(one["kind"]) for one in self.item.questions if one.get("options")}
        return [self._field(name) for name in FACTS_ASKED if name not in asked]

    @property
    def has_facts(self):
        return any(each.value for each in self.fields if each.name != "title")

    @property
    def has_panel(self):
        return self.item.is_wanted and not self.is_refused and bool(self.asks or self.fields)

    def _asked(self, number, one):
        legend, options = saying.question(one, self.item.facts)
        chosen = self.item.answers.get(one["key"], one.get("guess", ""))
        fact = saying.fact_of(one["kind"])
        said = (self.item.facts.get(fact) or {}).get("said")
        typed = said if said and said not in [value for value, _words in options] else ""
        return Asked(
            number,
            fact,
            legend,
            saying.note(one["kind"]),
            "" if options else one.get("text", ""),
            one.get("quote", ""),
            [(value, words, not typed and value == chosen, value == one.get("guess")) for value, words in options],
            typed if options and fact else None,
            one["kind"] in saying.DAYS,
        )

    def _line(self, number, one):
        chosen = self.item.answers.get(one["key"], one.get("guess", ""))
        return Line(number, one.get("text", ""), one.get("quote", ""), chosen == "heading")

    def _field(self, name):
        told = self.item.facts.get(name) or {}
        value = self.fact(name) or (self.title if name == "title" else "")
        is_day = name in saying.DAYS and (not value or len(value) == 10)
        others = [each["value"] for each in told.get("others", ())]
        place = saying.where(told.get("where", ""))
        return FactField(name, saying.fact(name), value, place, told.get("quote", ""), is_day, others)

    # Afterwards.
    @property
    def is_imported(self):
        return self.item.outcome in _IMPORTED

    @property
    def called(self):
        """Pages by their title, files by their name."""
        return self.name if self.is_refused or self.item.kind == ATTACHMENT else self.title

    @property
    def became(self):
        """Short facts below the title."""
        if not self.is_imported:
            return [self.found]
        is_draft = self.item.outcome == Outcome.NEW and not self.item.run.is_live
        words = [_("%(kind)s草稿") % {"kind": self.kind_label} if is_draft else self.kind_label]
        if self.item.kind == ATTACHMENT:
            return words
        if self.item.outcome != Outcome.NEW:
            words.append(self.item.get_outcome_display())
        return [*words, self.found, self.name if self.name != self.title else ""]

    @property
    def status(self):
        """(tone, word) of the report."""
        outcome = self.item.outcome
        if outcome == Outcome.FAILED:
            return "late", _("没有导入")
        if outcome in (Outcome.SKIPPED, Outcome.UNDONE, Outcome.WAITING):
            return "", self.item.get_outcome_display()
        if self.warnings:
            return "open", _("请看一眼")
        return "done", _("已保存") if outcome == Outcome.ATTACHED else _("完整")


def kind_label(kind):
    if kind == ATTACHMENT:
        return _("附件")
    return str(kinds.kinds()[kind]._meta.verbose_name) if kind in kinds.kinds() else ""
