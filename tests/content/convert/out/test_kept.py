"""What came in with a file goes out with it: widths of pictures, tables in tables, places that links lead to."""

import pytest
from docx import Document
from docx.oxml.ns import qn

from files.actions import receive
from tests.content.convert.out.conftest import NEEDS_PANGO, live
from tests.files.samples import picture, upload

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W25")]
BODY = """\
见[处理](#处理)与[表 1](#表-1)。

## 处理

![图](file:{picture}){{width=200}}

<span id="表-1"></span>表 1 用药

<table markdown="1">
<tr markdown="1"><td markdown="span">岗位</td><td markdown="block">

前

| 甲 | 乙 |
|---|---|
| 内一 | 内二 |

<aside class="textbox" markdown="1">

框中

</aside>

</td></tr>
<tr markdown="1"><td markdown="span">护士</td><td markdown="span">核对</td></tr>
</table>
"""


@pytest.fixture
def made(cast, space):
    shown = receive(upload("流程.png", picture((900, 300))), by=cast.zhou_yaning)
    return live(space, cast.zhou_yaning, "一页", BODY.format(picture=shown.uid))


def test_word_has_all_of_it(cast, made, drawn):
    document = Document(drawn(cast.zhou_yaning, made, "docx"))
    [shown] = document.inline_shapes
    outer = next(table for table in document.tables if "护士" in table._tbl.xml)
    links = {link.get(qn("w:anchor")) for link in document.element.iter(qn("w:hyperlink"))} - {None}
    names = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}

    assert (round(shown.width / 9525), round(shown.height / 9525)) == (200, 67)
    [inner] = outer.cell(0, 1).tables
    assert [[cell.text for cell in row.cells] for row in inner.rows] == [["甲", "乙"], ["内一", "内二"]]
    assert "框中" in outer.cell(0, 1)._tc.xml
    assert len(links) == 2 and links <= names


@NEEDS_PANGO
def test_paper_has_all_of_it(cast, made, drawn):
    import pypdfium2

    file = pypdfium2.PdfDocument(drawn(cast.zhou_yaning, made, "pdf"))
    pages = list(file)
    words = "".join(page.get_textpage().get_text_range() for page in pages)
    pictures = [one.get_bounds() for page in pages for one in page.get_objects(filter=[3], max_depth=8)]

    assert all(one in words for one in ("内一", "内二", "框中", "核对"))
    assert [round(right - left) for left, _bottom, right, _top in pictures] == [150]  # points: 200 pixels
