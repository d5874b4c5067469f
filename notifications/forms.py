from django import forms
from django.utils.translation import gettext_lazy as _

from notifications.models import Rhythm
from notifications.ways import outside


class RhythmForm(forms.ModelForm):
    class Meta:
        model = Rhythm
        fields = [
            "is_quiet",
            "quiet_from",
            "quiet_until",
            "is_quiet_on_days_off",
            "is_loud_on_duty",
            "day_at",
            "week_at",
        ]
        widgets = {name: forms.TimeInput(format="%H:%M") for name in ("quiet_from", "quiet_until")}


class RobotForm(forms.Form):
    """The address a chat gives for its robot."""

    url = forms.CharField(label=_("机器人地址"), max_length=400, strip=True)
    secret = forms.CharField(label=_("签名密钥"), max_length=100, strip=True, required=False)

    def __init__(self, *args, way, **kwargs):
        self.way = way
        super().__init__(*args, auto_id=f"{way.name}-%s", **kwargs)
        if way.name != "feishu":
            del self.fields["secret"]

    def clean_url(self):
        url = self.cleaned_data["url"]
        try:
            outside.checked(url, self.way.hosts())
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
        return url


class DeviceForm(forms.Form):
    """What a browser says of its subscription."""

    endpoint = forms.CharField(max_length=600)
    key = forms.RegexField(r"^[\w-]{80,100}$")
    secret = forms.RegexField(r"^[\w-]{16,40}$")

    def clean_endpoint(self):
        endpoint = self.cleaned_data["endpoint"]
        try:
            outside.checked(endpoint)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
        return endpoint
