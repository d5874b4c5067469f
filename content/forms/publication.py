"""What is asked when a text goes live: how much it changes, why, and when."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.choices import Change


class PublicationForm(forms.Form):
    """At once, or at a moment to come in Asia/Shanghai."""

    change = forms.ChoiceField(
        label=_("这次改了多少"), choices=Change, initial=Change.EDITORIAL, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("修改说明"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("一句话写清改了什么、为什么改"),
        required=False,
    )
    at = forms.DateTimeField(
        label=_("定时发布"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
        input_formats=["%Y-%m-%dT%H:%M"],
        help_text=_("留空就是现在"),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("change") == Change.MATERIAL and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("实质修改请写明改了什么。"))
        if cleaned.get("at") and cleaned["at"] <= timezone.now():
            self.add_error("at", _("这个时间已经过去了。"))
        return cleaned
