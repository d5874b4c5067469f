"""Wagtail's widgets come without inline script and say as data how to start them."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from wagtail.admin.panels import FieldPanel, InlinePanel, MultipleChooserPanel, ObjectList
from wagtail.admin.widgets import (
    AdminDateInput,
    AdminDateTimeInput,
    AdminPageChooser,
    AdminTimeInput,
    BaseChooser,
)
from wagtail.admin.widgets.workflows import AdminTaskChooser
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.images.widgets import AdminImageChooser
from wagtail.models import Workflow

SCRIPT = Path(finders.find("admin_csp/app-call.js")).read_text()
STARTERS = set(re.findall(r'^  "(\w+)",$', SCRIPT, re.MULTILINE))


def calls_in(html):
    """Every call that the page asks for: the name and its arguments."""
    soup = BeautifulSoup(html, "html.parser")
    assert [tag for tag in soup.find_all("script") if tag.get("type") != "application/json"] == []
    spans = soup.find_all(attrs={"data-controller": "app-call"})
    return [(span["data-app-call-name-value"], *json.loads(span.string)) for span in spans]


@pytest.mark.parametrize(
    ("widget", "starter"),
    [
        (AdminDateInput(), "initDateChooser"),
        (AdminTimeInput(), "initTimeChooser"),
        (AdminDateTimeInput(), "initDateTimeChooser"),
        (AdminPageChooser(), "PageChooser"),
        (AdminImageChooser(), "ImageChooser"),
        (AdminDocumentChooser(), "DocumentChooser"),
        (AdminTaskChooser(), "createTaskChooser"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_widget_asks_for_its_start_by_name(widget, starter):
    [(name, id_, *options)] = calls_in(widget.render("at", None, attrs={"id": "id_row-__prefix__-at"}))

    assert (name, id_) == (starter, "id_row-__prefix__-at")
    assert all(isinstance(option, dict) for option in options)
    assert name in STARTERS


def test_what_an_argument_says_stays_text():
    hostile = {"a": "</span><img src=x>'\""}
    html = AdminPageChooser(linked_fields=hostile).render("at", None, attrs={"id": "x"})

    [(_, _, options)] = calls_in(html)

    assert options["linkedFields"] == hostile
    assert "<img src=x>" not in html


def subclasses(cls):
    return {cls, *(deeper for child in cls.__subclasses__() for deeper in subclasses(child))}


def test_every_chooser_there_is_may_be_started():
    assert {chooser.js_constructor for chooser in subclasses(BaseChooser)} - STARTERS == set()


@pytest.mark.parametrize("panel_class", [InlinePanel, MultipleChooserPanel])
def test_a_panel_of_rows_asks_for_its_start_by_name(panel_class, rf, administrator):
    """Its last call is the panel's own, after those of its rows; the arguments name the set of forms."""
    options = {"chooser_field_name": "task"} if panel_class is MultipleChooserPanel else {}
    rows = panel_class("workflow_tasks", panels=[FieldPanel("task", widget=AdminTaskChooser)], **options)
    edit_handler = ObjectList([rows]).bind_to_model(Workflow)
    request = rf.get("/")
    request.user = administrator
    form = edit_handler.get_form_class()(instance=Workflow(), for_user=administrator)

    calls = calls_in(edit_handler.get_bound_panel(instance=Workflow(), request=request, form=form).render_html())

    name, asked = calls[-1]
    assert (name, asked["formsetPrefix"]) == (panel_class.__name__, "id_workflow_tasks")
    assert name in STARTERS
