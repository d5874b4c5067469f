"""What a reader proposes: other words for a passage, or the whole text; and why."""

from django import forms
from django.utils.translation import gettext_lazy as _

from content.models.pages import MAX_BODY


class ProposalForm(forms.Form):
    words = forms.CharField(
        label=_("建议改为"), required=False, max_length=4000, strip=True, widget=forms.Textarea(attrs={"rows": 3})
    )
    body = forms.CharField(label=_("正文"), required=False, max_length=MAX_BODY, strip=False, widget=forms.Textarea)
    whole = forms.BooleanField(required=False)
    reason = forms.CharField(
        label=_("理由"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("依据是什么，维护人会看到"),
    )
    seen = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)
