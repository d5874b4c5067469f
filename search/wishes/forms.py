from django import forms
from django.utils.translation import gettext_lazy as _

from search.models.wishes import LONGEST_PHRASE, LONGEST_QUESTION


class WishForm(forms.Form):
    """What somebody would like to know."""

    q = forms.CharField(max_length=LONGEST_PHRASE, widget=forms.HiddenInput)
    question = forms.CharField(
        label=_("您想知道什么"),
        max_length=LONGEST_QUESTION,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "textarea textarea-sm"}),
        help_text=_("说清是什么情况、卡在哪一步，写的人更好下笔。不要写病人的姓名和号码。"),
    )
    wants_notice = forms.BooleanField(label=_("写好后通知我"), required=False, initial=True)


class AnswerForm(forms.Form):
    """The page that answers."""

    title = forms.CharField(
        label=_("哪一页"),
        max_length=300,
        help_text=_("打标题、拼音或首字母，从列表里选；也可以粘贴那一页的地址。"),
    )
    uid = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label=_("理由"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "class": "textarea textarea-sm"}),
        help_text=_("会发给找过的同事"),
    )
