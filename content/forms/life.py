"""Giving pages to another maintainer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from access.picker.person import PersonField


class HandOverForm(forms.Form):
    person = PersonField(label=_("交给谁"))
    reason = forms.CharField(
        label=_("原因"), max_length=300, help_text=_("对方会看到，例如：轮岗到急诊，由接手的同事维护")
    )
