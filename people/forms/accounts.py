from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from org.models import User
from people.forms.roles import DATE
from people.staff import cells
from people.staff.cells import Fault
from ui.days import today


class AccountForm(forms.ModelForm):
    """What HR keeps of a person."""

    class Meta:
        model = User
        fields = ["name", "phone", "email"]

    def clean_name(self):
        return self._checked("name", cells.name)

    def clean_phone(self):
        return self._checked("phone", cells.phone) or None

    def clean_email(self):
        return (self.cleaned_data["email"] or "").lower() or None

    def _checked(self, name, parse):
        try:
            return parse(self.cleaned_data[name])
        except Fault as fault:
            raise ValidationError(str(fault)) from fault


class LeaveForm(forms.Form):
    day = forms.DateField(label=_("最后一天"), initial=today, widget=DATE)
    reason = forms.CharField(label=_("依据"), max_length=200, required=False)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("原因"), max_length=200)
