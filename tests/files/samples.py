"""Small real files, made on the spot."""

from io import BytesIO
from zipfile import ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
MP4 = b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2" + bytes(range(256)) * 40
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(document.cookie)</script>"


def upload(name, content=b"hello"):
    return SimpleUploadedFile(name, content)


def picture(size=(40, 30), format="PNG", colour="teal", **how):
    made = BytesIO()
    Image.new("RGB", size, colour).save(made, format, **how)
    return made.getvalue()


def box(*names):
    made = BytesIO()
    with ZipFile(made, "w") as parts:
        for name in names:
            parts.writestr(name, "<x/>")
    return made.getvalue()


def content_of(held):
    with held.open_file() as file:
        return file.read()
