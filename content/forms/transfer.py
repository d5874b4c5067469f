"""What is brought in."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ImportForm(forms.Form):
    """One archive or text; folders are zipped before."""

    file = forms.FileField(
        label=_("文件"),
        help_text=_("zip 压缩包、Markdown 或 HTML，最大 200 MB"),
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,.md,.markdown,.html,.htm,.txt"}),
    )
