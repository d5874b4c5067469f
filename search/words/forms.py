"""What librarians type."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from files.tables.sheets import MAX_BYTES
from search.models.words import LONGEST, LONGEST_PHRASE
from search.words import things
from search.words.folding import normal
from search.words.rules import kept_units
from ui.days import today

SEPARATORS = re.compile(r"[、,，;；/|\n\t]+")
MOST_OTHERS = 20
SHORTEST = 2  # characters; one alone stands in too many words


def word_of(text, what) -> str:
    """One word, tidied; refused where it would find everything or nothing."""
    word = " ".join(text.split())
    if not SHORTEST <= len(word) <= LONGEST or not SHORTEST <= len(normal(word)) <= LONGEST:
        raise ValidationError(
            _("“%(word)s”：%(what)s要有 %(least)d 到 %(most)d 个字"),
            params={"word": word[:LONGEST], "what": what, "least": SHORTEST, "most": LONGEST},
        )
    if not any(letter.isalnum() for letter in word) or not word.isprintable():
        raise ValidationError(_("“%(word)s”里没有字"), params={"word": word})
    return word


def others_of(text, word) -> list[str]:
    """The words on the right, without what only repeats another."""
    parts = [part.strip() for part in SEPARATORS.split(text) if part.strip()]
    if not parts:
        raise ValidationError(_("请填也找哪些词"))
    if len(parts) > MOST_OTHERS:
        raise ValidationError(_("一条最多 %(most)d 个词"), params={"most": MOST_OTHERS})
    seen, others = {normal(word)}, []
    for part in parts:
        other = word_of(part, _("每个词"))
        if normal(other) not in seen:
            seen.add(normal(other))
            others.append(other)
    if not others:
        raise ValidationError(_("两边是同一个词"))
    return others


class UnitField(forms.ModelChoiceField):
    """For whose people: asked only of who keeps the words of several units."""

    def __init__(self):
        super().__init__(
            queryset=None, label=gettext_lazy("用在哪里"), to_field_name="uid", empty_label=None, required=True
        )

    def offer(self, units):
        self.queryset = units
        self.initial = units[0].uid if units else None
        self.is_single = len(units) == 1

    def clean(self, value):
        return self.queryset[0] if self.is_single else super().clean(value or self.initial)

    def label_from_instance(self, unit):
        return str(unit)


class KeeperForm(forms.Form):
    """A form of somebody who keeps words of a unit or several."""

    def __init__(self, *args, by, **more):
        super().__init__(*args, **more)
        self.by = by
        if "unit" in self.fields:
            self.fields["unit"].offer(kept_units(by))
            if self.fields["unit"].is_single:
                self.fields["unit"].widget = forms.HiddenInput()


class SynonymForm(KeeperForm):
    word = forms.CharField(label=gettext_lazy("搜这个词"), max_length=LONGEST)
    is_two_way = forms.TypedChoiceField(
        label=gettext_lazy("方向"),
        choices=[("", gettext_lazy("单向 →")), ("1", gettext_lazy("双向 ⇄"))],
        coerce=bool,
        empty_value=False,
        required=False,
        widget=forms.RadioSelect,
        initial="",
    )
    others = forms.CharField(label=gettext_lazy("也找这些"), max_length=500)
    unit = UnitField()

    def clean_word(self):
        return word_of(self.cleaned_data["word"], _("词"))

    def clean(self):
        said = self.cleaned_data
        if said.get("word") and said.get("others"):
            try:
                said["others"] = others_of(said["others"], said["word"])
            except ValidationError as error:
                self.add_error("others", error)
        return said


class SynonymChangeForm(SynonymForm):
    unit = None  # where it holds does not change


class PhraseForm(KeeperForm):
    """A phrase, and the thing that was picked for it or whose address was pasted."""

    phrase = forms.CharField(label=gettext_lazy("搜这个词"), max_length=LONGEST_PHRASE)
    title = forms.CharField(
        label=gettext_lazy("哪一页"),
        max_length=300,
        help_text=gettext_lazy("打标题、拼音或首字母，从列表里选；也可以粘贴那一页的地址。"),
    )
    uid = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)
    unit = UnitField()

    def clean_phrase(self):
        return word_of(self.cleaned_data["phrase"][:LONGEST], _("词"))

    def clean(self):
        said = self.cleaned_data
        typed = said.get("title", "")
        said["thing"] = things.find(self.by, said.get("uid") or typed) if typed else None
        if typed and said["thing"] is None:
            self.add_error("title", _("没有找到这一页。请从列表里选，或粘贴它的地址。"))
        return said


class PinForm(PhraseForm):
    until = forms.DateField(
        label=gettext_lazy("到哪天"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("空着就是长期；那一天仍然置顶。"),
    )

    def clean_until(self):
        until = self.cleaned_data["until"]
        if until is not None and until < today():
            raise ValidationError(_("这一天已经过去"))
        return until


class PinChangeForm(PinForm):
    """The phrase and the day; another thing is another pin."""

    title = uid = unit = None

    def clean(self):
        return self.cleaned_data


class UnlistedForm(KeeperForm):
    """A phrase that must not stand among what others search."""

    phrase = forms.CharField(label=gettext_lazy("这个词"), max_length=LONGEST)
    unit = UnitField()

    def clean_phrase(self):
        return word_of(self.cleaned_data["phrase"], _("词"))


class TableForm(KeeperForm):
    """A table of synonyms."""

    file = forms.FileField(label=gettext_lazy("表格"))
    unit = UnitField()

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise ValidationError(_("文件大于 %(size)d MB。"), params={"size": MAX_BYTES // 1024 // 1024})
        return file
