"""Pictures of what was copied in Word: their files lie in the RTF beside the HTML, or nowhere, and that is told."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from content.actions import pasting, writing
from content.actions.pasted_rtf import pictures
from content.actions.writing import Text
from files.models import Picture
from tests.cast import make_space
from tests.files.samples import picture

pytestmark = pytest.mark.promise("W22")
HEAD = (
    r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fnil \'cb\'ce\'cc\'e5;}}{\stylesheet{\ql \snext0 Normal;}}"
    r"{\*\themedata 504b0304}{\header {\*\shppict{\pict\pngblip 89504e470d0a1a0a}}}\pard\plain \u24515?\'d0\'c4 "
)


def pict(content, *, kind="pngblip", size=(300, 200), scale=100):
    """As Word writes it: for itself, and once more for programs of the last century."""
    wide, high = (side * 15 for side in size)
    goal = rf"\picscalex{scale}\picscaley{scale}\piccropl0\picw99\pich99\picwgoal{wide}\pichgoal{high}"
    digits = content.hex()
    lines = "\r\n".join(digits[at : at + 128] for at in range(0, len(digits), 128))
    own = rf"{{\pict{{\*\picprop\shplid1025{{\sp{{\sn shapeType}}{{\sv 75}}}}}}{goal}\{kind}\bliptag-1"
    return (
        rf"{{\*\shppict{own}{{\*\blipuid 00112233445566778899aabbccddeeff}}{lines}}}}}"
        rf"{{\nonshppict{{\pict{goal}\wmetafile8{{\*\blipuid 00}}0100090000}}}}"
    )


def rtf(*picts):
    return HEAD + r"\par ".join(picts) + r"\par {\*\datastore 0105000002}}"


def image(number, size=(300, 200)):
    vml = f'<!--[if gte vml 1]><v:imagedata src="file:///C:/T/clip_image00{number}.png"/><![endif]-->'
    shown = f'<img width={size[0]} height={size[1]} src="file:///C:/T/clip_image00{number}.png" v:shapes="s{number}">'
    return f"<p class=MsoNormal><span lang=EN-US>{vml}<![if !vml]>{shown}<![endif]></span></p>"


def sample(colour):
    return picture((30, 20), colour=colour)


@pytest.fixture
def page(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    space = make_space(cast.qingyu, slug="qingyu")
    return writing.create(space, "article", by=cast.zhou_yaning, text=Text("交接", "正文"))


def made(cast, page, html, **beside):
    return pasting.pasted(html, by=cast.zhou_yaning, about=page, **beside)


def first_pixels(markdown):
    """The colours of the pictures, in the order of the text."""
    from PIL import Image

    uids = [piece[:12] for piece in markdown.split("](file:")[1:]]
    return [Image.open(Picture.objects.get(uid=uid).file).convert("RGB").getpixel((0, 0)) for uid in uids]


@pytest.mark.django_db
def test_they_stand_where_they_were(cast, page):
    html = f"<p>甲</p>{image(1)}<p>乙</p>{image(2, (99, 66))}<p>丙</p>"
    text = made(cast, page, html, rtf=rtf(pict(sample("red")), pict(sample("blue"), size=(99, 66))))

    assert first_pixels(text.markdown) == [(255, 0, 0), (0, 0, 255)]
    assert [line for line in text.markdown.split("\n") if line and "(file:" not in line] == ["甲", "乙", "丙"]
    assert "{width=300}" in text.markdown and "{width=99}" in text.markdown
    assert text.lost == ""


@pytest.mark.django_db
def test_what_no_page_can_show_is_counted_where_it_was(cast, page):
    html = image(1) + image(2) + image(3)
    carried = [pict(sample("red")), pict(b"\1\0\0\0" * 40, kind="emfblip"), pict(sample("blue"))]
    text = made(cast, page, html, rtf=rtf(*carried))

    assert [("file:" in line, "未传入" in line) for line in text.markdown.split("\n\n")] == [
        (True, False),
        (False, True),
        (True, False),
    ]
    assert first_pixels(text.markdown) == [(255, 0, 0), (0, 0, 255)]
    assert text.lost == "1 张图片未传入，请另存后上传，或直接导入 Word 文件。"


@pytest.mark.django_db
def test_where_one_has_more_than_the_other_size_decides_and_nothing_is_guessed(cast, page):
    html = image(1, (50, 50)) + image(2, (300, 200)) + image(3, (80, 80))
    text = made(
        cast, page, html, rtf=rtf(pict(sample("red"), size=(600, 400), scale=50), pict(sample("blue"), size=(9, 9)))
    )

    assert first_pixels(text.markdown) == [(255, 0, 0)]
    assert [("file:" in line) for line in text.markdown.split("\n\n")] == [False, True, False]
    assert text.lost.startswith("2 张图片未传入")


@pytest.mark.django_db
@pytest.mark.parametrize("beside", [{}, {"rtf": "{\\rtf1 甲}"}, {"rtf": "nothing"}])
def test_wps_carries_none_and_that_is_told(cast, page, beside):
    html = '<p>甲<img src="file:///C:\\Users\\a\\ksohtml\\wps1.jpg" width="20">乙<img src="C:\\T\\wps2.png"></p>'
    text = made(cast, page, html, **beside)

    assert text.markdown == "甲（图片未传入）乙（图片未传入）\n"
    assert text.lost == "2 张图片未传入，请另存后上传，或直接导入 Word 文件。"


@pytest.mark.django_db
def test_files_of_the_clipboard_take_their_places(client, cast, page):
    client.force_login(cast.zhou_yaning)
    files = [SimpleUploadedFile(f"{one}.png", sample(one), "image/png") for one in ("red", "blue")]

    def sent(html, files):
        upload = SimpleUploadedFile("paste.html", html.encode(), "text/html")
        return client.post(reverse("content:paste"), {"html": upload, "files": files, "page": page.uid}).json()

    assert first_pixels(sent(image(1) + image(2), files)["markdown"]) == [(255, 0, 0), (0, 0, 255)]
    whole = SimpleUploadedFile("image.png", sample("red"), "image/png")
    assert "1 张图片未传入" in sent("<p>甲</p>" + image(1), [whole])["lost"]  # may show all that was marked


@pytest.mark.django_db
def test_the_rtf_comes_with_the_html(client, cast, page):
    client.force_login(cast.zhou_yaning)
    html = SimpleUploadedFile("paste.html", image(1).encode(), "text/html")
    beside = SimpleUploadedFile("paste.rtf", rtf(pict(sample("red"))).encode("latin-1"), "text/rtf")
    said = client.post(reverse("content:paste"), {"html": html, "rtf": beside, "page": page.uid}).json()

    assert said["lost"] == "" and "](file:" in said["markdown"]


@pytest.mark.django_db
def test_what_claims_to_be_a_picture_is_looked_at(cast, page):
    html = image(1) + image(2)
    text = made(cast, page, html, rtf=rtf(pict(b"<svg onload='x'/>" * 9), pict(sample("red")[:60])))

    assert "file:" not in text.markdown
    assert text.lost.startswith("2 张图片未传入")
    assert not Picture.objects.exists()


def test_a_picture_with_raw_bytes_and_one_that_floats_are_read():
    floating = (
        r"{\shp{\*\shpinst{\sp{\sn pib}{\sv " + pict(b"\x89PNG\r\n\x1a\n" + b"1" * 20) + r"}}}{\shprslt{\pict 00}}}"
    )
    raw = r"{\pict\pngblip\bin8 {}{}{}{}89504e470d0a1a0a" + "00" * 20 + "}"

    assert [one.kind for one in pictures(rtf(floating, raw))] == ["png", "png"]


@pytest.mark.parametrize(
    "hostile",
    [
        "{" * 3_000_000,
        "{}" * 12_000_000,
        "\\pict" * 1_000_000,
        "{\\pict\\pngblip " * 500_000,
        "\\" * 5_000_000,
        "{\\pict\\pngblip " + "0" * 20_000_000,
        "{\\pict\\pngblip\\bin9999999999 0",
        "{\\pict\\picwgoal-9999999999\\picscalex-9999999999\\pngblip 00}",
        "\\'zz" * 2_000_000,
        "}" * 1_000_000,
    ],
    ids=["open", "groups", "words", "nested", "slashes", "long", "bytes", "numbers", "escapes", "close"],
)
def test_nothing_in_an_rtf_takes_long(hostile):
    started = time.process_time()

    assert not any(one.kind for one in pictures("{\\rtf1 " + hostile))
    assert time.process_time() - started < 3


@pytest.mark.django_db
def test_a_normal_paste_takes_less_than_a_second(cast, page):
    words = "".join(f"<p class=MsoNormal>第{number}条 各科室每月自查一次，并留有记录。</p>" for number in range(300))
    html = words + "".join(image(number) for number in range(5))
    beside = rtf(*(pict(picture((1200, 800), colour=colour)) for colour in ("red", "blue", "green", "black", "white")))
    started = time.process_time()
    text = made(cast, page, html, rtf=beside + "\\u24515?" * 100)

    assert text.markdown.count("](file:") == 5
    assert time.process_time() - started < 2  # on two busy cores
