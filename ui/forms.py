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
    own = widget.attrs.get("class", "")
    return field.as_widget(attrs={"class": f"{clothes} {own}".strip()} if clothes or own else None)
