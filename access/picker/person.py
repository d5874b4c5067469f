"""A colleague, named in a form."""

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from org.models import User
from ui import shell


class PersonInput(forms.TextInput):
    """A line with suggestions while typing; the number that is chosen says who."""

    template_name = "access/picker/person_input.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        return context | {"address": reverse(shell.places["colleagues"])}

    def render(self, name, value, attrs=None, renderer=None):
        return render_to_string(self.template_name, self.get_context(name, value, attrs))


class PersonField(forms.CharField):
    """By number, or by a name that only one active colleague has."""

    widget = PersonInput

    def __init__(self, *, people=None, **more):
        super().__init__(max_length=80, **more)
        self.people = people

    def clean(self, value):
        value = super().clean(value)
        if not value:
            return None
        people = User.objects.active() if self.people is None else self.people
        number = value.split()[-1].upper()
        if person := people.filter(number=number).first():
            return person
        found = list(people.filter(name=value)[:2])
        if len(found) == 1:
            return found[0]
        if found:
            raise ValidationError(_("有几位叫这个名字的同事，请填工号"))
        raise ValidationError(_("没有找到这位同事，请填工号或全名"))
