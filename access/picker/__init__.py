"""Choosing an audience: a form field with its own small addresses, used wherever somebody says who.

from access.picker.fields import AudienceField

class SpaceForm(forms.Form):
    readers = AudienceField(label=_("谁可以看"))

<c-field :field="form.readers" />        {% css "audience" %}
audiences.intern(form.cleaned_data["readers"])
"""
