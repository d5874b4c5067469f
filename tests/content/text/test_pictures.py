"""Pictures as wide as their author wants them, from a file that came in to screen and paper."""

import pytest

from content.text import fill, render
from content.text.incoming import from_html
from content.text.targets import exchange_targets
from files.models import Picture
from tests.content.text.test_filling import held, page  # noqa: F401

UID = "abcdefghjkmn"


@pytest.mark.parametrize(
    ("source", "width"),
    [
        (f'![图](file:{UID} "题"){{width=300}}', 'data-width="300"'),
        (f"字![图](file:{UID}){{width=20}}字", 'data-width="20"'),
        (f"![图](file:{UID})", None),
        (f"![图](file:{UID}){{width=0}}", None),
        (f"![图](file:{UID}){{width=99999}}", None),
        (f'<img src="file:{UID}" width="300">', 'data-width="300"'),
        (f'<img src="file:{UID}" width="expression(1)">', None),
    ],
)
def test_a_picture_says_how_wide_it_is(source, width):
    html = render(source).html

    assert f'data-picture="{UID}"' in html
    assert ("data-width" in html) is (width is not None) and (width or "") in html
    assert "{width" not in html or "99999" in source


def test_what_is_no_picture_has_no_width():
    assert "{width=300}" in render(f"[图](file:{UID}){{width=300}}").text
    assert "{width=300}" in render("`![图](x){width=300}`").text


@pytest.mark.parametrize(
    ("attributes", "written"),
    [
        ("width=300 height=200", "{width=300}"),
        ("width=30.5px", "{width=30}"),
        ("width=720", ""),
        ("width=50%", ""),
        ("width=0", ""),
        ("width='1}[x](y)'", ""),
        ("", ""),
    ],
)
def test_a_width_comes_in_where_it_says_something(attributes, written):
    made = from_html(f"<p>见<img src=https://x.example/a.png {attributes}></p>", picture=lambda *_: f"file:{UID}")

    assert made.markdown == f"见![](file:{UID}){written}\n"


def test_a_width_goes_with_its_picture():
    source = "![图](a.png){width=300} [文](a.png){width=300}"

    assert exchange_targets(source, lambda *_: None) == "图 文{width=300}"
    assert exchange_targets(source, lambda *_: "b") == "![图](b){width=300} [文](b){width=300}"


@pytest.mark.django_db
def test_it_is_shown_that_wide_in_its_own_proportion(cast, page):  # noqa: F811
    picture = held(Picture, page, "pictures/x.png", width=1000, height=750)
    html = fill(render(f"![图](file:{picture.uid}){{width=300}}").html, cast.lin_xiaoman)

    assert 'sizes="min(300px, 100vw)"' in html
    assert 'class="sized" width="300" height="225" alt="图"' in html
