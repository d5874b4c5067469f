from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from access import rules
from org.models import User

MOST = 500  # slips on one print


class SlipsForm(forms.Form):
    """Whom slips are given to: people who were ticked."""

    people = forms.ModelMultipleChoiceField(queryset=User.objects.none(), to_field_name="uid")

    def __init__(self, *args, by, **more):
        super().__init__(*args, **more)
        self.fields["people"].queryset = rules.allowed(by, "administer", User.objects.active())

    def clean_people(self):
        people = self.cleaned_data["people"]
        if len(people) > MOST:
            raise ValidationError(_("一次最多打印 %(most)d 张"), params={"most": MOST})
        return people
