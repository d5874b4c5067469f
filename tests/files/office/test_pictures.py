"""EMF and WMF, which no browser shows, become PNG, cut to what is drawn."""

import struct

import pytest
from PIL import Image

from files import office
from tests.content.convert.corpus.images import emf, png, wmf
from tests.files.office import needs_office

pytestmark = pytest.mark.promise("W23")


def colours(path):
    with Image.open(path) as picture:
        grey = picture.convert("L")
        top = [grey.getpixel((picture.width // 2, row)) for row in range(8)]
        return picture.format, picture.size, min(top), grey.getpixel((0, 0))


@needs_office
def test_both_kinds_are_cut_to_the_rectangle_they_draw(made, tmp_path):
    [one, other] = office.pictures_to_png([made("a.emf", emf()), made("b.wmf", wmf())], tmp_path)

    for path, proportion in ((one, 800 / 600), (other, 800 / 600)):
        format, (wide, high), edge, corner = colours(path)
        assert (format, corner) == ("PNG", 255)
        assert edge < 150  # the line of the rectangle
        assert wide / high == pytest.approx(proportion, rel=0.05)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["a.emf", "b.wmf", one.name, other.name])


@needs_office
def test_words_in_a_drawing_are_drawn(made, tmp_path):
    empty = office.pictures_to_png([made("empty.emf", nothing_drawn())], tmp_path)
    [spoken] = office.pictures_to_png([made("words.wmf", written("Ward 3"))], tmp_path)

    assert [one.code for one in empty] == ["broken"]
    assert Image.open(spoken).width > Image.open(spoken).height * 2


def test_what_is_no_drawing_is_not_opened(made, tmp_path):
    results = office.pictures_to_png([made("a.emf", png()), made("b.wmf", b"\x01\x00"), made("c.emf", b"")], tmp_path)

    assert [one.code for one in results] == ["unknown"] * 3


@needs_office
def test_a_drawing_that_lies_about_itself_spoils_no_other(made, tmp_path):
    lying = struct.pack("<II", 1, 88) + struct.pack("<8i", 0, 0, 2**31 - 1, 2**31 - 1, 0, 0, 2**31 - 1, 2**31 - 1)
    lying += emf()[40:]
    cut, endless = emf()[:100], emf()[:88] + struct.pack("<II", 43, 0) * 50

    results = office.pictures_to_png(
        [made("a.emf", lying), made("b.emf", cut), made("c.emf", endless), made("d.emf", emf())], tmp_path
    )

    assert Image.open(results[3]).size[0] > 500


def nothing_drawn():
    return emf()[:88] + struct.pack("<IIIII", 14, 20, 0, 16, 20)


def written(text):
    """A placeable metafile with one call of TextOut."""
    shown = text.encode("latin-1")
    shown += b"\0" * (len(shown) % 2)
    call = struct.pack("<H", len(text)) + shown + struct.pack("<hh", 100, 100)
    records = struct.pack("<IH", 3 + len(call) // 2, 0x0521) + call + struct.pack("<IH", 3, 0)
    meta = struct.pack("<HHHIHIH", 1, 9, 0x0300, (18 + len(records)) // 2, 0, 3 + len(call) // 2, 0)
    return wmf()[:22] + meta + records
