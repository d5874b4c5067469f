"""What is asked besides when a 制度 is published, and when it is repealed."""

import datetime

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ui.days import today

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")  # what browsers take, in every language


class EditionForm(forms.Form):
    """The dates of the edition that a publication makes."""

    issued_on = forms.DateField(label=_("发布日期"), widget=DATE, initial=today)
    effective_on = forms.DateField(label=_("施行日期"), widget=DATE, initial=today)

    def clean(self):
        cleaned = super().clean()
        issued, effective = cleaned.get("issued_on"), cleaned.get("effective_on")
        if issued and effective and effective < issued:
            self.add_error("effective_on", _("施行日期不能早于发布日期。"))
        if effective:
            # Before that midnight the text in force stays the answer (W15).
            cleaned["at"] = midnight(effective) if effective > today() else None
        return cleaned


class RepealForm(forms.Form):
    """From which day a regulation no longer binds, why, and what binds instead."""

    on = forms.DateField(label=_("废止日期"), widget=DATE, initial=today)
    reason = forms.CharField(
        label=_("原因"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}), help_text=_("写进审计记录")
    )
    replaced_by = forms.CharField(
        label=_("由哪项制度取代"), max_length=120, required=False, help_text=_("填新制度的编号或全名；没有就留空")
    )

    def __init__(self, *args, regulations, **more):
        super().__init__(*args, **more)
        self.regulations = regulations

    def clean_replaced_by(self):
        words = self.cleaned_data["replaced_by"].strip()
        if not words:
            return None
        found = list(self.regulations.filter(Q(number=words) | Q(title=words))[:2])
        if len(found) != 1:
            raise forms.ValidationError(_("没有找到这项制度，或有几项同名：请填编号。"))
        return found[0]


def midnight(day) -> datetime.datetime:
    """The first moment of a day in Asia/Shanghai."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
