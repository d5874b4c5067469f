"""Pictures as wide as their file had them, and never wider than the phone."""

import pytest

from content.actions import publishing, writing
from content.actions.writing import Text
from files.actions import receive
from tests.cast import make_space
from tests.files.samples import picture, upload

pytestmark = [pytest.mark.e2e, pytest.mark.django_db, pytest.mark.promise("W22")]


@pytest.fixture
def address(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    shown = receive(upload("图.png", picture((1600, 800))), by=cast.zhou_yaning).uid
    cell = f"| 图 | 量 |\n|---|---|\n| ![格](file:{shown}){{width=120}} | 1 |"
    inner = f'<table markdown="1">\n<tr markdown="1"><td markdown="block">\n\n甲\n\n{cell}\n\n</td>'
    body = f"![大](file:{shown}){{width=700}}\n\n![小](file:{shown}){{width=60}}\n\n{inner}<td>乙</td></tr>\n</table>\n"
    space = make_space(cast.qingyu, slug="qingyu")
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("一页", body))
    return publishing.publish(made, by=cast.zhou_yaning).get_absolute_url()


@pytest.mark.parametrize(("across", "expected"), [(1440, [700, 60, 120]), (360, [None, 60, 120])])
def test_they_fit(page, sign_in, cast, address, across, expected):
    page.set_viewport_size({"width": across, "height": 800})
    sign_in(cast.lin_xiaoman)
    page.goto(address)
    pictures = page.locator(".prose img.sized")
    widths = [round(pictures.nth(at).bounding_box()["width"]) for at in range(3)]

    assert all(width == wish for width, wish in zip(widths, expected, strict=True) if wish)
    assert widths[0] < across
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
