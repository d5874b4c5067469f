"""The audience as a field of a form. Its value is a list of `access.audiences.Row`."""

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from access.audiences import Row
from access.models import Audience
from access.picker.selection import Selection
from access.picker.tokens import UnknownToken, plain, rows_of, tokens_of

NOBODY_YET = _("还没有选人")


class AudienceWidget(forms.Widget):
    """Draws the picker. Without JavaScript, what is ticked is added and dropped when the form is sent."""

    def __init__(self, attrs=None):
        super().__init__(attrs)
        self.setup = {}

    def id_for_label(self, id_, index=None):
        return f"{id_}-open" if id_ else ""

    def value_from_datadict(self, data, files, name):
        try:
            return Selection.from_post(name, data, self.setup).taken()
        except UnknownToken as error:
            return error

    def value_omitted_from_data(self, data, files, name):
        return name not in data and f"{name}-setup" not in data

    def render(self, name, value, attrs=None, renderer=None):
        selection = value if isinstance(value, Selection) else Selection(name, self._rows(value), self.setup)
        attrs = attrs or {}
        context = {"selection": selection, "id": attrs.get("id"), "described_by": attrs.get("aria-describedby")}
        return render_to_string("access/picker/field.html", context)

    def _rows(self, value):
        if value is None or isinstance(value, UnknownToken):
            return []
        rows = value.rows.all() if isinstance(value, Audience) else value
        return rows_of(tokens_of(rows))


class AudienceField(forms.Field):
    """`empty` says what no choice means; `within` is the scope above, to count whom it would shut out."""

    widget = AudienceWidget
    default_error_messages = {
        "required": _("请选择范围"),
        "unknown": _("有的单位、岗位或同事已经不在，请重新选择"),
    }

    def __init__(self, *, empty="", within=None, **more):
        super().__init__(**more)
        self.empty = empty or NOBODY_YET
        self.narrow(within)

    def narrow(self, scope):
        """Say under which scope the choice will stand; forms call it when they know."""
        self.widget.setup = {"label": self.label or "", "empty": self.empty, "within": scope.pk if scope else None}

    def clean(self, value) -> list[Row]:
        if isinstance(value, UnknownToken):
            raise ValidationError(self.error_messages["unknown"], code="unknown")
        if value.trouble:
            raise ValidationError(value.trouble, code="trouble")
        if self.required and not value.rows:
            raise ValidationError(self.error_messages["required"], code="required")
        return [plain(row) for row in value.rows]

    def has_changed(self, initial, data):
        rows = {plain(row) for row in data.rows} if isinstance(data, Selection) else None
        before = initial.rows.all() if isinstance(initial, Audience) else initial or ()
        return rows != {plain(row) for row in before}
