"""What is to be done with the chosen pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from content.forms.page import SEPARATORS
from content.models import BulkChange, ContentPage
from org.models import User

What = BulkChange.What


class BulkForm(forms.Form):
    """One deed and what it needs; the fields of the others may stay empty."""

    what = forms.ChoiceField(choices=What)
    to = forms.ModelChoiceField(
        label=_("移到哪里"), queryset=ContentPage.objects.none(), to_field_name="uid", required=False
    )
    tag = forms.CharField(label=_("标签"), max_length=40, required=False)
    number = forms.CharField(label=_("新维护人的工号"), max_length=20, required=False)

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = places

    def clean_tag(self):
        tag = self.cleaned_data["tag"]
        if SEPARATORS.search(tag):
            raise forms.ValidationError(_("一次加一个标签。"))
        return tag

    def clean_number(self):
        number = self.cleaned_data["number"].strip()
        person = User.objects.active().filter(number__iexact=number).first() if number else None
        if number and person is None:
            raise forms.ValidationError(_("没有这个工号，或已经不在岗。"))
        return person

    def clean(self):
        cleaned = super().clean()
        needed = {What.MOVE: ("to", _("请选移到哪里。")), What.TAG: ("tag", _("请写标签。"))}
        needed[What.ENTRUST] = ("number", _("请写新维护人的工号。"))
        name, words = needed.get(cleaned.get("what"), ("", ""))
        if name and not cleaned.get(name) and name not in self.errors:
            self.add_error(name, words)
        return cleaned

    def asked(self):
        cleaned = self.cleaned_data
        return {"what": cleaned["what"], "to": cleaned["to"], "tag": cleaned["tag"], "person": cleaned["number"]}
