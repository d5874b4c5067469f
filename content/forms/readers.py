"""Who reads a page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from access.audiences import everyone_in
from access.picker.fields import AudienceField
from org.models import Unit


class ReadersForm(forms.Form):
    """Empty: everybody who reads the page above. `within` is that page's scope."""

    readers = AudienceField(label=_("谁可以看"), required=False, empty=_("能看上级页面的人都能看"))

    def __init__(self, *args, within, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["readers"].narrow(within)

    def clean_readers(self):
        """Only exclusions: everybody but those."""
        rows = self.cleaned_data["readers"]
        only_without = rows and all(row.is_exclusion for row in rows)
        return [*rows, everyone_in(Unit.get_first_root_node())] if only_without else rows
