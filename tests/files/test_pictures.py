"""Pictures are made anew: what people see is all that is left."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from files import pictures
from files.errors import Refused, TooLarge
from files.sniffing import recognise
from files.types import TYPES
from tests.files.samples import HTML, picture, upload


def cleaned(content, name="a.png"):
    file = upload(name, content)
    made, kept = pictures.clean(file, recognise(file, name))
    return made.read(), kept.extension


def opened(content):
    return Image.open(BytesIO(content))


def with_exif(format, orientation=1):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Secret Camera"
    exif.get_ifd(0x8825)[1] = "N"
    return picture((40, 30), format, exif=exif)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_place_and_camera_are_gone(format):
    before = with_exif(format)
    assert b"Secret Camera" in before

    after, _kept = cleaned(before)

    assert b"Secret Camera" not in after
    assert dict(opened(after).getexif()) == {}


def test_words_hidden_in_a_picture_are_gone():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "patient 12345")

    for content in (picture(pnginfo=notes), picture(format="JPEG", comment=b"patient 12345")):
        assert b"patient 12345" in content
        assert b"patient 12345" not in cleaned(content)[0]


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_pictures_stand_upright(orientation):
    image = opened(cleaned(with_exif("JPEG", orientation))[0])

    assert image.size == ((40, 30) if orientation == 3 else (30, 40))


def test_a_picture_that_stands_upright_stays_as_sharp_as_it_was():
    before = picture((64, 64), "JPEG", quality=97)

    assert opened(cleaned(before)[0]).quantization == opened(before).quantization


@pytest.mark.promise("P21")
@pytest.mark.parametrize("format", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
def test_what_hides_behind_a_picture_is_gone(format):
    after, _kept = cleaned(picture(format=format) + HTML)

    assert HTML not in after


@pytest.mark.parametrize(("format", "kept"), [("BMP", "png"), ("HEIF", "jpg"), ("AVIF", "jpg"), ("GIF", "gif")])
def test_every_browser_of_the_house_shows_what_is_kept(format, kept):
    after, extension = cleaned(picture((64, 64), format))

    assert extension == kept
    assert opened(after).format == pictures.DECODERS[kept]


def test_colours_and_transparency_stay():
    made = BytesIO()
    Image.new("RGBA", (4, 4), (200, 30, 40, 128)).save(made, "PNG")

    assert opened(cleaned(made.getvalue())[0]).getpixel((0, 0)) == (200, 30, 40, 128)


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG"])
def test_moving_pictures_move(format):
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    made = BytesIO()
    frames[0].save(made, format, save_all=True, append_images=frames[1:], duration=120)

    after = opened(cleaned(made.getvalue())[0])

    assert after.n_frames == 3
    after.seek(1)
    after.load()
    assert after.info["duration"] == 120


@pytest.mark.promise("P25")
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked():
    made = BytesIO()
    Image.new("1", (20_000, 20_000)).save(made, "PNG")  # 50 KB, unpacked 400 million pixels
    assert made.tell() < 100_000

    with pytest.raises(TooLarge, match="像素"):
        cleaned(made.getvalue())


@pytest.mark.promise("P25")
def test_all_frames_count_together():
    frames = [Image.new("1", (1000, 1000), number % 2) for number in range(60)]
    made = BytesIO()
    frames[0].save(made, "GIF", save_all=True, append_images=frames[1:])

    with pytest.raises(TooLarge, match="像素"):
        cleaned(made.getvalue())


@pytest.mark.promise("P25")
def test_a_jpeg_made_of_endless_passes_is_refused():
    content = picture(format="JPEG")

    with pytest.raises(Refused, match="打不开"):
        cleaned(content[:-2] + b"\xff\xda\0\0" * 200 + content[-2:])


@pytest.mark.promise("P25")
@pytest.mark.parametrize("extension", ["jpg", "png", "gif", "webp", "bmp", "heic", "avif"])
def test_rubbish_behind_the_right_first_bytes_is_refused_and_no_fault(extension):
    decoder = pictures.DECODERS[extension]
    content = picture((64, 64), decoder)
    file = upload("a", content[: len(content) // 3] + b"\xa5" * 500)

    with pytest.raises(Refused):
        pictures.clean(file, TYPES.get(extension) or recognise(upload("a", content), "a"))


def test_a_picture_of_too_many_bytes_is_refused(monkeypatch):
    monkeypatch.setattr(pictures, "MAX_BYTES", 100)

    with pytest.raises(TooLarge):
        cleaned(picture((200, 200)))
