"""The types of files we take: what each is called, how it is sent, whether browsers may show it in place."""

from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True)
class FileType:
    """One row of the table. Nothing is ever sent with a media type that is not in it."""

    extension: str
    media_type: str = "application/octet-stream"
    is_inline: bool = False  # browsers may show it; everything else is a download
    icon: str = "file"

    @property
    def is_picture(self):
        return self.media_type.startswith("image/") and self.is_inline

    @property
    def is_text(self):
        return self.media_type == "text/plain"

    @property
    def shown_as(self):
        """How it opens within a page: picture, pdf, video, audio, text; office by way of a PDF; empty: not at all."""
        if self.extension in SHOWN_AS_PDF:
            return "office"
        if not self.is_inline:
            return ""
        if self.extension == "pdf" or self.is_text:
            return "pdf" if self.extension == "pdf" else "text"
        kind = self.media_type.partition("/")[0]
        return "picture" if kind == "image" else kind


OFFICE = "application/vnd.openxmlformats-officedocument."
WRITTEN, COUNTED, SLIDES = "docx docm doc wps odt rtf", "xlsx xlsm xls et ods", "pptx pptm ppt dps odp"
SHOWN_AS_PDF = frozenset(f"{WRITTEN} {COUNTED} {SLIDES}".split())
UNKNOWN = FileType("bin")
TYPES = {
    each.extension: each
    for each in (
        # Pictures, made anew from their pixels when they come in.
        FileType("jpg", "image/jpeg", True, "image"),
        FileType("png", "image/png", True, "image"),
        FileType("gif", "image/gif", True, "image"),
        FileType("webp", "image/webp", True, "image"),
        # What browsers show or play.
        FileType("pdf", "application/pdf", True, "file-text"),
        FileType("mp4", "video/mp4", True, "video"),
        FileType("mov", "video/quicktime", True, "video"),
        FileType("webm", "video/webm", True, "video"),
        FileType("mp3", "audio/mpeg", True, "mic"),
        FileType("m4a", "audio/mp4", True, "mic"),
        FileType("aac", "audio/aac", True, "mic"),
        FileType("wav", "audio/wav", True, "mic"),
        FileType("ogg", "audio/ogg", True, "mic"),
        FileType("flac", "audio/flac", True, "mic"),
        FileType("txt", "text/plain", True, "file-text"),
        FileType("md", "text/plain", True, "file-text"),
        FileType("log", "text/plain", True, "file-text"),
        # Office.
        FileType("docx", f"{OFFICE}wordprocessingml.document", icon="file-text"),
        FileType("xlsx", f"{OFFICE}spreadsheetml.sheet", icon="file-spreadsheet"),
        FileType("pptx", f"{OFFICE}presentationml.presentation", icon="file-text"),
        FileType("docm", "application/vnd.ms-word.document.macroEnabled.12", icon="file-text"),
        FileType("xlsm", "application/vnd.ms-excel.sheet.macroEnabled.12", icon="file-spreadsheet"),
        FileType("pptm", "application/vnd.ms-powerpoint.presentation.macroEnabled.12", icon="file-text"),
        FileType("doc", "application/msword", icon="file-text"),
        FileType("xls", "application/vnd.ms-excel", icon="file-spreadsheet"),
        FileType("ppt", "application/vnd.ms-powerpoint", icon="file-text"),
        FileType("wps", "application/vnd.ms-works", icon="file-text"),
        FileType("et", icon="file-spreadsheet"),
        FileType("dps", icon="file-text"),
        FileType("vsd", "application/vnd.visio"),
        FileType("vsdx", "application/vnd.ms-visio.drawing"),
        FileType("msg", "application/vnd.ms-outlook", icon="mail"),
        FileType("odt", "application/vnd.oasis.opendocument.text", icon="file-text"),
        FileType("ods", "application/vnd.oasis.opendocument.spreadsheet", icon="file-spreadsheet"),
        FileType("odp", "application/vnd.oasis.opendocument.presentation", icon="file-text"),
        FileType("ofd", "application/ofd", icon="file-text"),
        FileType("rtf", "application/rtf", icon="file-text"),
        FileType("csv", "text/csv", icon="file-spreadsheet"),
        FileType("xmind"),
        FileType("epub", "application/epub+zip"),
        # Pictures and films that browsers do not show.
        FileType("tif", "image/tiff", icon="image"),
        FileType("psd", icon="image"),
        FileType("dwg", icon="image"),
        FileType("dcm", "application/dicom", icon="image"),
        FileType("avi", "video/x-msvideo", icon="video"),
        FileType("wmv", "video/x-ms-wmv", icon="video"),
        FileType("mkv", "video/x-matroska", icon="video"),
        FileType("mpg", "video/mpeg", icon="video"),
        FileType("flv", "video/x-flv", icon="video"),
        FileType("3gp", "video/3gpp", icon="video"),
        FileType("amr", "audio/amr", icon="mic"),
        # Text that could run if a browser took it for what it is: sent as bytes to keep.
        FileType("html", icon="code"),
        FileType("svg", icon="code"),
        FileType("xml", icon="code"),
        FileType("json", icon="code"),
        FileType("ics", "text/calendar"),
        FileType("vcf", "text/vcard"),
        FileType("drawio"),
        # Boxes.
        FileType("zip", "application/zip", icon="file-archive"),
        FileType("rar", "application/vnd.rar", icon="file-archive"),
        FileType("7z", "application/x-7z-compressed", icon="file-archive"),
        FileType("gz", "application/gzip", icon="file-archive"),
        FileType("tar", "application/x-tar", icon="file-archive"),
    )
}
ALSO_KNOWN_AS = {
    "jpeg": "jpg",
    "jpe": "jpg",
    "htm": "html",
    "tiff": "tif",
    "mpeg": "mpg",
    "m4v": "mp4",
    "markdown": "md",
}


def extension_of(name: str) -> str:
    """The extension of a name as the table spells it; empty when there is none."""
    said = PurePath(name).suffix.lower().removeprefix(".")
    return ALSO_KNOWN_AS.get(said, said)


def type_of(name: str) -> FileType:
    """By the name under which we stored a file: we chose it ourselves when its content was known."""
    return TYPES.get(extension_of(name), UNKNOWN)
