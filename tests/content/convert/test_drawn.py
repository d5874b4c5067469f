"""Pictures of seven kinds become one kind; none is fetched from elsewhere."""

import pytest

from content.convert.word.names import WP, A, R, w
from content.convert.word.package import Box
from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus import shapes as s
from tests.content.convert.corpus.docx import Docx
from tests.content.convert.corpus.images import emf, png, wmf
from tests.content.convert.reading import lines_of, losses, prepared

pytestmark = pytest.mark.promise("W23")


def shown(made, story=None):
    """[(member of the zip, alternative text, width in EMU)] of the pictures, in order."""
    box, _report = prepared(made)
    box = Box(box.save())
    found = []
    for drawing in box.main.iter(w("drawing")):
        blip = drawing.find(f"{{{WP}}}inline/{{{A}}}graphic/{{{A}}}graphicData/*/*/{{{A}}}blip")
        blip = next(drawing.iter(f"{{{A}}}blip")) if blip is None else blip
        extent, about = drawing.find(f".//{{{WP}}}extent"), drawing.find(f".//{{{WP}}}docPr")
        width = None if extent is None else int(extent.get("cx"))
        found.append((box.relations()[blip.get(f"{{{R}}}embed")].target, about.get("descr", ""), width))
    assert next(box.main.iter(w("pict"), w("object")), None) is None
    return found


def test_seven_kinds_are_shown():
    made = Docx()
    one = made.media(png())
    drawn, windows = made.media(emf(), "emf"), made.media(wmf(), "wmf")
    sheet = made.relation("oleObject", "embeddings/oleObject1.bin")
    made.part("word/embeddings/oleObject1.bin", b"sheet")
    made.paragraph(s.picture(one, alt="洗手"), s.picture(one, anchored=True))
    made.paragraph(s.picture(drawn)).paragraph(s.picture(windows)).paragraph(s.vml_picture(one))
    fallback = s.vml_picture(one).replace("<w:r>", "").replace("</w:r>", "")
    new = s.drawing(s.picture_inside(one), s.PICTURE)
    made.paragraph(p.run(content=s.either(new, fallback, requires="wps")))
    made.paragraph(s.embedded_object(one, sheet))

    first, second, third = "word/media/image1.png", "word/media/image2.emf", "word/media/image3.wmf"
    assert [name for name, _alt, _width in shown(made)] == [first, first, second, third, first, first, first]
    assert shown(made)[0] == (first, "洗手", 20 * 9525)
    assert losses(made) == [("object", "", "Excel.Sheet.12")]


def test_pictures_of_a_group_stand_one_after_the_other():
    made = Docx()
    one, two = made.media(png()), made.media(png(3, 3))
    made.paragraph("图", s.group(s.picture_inside(one), s.picture_inside(two)))

    assert [name for name, _alt, _width in shown(made)] == ["word/media/image1.png", "word/media/image2.png"]


def test_a_picture_that_fills_a_shape():
    made = Docx()
    one = made.media(png())
    filled = f'<wps:wsp><wps:spPr><a:blipFill><a:blip r:embed="{one}"/></a:blipFill></wps:spPr></wps:wsp>'
    made.paragraph(p.run(content=s.drawing(filled, s.SHAPE)))

    assert [name for name, _alt, _width in shown(made)] == ["word/media/image1.png"]
    assert losses(made) == []


def test_sizes_of_old_pictures():
    made = Docx()
    made.paragraph(s.vml_picture(made.media(png())))

    assert shown(made) == [("word/media/image1.png", "", 20 * 12700)]


def test_pictures_elsewhere_are_dropped_and_told():
    made = Docx()
    web = made.relation("image", "http://10.0.0.1/track/logo.png", external=True)
    local = made.relation("image", "file:///C:\\Users\\周\\科室.png", external=True)
    link = made.relation("hyperlink", "https://example.org", external=True)
    made.relation("attachedTemplate", "http://10.0.0.1/x.dotm", external=True)
    made.paragraph("甲", s.picture(web, link="link"), s.vml_picture(local), p.link("乙", relation=link))
    box, _report = prepared(made)

    assert shown(made) == []
    assert [relation.target for relation in Box(box.save()).relations().values() if relation.is_external] == [
        "https://example.org"
    ]
    assert losses(made) == [("external_picture", "甲乙", "logo.png"), ("external_picture", "甲乙", "科室.png")]


def test_a_linked_picture_that_also_lies_in_the_file_is_shown():
    made = Docx()
    one, web = made.media(png()), made.relation("image", "http://10.0.0.1/x.png", external=True)
    both = s.picture_inside(one).replace("<a:blip ", f'<a:blip r:link="{web}" ')
    made.paragraph(p.run(content=s.drawing(both, s.PICTURE)))
    box, _report = prepared(made)

    assert [name for name, _alt, _width in shown(made)] == ["word/media/image1.png"]
    assert [one.get(f"{{{R}}}link") for one in box.main.iter(f"{{{A}}}blip")] == [None]
    assert losses(made) == []


def test_pictures_that_the_file_lacks_are_told():
    made = Docx()
    gone = made.relation("image", "media/gone.png")
    made.paragraph("甲", s.picture(gone)).paragraph("乙", s.picture("rId777")).paragraph("丙", s.vml_picture(gone))

    assert shown(made) == []
    assert losses(made) == [
        ("missing_picture", "甲", "gone.png"),
        ("missing_picture", "乙", ""),
        ("missing_picture", "丙", "gone.png"),
    ]


def test_links_and_notes_that_lead_nowhere_keep_their_words():
    made = Docx().paragraph(p.link("链接", relation="rId777"), p.footnote_reference(77), "后")
    made.paragraph("甲", made.footnote("有"))
    box, _report = prepared(made)

    assert lines_of(box.main) == ["链接后", "甲"]
    assert [one.get(w("id")) for one in box.main.iter(w("footnoteReference"))] == ["1"]
    assert [one.get(f"{{{R}}}id") for one in box.main.iter(w("hyperlink"))] == [None]
