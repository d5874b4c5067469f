"""Components and templates hold together: an unknown input would otherwise pass in silence."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.template import engines
from django.template.loader import get_template
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler

from tests.ui.templates import ROOT, all_templates, attributes, components, declared, uses
from ui.samples import SampleForm, icon_names, samples

GLOBAL = re.compile(r"^(id|role|title|lang|hidden|tabindex|autofocus|data-.*|aria-.*|hx-.*)$")
TO_INPUTS = {"input", "check", "button", "search", "progress", "icon-button"}  # pass any attribute on to one element


def render(markup, **context):
    request = RequestFactory().get("/wiki/?q=a")
    request.user = AnonymousUser()
    return engines["django"].from_string(CottonCompiler().process(markup)).render(context, request)


@pytest.mark.parametrize("name", components())
def test_a_component_says_on_top_what_it_takes(name):
    text = components()[name].read_text(encoding="utf-8")
    said = " ".join(re.findall(r"{#(.*?)#}", text))

    assert [each for each in declared(components()[name]) - {"class"} if not re.search(rf"\b{each}\b", said)] == []


@pytest.mark.parametrize("name", components())
def test_a_component_renders_with_nothing_but_what_it_needs(name):
    given = ':field="form.title"' if name == "field" else ""

    html = render(f"<c-{name} {given}></c-{name}>", form=SampleForm())

    assert "<c-" not in html
    assert "{{" not in html


def test_no_template_gives_a_component_what_it_does_not_take():
    known = {name: declared(path) for name, path in components().items()}
    strange = []
    for path, text in all_templates():
        for name, inside in uses(text):
            if name in ("vars", "slot"):
                continue
            for given, _value in attributes(inside):
                given = given.lstrip(":")
                if given in known[name] or GLOBAL.match(given) or (name in TO_INPUTS and given != "class"):
                    continue
                strange.append(f"{path.relative_to(ROOT)}: <c-{name} {given}>")

    assert strange == []


def test_every_component_that_is_used_exists():
    names = set(components()) | {"vars", "slot"}

    used = [(path.name, name) for path, text in all_templates() for name, _inside in uses(text)]

    assert [use for use in used if use[1] not in names] == []


def test_every_template_can_be_loaded():
    for path, _text in all_templates():
        get_template(str(path.relative_to(ROOT / "templates")))


def test_every_icon_that_a_template_names_exists():
    names = set(icon_names())
    asked = [
        (path.name, icon)
        for path, text in all_templates()
        for icon in re.findall(r"{% icon [\"']([\w-]+)[\"']", text) + re.findall(r"<c-[^>]*?\sicon=\"([\w-]+)\"", text)
    ]

    assert [ask for ask in asked if ask[1] not in names] == []


def test_every_static_file_and_page_sheet_that_a_template_names_exists():
    missing = []
    for path, text in all_templates():
        files = re.findall(r"{% static [\"']([^\"']+)[\"']", text)
        sheets = [
            name for names in re.findall(r"{% css (.*?) %}", text) for name in re.findall(r"[\"']([\w-]+)", names)
        ]
        wanted = files + [f"css/pages/{name}.css" for name in sheets]
        missing += [f"{path.name}: {name}" for name in wanted if not finders.find(name)]

    assert missing == []


@pytest.mark.parametrize(
    "forbidden",
    [
        r"<[a-z][^>]*\sstyle=",  # the policy ignores it in silence
        r"<[a-z][^>]*\son[a-z]+=",
        r"<script(?![^>]*(src=|application/json))",
        r"<style",
        r"hx-on",
        r"hx-vals=['\"]js:",
        r"hx-trigger=['\"][^'\"]*\[",  # a refused filter is dropped and the request fires every time
    ],
)
def test_templates_hold_nothing_that_the_security_policy_stops(forbidden):
    assert [path.name for path, text in all_templates() if re.search(forbidden, text)] == []


def test_a_component_does_not_see_the_variables_of_the_page():
    html = render('{% with title="秘密" block=True %}<c-button>好</c-button><c-card></c-card>{% endwith %}')

    assert "秘密" not in html
    assert "btn-block" not in html


def test_what_people_typed_is_escaped_in_attributes_and_slots():
    html = render('<c-card title="{{ text }}">{{ text }}</c-card><c-row :title="text" />', text='"><script>x</script>')

    assert "<script>" not in html


def test_a_field_joins_label_hint_and_error_to_its_widget():
    html = render(
        '<c-field :field="form.title" /><c-field :field="form.extension" />', form=SampleForm({"extension": "88O1"})
    )

    assert '<label for="id_title">' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'id="id_extension_error"' in html
    assert html.count('aria-invalid="true"') == 2


def test_a_button_that_posts_brings_its_form_and_token():
    html = render('<c-button post="/x/" swap="#here" confirm="真的吗" yes="删除">删</c-button>')

    assert 'method="post" action="/x/" hx-post="/x/" hx-target="#here"' in html
    assert "csrfmiddlewaretoken" in html
    assert 'data-confirm="真的吗" data-confirm-yes="删除"' in html


def test_the_pager_keeps_the_rest_of_the_address():
    html = render('<c-pager :page="pages" />', pages=samples(RequestFactory().get("/?page=2"))["pages"])

    assert 'href="?q=a&amp;page=3"' in html
    assert '<span aria-current="page">2</span>' in html
