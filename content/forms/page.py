"""The editor's form: title, text, summary, tags, and the fields of the kind."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from content.actions.writing import Text
from content.models.pages import MAX_BODY
from org.choices import UnitKind
from org.models import Unit

MAX_TAGS = 12
SEPARATORS = re.compile("[,，、]")


class PageForm(forms.Form):
    """Made for a kind of page; the kind's own fields are named value_<name>."""

    title = forms.CharField(label=_("标题"), max_length=255, strip=True)
    body = forms.CharField(
        label=_("正文"), required=False, max_length=MAX_BODY, strip=False, widget=forms.Textarea(attrs={"rows": 24})
    )
    summary = forms.CharField(label=_("摘要"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    tags = forms.CharField(label=_("标签"), required=False, max_length=300, help_text=_("用逗号隔开，最多 12 个"))
    base = forms.IntegerField(required=False, widget=forms.HiddenInput)
    empty_is_meant = forms.BooleanField(label=_("清空正文"), required=False)

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in kind.form_fields:
            self.fields[f"value_{name}"] = _field_of(kind, name)

    @property
    def kind_fields(self):
        return [self[f"value_{name}"] for name in self.kind.form_fields]

    def clean_tags(self):
        parts = (word.strip()[:40] for word in SEPARATORS.split(self.cleaned_data["tags"]))
        words = list(dict.fromkeys(word for word in parts if word))
        if len(words) > MAX_TAGS:
            raise forms.ValidationError(_("标签最多 %(most)s 个。") % {"most": MAX_TAGS})
        return tuple(words)

    def clean(self):
        """What the kind itself demands of its fields, such as the form of a code."""
        for name in self.kind.form_fields:
            value = self.cleaned_data.get(f"value_{name}")
            for check in self.kind._meta.get_field(name)._validators if value else ():
                try:
                    check(value)
                except forms.ValidationError as error:
                    self.add_error(f"value_{name}", error)
        return self.cleaned_data

    def text(self) -> Text:
        return text_of(self.cleaned_data, self.kind)


class DraftForm(PageForm):
    """The same fields while they are being filled in: nothing is demanded yet."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False

    def clean(self):
        return self.cleaned_data


def text_of(cleaned, kind) -> Text:
    values = {name: _plain(cleaned.get(f"value_{name}")) for name in kind.form_fields}
    return Text(cleaned["title"], cleaned["body"], cleaned["summary"], cleaned["tags"], values)


def initial_of(page, kind) -> dict:
    """What the form shows of a page or a template."""
    values = {f"value_{name}": getattr(page, page._meta.get_field(name).attname) for name in kind.form_fields}
    tags = "，".join(sorted(page.tags.names()))
    return {"title": page.title, "body": page.body, "summary": page.summary, "tags": tags, **values}


def initial_of_draft(draft, kind) -> dict:
    """What the form shows of an unsaved text."""
    values = {f"value_{name}": draft.values.get(name) for name in kind.form_fields}
    tags = "，".join(draft.values.get("tags", ()))
    summary = draft.values.get("summary", "")
    return {"title": draft.title, "body": draft.body, "summary": summary, "tags": tags, "base": draft.base_id, **values}


def _plain(value):
    return value.pk if isinstance(value, Unit) else value


def _field_of(kind, name):
    column = kind._meta.get_field(name)
    if column.related_model is Unit:
        units = Unit.objects.open().filter(kind__in=[UnitKind.GROUP, UnitKind.HOSPITAL, UnitKind.DEPARTMENT])
        return UnitField(queryset=units, required=not column.blank, label=column.verbose_name)
    field = column.formfield()
    field.help_text = column.help_text
    for check in column._validators:
        if pattern := getattr(check, "pattern", ""):  # the editor says it beside the field while it is written
            field.widget.attrs.update({"data-pattern": pattern, "data-pattern-words": check.words})
    return field


class UnitField(forms.ModelChoiceField):
    """A unit, indented by its depth so that the tree can be seen in a plain select."""

    def label_from_instance(self, unit):
        return "　" * (unit.depth - 1) + unit.name
