"""Django's form fields in our clothes."""

from django import forms

CLOTHES = [
    (forms.CheckboxInput, ""),
    (forms.Textarea, "textarea"),
    (forms.RadioSelect, ""),
    (forms.CheckboxSelectMultiple, ""),
    (forms.Select, "select"),
    (forms.FileInput, "input-file"),
    (forms.Widget, "input"),
]


def dressed(field):
    """`{{ form.title|dressed }}`: the widget with our class; Django itself adds aria-describedby and aria-invalid."""
    widget = field.field.widget
    clothes = next(name for kind, name in CLOTHES if isinstance(widget, kind))
    attrs = {"class": f"{clothes} {widget.attrs.get('class', '')}".strip()}
    if isinstance(widget, forms.Textarea) and widget.attrs.get("rows") == "10":
        attrs["rows"] = "4"  # Django's default is half a screen
    return field.as_widget(attrs=attrs if any(attrs.values()) else None)
