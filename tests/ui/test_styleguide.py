"""The style guide shows every component there is, to colleagues only."""

from tests.ui.templates import TEMPLATES, components, uses

# They are shown through others (a row's end, an error in a form) or only in answers.
SHOWN_ELSEWHERE = {"picture", "form-errors"}


def test_the_style_guide_shows_every_component():
    pages = [TEMPLATES / "ui" / "styleguide.html", *(TEMPLATES / "ui" / "styleguide").glob("*.html")]
    shown = {name for page in pages for name, _inside in uses(page.read_text(encoding="utf-8"))}

    assert set(components()) - shown - SHOWN_ELSEWHERE == set()


def test_a_colleague_sees_the_style_guide(client, cast, django_assert_max_num_queries):
    client.force_login(cast.lin_xiaoman)

    page = client.get("/styleguide/")

    assert page.status_code == 200
    assert "组件一览" in page.text


def test_nobody_else_does(client, db):
    assert client.get("/styleguide/").status_code == 302
