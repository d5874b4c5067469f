"""What stewards write for others to start from."""

from django import forms
from django.utils.translation import gettext_lazy as _

from content.choices import SpaceKind
from content.forms.page import PageForm


class TemplateForm(PageForm):
    """The fields of a page, all of them free to stay empty, and what the template is called."""

    name = forms.CharField(label=_("模板名称"), max_length=60, strip=True)
    hint = forms.CharField(label=_("说明"), max_length=120, required=False, help_text=_("一句话，新建时看到"))
    reaches_below = forms.BooleanField(
        label=_("下级单位的空间也能用"), required=False, help_text=_("例如集团的模板，各医院新建页面时都能选")
    )

    def __init__(self, *args, space, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("title", *(field.name for field in self.kind_fields)):
            self.fields[name].required = False
        for name in ("base", "empty_is_meant"):
            del self.fields[name]
        if space.kind != SpaceKind.UNIT:
            del self.fields["reaches_below"]

    def facts(self):
        """What content.actions.templates asks for."""
        text = self.text()
        return {
            "name": self.cleaned_data["name"],
            "hint": self.cleaned_data["hint"],
            "title": text.title,
            "body": text.body.replace("\r\n", "\n"),
            "values": {"summary": text.summary, "tags": list(text.tags), **text.values},
            "reaches_below": self.cleaned_data.get("reaches_below", False),
        }


def initial_of_template(template, kind) -> dict:
    """What a form shows of a template: the editor of a new page, or that of the template itself."""
    values = {f"value_{name}": value for name, value in template.values.items() if name in kind.form_fields}
    written = {"summary": template.values.get("summary", ""), "tags": "，".join(template.values.get("tags", ()))}
    return {"title": template.title, "body": template.body, **written, **values}
