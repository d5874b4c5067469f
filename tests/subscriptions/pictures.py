"""Pictures for tests."""

from io import BytesIO

from PIL import Image


def png(width, height, colour=(20, 107, 180)):
    made = BytesIO()
    Image.new("RGB", (width, height), colour).save(made, "PNG")
    return made.getvalue()
