"""A Wagtail upgrade that touches what we replace is noticed: read what changed, adapt, record the new hash."""

import inspect
import re
from hashlib import sha256
from pathlib import Path

import pytest
import wagtail
from django.apps import apps
from wagtail.admin.widgets import BaseChooser
from wagtail.admin.widgets.workflows import AdminTaskChooser

TEMPLATES = Path(wagtail.__file__).parent / "admin/templates"
REPLACED_TEMPLATES = {
    "wagtailadmin/widgets/date_input.html": "2557f7a4fd543d7c",
    "wagtailadmin/widgets/time_input.html": "536917c544a13563",
    "wagtailadmin/widgets/datetime_input.html": "479d8ddeaa73d2fd",
    "wagtailadmin/panels/inline_panel.html": "195bb0b199edb062",
    "wagtailadmin/panels/multiple_chooser_panel.html": "673bc9b26ca95c03",
}
PATCHED_METHODS = {
    BaseChooser.render: "b46a0fb559c849ac",
    BaseChooser.render_js_init: "98a285f477211f35",
    AdminTaskChooser.render_js_init: "e0e19ae6f795a0bd",
}
INLINE_SCRIPT = re.compile(r"<script(?![^>]*(?:\bsrc=|application/json))")


def hash_of(text):
    return sha256(text.encode()).hexdigest()[:16]


@pytest.mark.parametrize("name", REPLACED_TEMPLATES)
def test_the_template_we_replace_is_the_one_we_know(name):
    assert hash_of((TEMPLATES / name).read_text()) == REPLACED_TEMPLATES[name]


@pytest.mark.parametrize("method", PATCHED_METHODS, ids=lambda method: method.__qualname__)
def test_the_method_we_patch_is_the_one_we_know(method):
    assert hash_of(inspect.getsource(method)) == PATCHED_METHODS[method]


def test_no_other_template_of_wagtail_writes_an_inline_script():
    writing = [
        str(template.relative_to(Path(app.path) / "templates"))
        for app in apps.get_app_configs()
        if app.name.split(".")[0] == "wagtail"
        for template in Path(app.path).glob("templates/**/*.html")
        if INLINE_SCRIPT.search(template.read_text())
    ]

    assert sorted(writing) == sorted(REPLACED_TEMPLATES)


def test_no_other_class_of_wagtail_writes_an_inline_script():
    sources = [source for source in Path(wagtail.__file__).parent.glob("**/*.py") if "test" not in str(source)]

    assert [source.name for source in sources if "</script>" in source.read_text()] == ["chooser.py"]
