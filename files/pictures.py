"""Pictures made anew from their pixels: upright, without place, camera or whatever else hid in the file."""

from io import BytesIO
from threading import Lock

import pillow_heif
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageFile, ImageOps

from files.errors import Refused, TooLarge
from files.types import TYPES, FileType

MAX_PIXELS = 50_000_000  # of all frames together; a phone's picture has 12 to 50 million
MAX_BYTES = 50 * 1024 * 1024
MAX_FRAMES = 500
MAX_SCANS = 100  # of a progressive JPEG; more is made to keep a server busy, cameras write ten
DECODERS = {"jpg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "bmp": "BMP", "heic": "HEIF", "avif": "AVIF"}
DECODERS["tif"] = "TIFF"  # within a Word file; one that is uploaded may have many pages and stays a file
KEPT_AS = {"bmp": "png", "tif": "png", "heic": "jpg", "avif": "jpg"}
IN_PNG = ("1", "L", "LA", "I", "I;16", "P", "RGB", "RGBA")
ORIENTATION = 0x0112
UPRIGHT = 1
NOT_KEPT = {"exif": b"", "xmp": b"", "comment": b""}
QUALITY = 90

pillow_heif.register_heif_opener()
_one_at_a_time = Lock()  # fifty million pixels take 200 MB; four threads at once would take the machine


def clean(file, found: FileType) -> tuple[ContentFile, FileType]:
    """The picture alone, in a type every browser of the house shows. Raises Refused."""
    if file.size > MAX_BYTES:
        raise TooLarge(_("图片太大，最多 %(limit)s MB。") % {"limit": MAX_BYTES // 1024**2})
    file.seek(0)
    source = file.read()
    if source.count(b"\xff\xda") > MAX_SCANS and found.extension == "jpg":
        raise Refused(_("图片打不开，可能已损坏。"))
    kept = TYPES[KEPT_AS.get(found.extension, found.extension)]
    with _one_at_a_time:
        ImageFile.LOAD_TRUNCATED_IMAGES = False  # libraries that print switch it on for the whole process
        try:
            with Image.open(BytesIO(source), formats=[DECODERS[found.extension]]) as image:
                return ContentFile(_anew(image, found, kept)), kept
        except Refused:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise _too_many_pixels() from error
        except Exception as error:  # decoders raise whatever hostile bytes make them stumble over
            raise Refused(_("图片打不开，可能已损坏。")) from error


def _anew(image, found, kept):
    frames = _frames(image) if found.extension in ("gif", "png", "webp") else 1
    if image.width * image.height * frames > MAX_PIXELS:
        raise _too_many_pixels()
    profile = image.info.get("icc_profile")
    made = BytesIO()
    if frames > 1:
        image.save(made, DECODERS[kept.extension], save_all=True, icc_profile=profile, **NOT_KEPT)
        return made.getvalue()
    image.load()
    is_upright = image.getexif().get(ORIENTATION, UPRIGHT) == UPRIGHT
    # The tables of the original keep a JPEG as sharp as it was; turned, they do not fit any more.
    same = kept.extension == "jpg" and image.format == "JPEG" and is_upright
    how = {"quality": "keep", "subsampling": "keep"} if same else {"quality": QUALITY}
    image = image if same else _plain(ImageOps.exif_transpose(image), kept)
    image.save(made, DECODERS[kept.extension], icc_profile=profile, **how, **NOT_KEPT)
    return made.getvalue()


def _plain(image, kept):
    """Without a note of where it came from, in colours its new type knows."""
    image.info = {name: image.info[name] for name in ("transparency",) if name in image.info}
    if kept.extension == "jpg" and image.mode not in ("L", "RGB", "CMYK"):
        return image.convert("RGB")
    return image.convert("RGB") if kept.extension == "png" and image.mode not in IN_PNG else image


def _frames(image):
    """How many there are, never decoding more than we take."""
    count = 1
    while count <= MAX_FRAMES and image.width * image.height * count <= MAX_PIXELS:
        try:
            image.seek(count)
        except EOFError:
            image.seek(0)
            return count
        count += 1
    raise _too_many_pixels()


def _too_many_pixels():
    millions = MAX_PIXELS // 1_000_000
    return TooLarge(
        _("图片的像素太多（动画合计所有画面），最多 %(millions)s 百万像素。请缩小后再上传。") % {"millions": millions}
    )
