"""Diagrams and sections of other pages on paper and in Word, for the person who takes them out."""

import io

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from access import audiences
from content.actions.diagrams import keep_picture
from content.text import render
from content.text.depicting import diagrams_of
from tests.cast import make_space
from tests.content.convert.out.conftest import NEEDS_PANGO, live
from tests.content.convert.out.reading import pages_of

pytestmark = [pytest.mark.django_db, NEEDS_PANGO]
FLOW = "flowchart TD\n  A[测血钾] --> B[报告医生]"
BODY = f"## 流程\n\n```mermaid\n{FLOW}\n```\n\n后文。\n"
DIGEST = next(iter(diagrams_of(render(BODY).html)))
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
    '<rect x="10" y="10" width="80" height="30" fill="#ff0000"/>'
    '<text x="50" y="60" font-size="14px">测血钾</text></svg>'
)


@pytest.fixture
def chart(cast, space):
    page = live(space, cast.zhou_yaning, "高钾血症", BODY)
    keep_picture(page, DIGEST, SVG, by=cast.zhou_yaning)
    return page


@pytest.mark.promise("W61")
def test_the_picture_stands_on_paper_and_its_text_does_not(cast, chart, drawn):
    words = "".join(pages_of(drawn(cast.lin_xiaoman, chart, "pdf")))

    assert "测血钾" in words
    assert "flowchart" not in words
    assert "后文。" in words


@pytest.mark.promise("W61")
def test_in_word_it_is_a_picture_of_its_own_colours(cast, chart, drawn):
    document = Document(drawn(cast.lin_xiaoman, chart, "docx"))

    blobs = [part.blob for part in document.part.package.iter_parts() if str(part.partname).endswith(".png")]
    picture = Image.open(io.BytesIO(blobs[0])).convert("RGB")
    assert picture.size == (400, 200)
    assert picture.getpixel((100, 50)) == (255, 0, 0)
    described = next(iter(document.element.body.iter(qn("wp:docPr"))))
    assert described.get("descr") == "测血钾"
    assert "flowchart" not in "".join(each.text for each in document.paragraphs)


@pytest.mark.promise("W61")
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_without_a_picture_its_text_is_there(cast, space, drawn, form):
    page = live(space, cast.zhou_yaning, "高钾血症", BODY)
    made = drawn(cast.lin_xiaoman, page, form)

    words = "".join(pages_of(made)) if form == "pdf" else "".join(each.text for each in Document(made).paragraphs)
    assert "flowchart" in words


@pytest.mark.promise("W62")
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_section_is_filled_for_whoever_takes_the_page_out(cast, space, drawn, form):
    closed = make_space(cast.qingyu, slug="closed", readers=[audiences.everyone_in(cast.ward)])
    source = live(closed, cast.zhou_yaning, "标准段落", "## 报告\n\n一小时内报告[^1]。\n\n[^1]: 注一的话。\n")
    page = live(
        space,
        cast.zhou_yaning,
        "急诊流程",
        f"前文。\n\n![甲](page:{source.uid}#报告)\n\n![甲](page:{source.uid}#报告)\n",
    )

    def words(person):
        made = drawn(person, page, form)
        if form == "pdf":
            return "".join(pages_of(made))
        return "".join(each.text for each in Document(made).paragraphs)

    assert words(cast.lin_xiaoman).count("一小时内报告") == 2
    assert "引自" in words(cast.lin_xiaoman)
    assert "一小时" not in words(cast.shen_zhixia)
    assert "标准段落" not in words(cast.shen_zhixia)
