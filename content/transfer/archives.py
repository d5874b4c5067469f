"""A folder or a zip as entries, after asking everything that a hostile one could be.

Limits hold for what an archive says of itself and again for what it really unpacks to.
"""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

from content.transfer.errors import Refused, bad_name, too_much

MOST_FILES = 20_000
MOST_TOTAL = 2 * 1024**3  # bytes unpacked
MOST_TEXT = 8 * 1024**2  # bytes of one Markdown or HTML file
MOST_FILE = 200 * 1024**2
MOST_RATIO = 200  # unpacked to packed; text seldom reaches 20
DEEPEST = 10
LONGEST_NAME = 200
HIDDEN = ("__MACOSX", ".git", ".DS_Store", "Thumbs.db", "desktop.ini")
ALSO_ZIPPED = (".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".pptx", ".pptm", ".odt", ".ods", ".odp", ".wps", ".ofd")
SINGLE = (".md", ".markdown", ".html", ".htm", ".txt", ".docx", ".docm", ".doc", ".wps", ".rtf", ".xlsx", ".pdf")


@dataclass(frozen=True)
class Entry:
    """A file: its path within, with forward slashes, and how to get its bytes; `place` where it lies on the disk."""

    path: str
    size: int
    read: Callable[[], bytes]
    place: Path | None = None


def entries(source: Path, name="") -> list[Entry]:
    """All files of a folder, a zip or a single file, sorted by path. Raises Refused, with the name people gave it."""
    suffix = source.suffix.lower()
    if source.is_dir():
        found = _of_folder(source)
    elif suffix not in ALSO_ZIPPED and zipfile.is_zipfile(source):
        found = _of_zip(source)
    elif suffix in SINGLE:
        found = [_file(source, source.name)]
    else:
        raise Refused(
            _("“%(name)s”不是文件夹、zip 压缩包、Word、WPS、Markdown 或 HTML 文件。") % {"name": name or source.name}
        )
    if len(found) > MOST_FILES:
        raise too_much(_("文件"), MOST_FILES)
    if sum(entry.size for entry in found) > MOST_TOTAL:
        raise too_much(_("内容"), _("2 GB"))
    return sorted((entry for entry in found if not _is_hidden(entry.path)), key=lambda entry: entry.path)


def _of_folder(top):
    found = []
    for path in sorted(top.rglob("*")):
        if path.is_symlink():
            raise Refused(_("文件夹里有链接“%(name)s”，没有导入。") % {"name": path.name})
        if path.is_file():
            found.append(_file(path, path.relative_to(top).as_posix()))
            if len(found) > MOST_FILES:
                raise too_much(_("文件"), MOST_FILES)
    return found


def _file(path, name):
    _check(name)
    return Entry(name, path.stat().st_size, path.read_bytes, path)


def _of_zip(source):
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise Refused(_("这个压缩包损坏了，打不开。")) from error
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_FILES:
        raise too_much(_("文件"), MOST_FILES)
    seen = set()
    found = []
    for info in infos:
        name = _name(info)
        _check(name)
        if info.flag_bits & 0x1:
            raise Refused(_("压缩包有密码，请先解密再导入。"))
        if (info.external_attr >> 16) & 0o170000 == 0o120000:
            raise Refused(_("压缩包里有链接“%(name)s”，没有导入。") % {"name": name})
        if info.file_size > MOST_FILE or info.file_size > MOST_RATIO * max(info.compress_size, 1_024):
            raise Refused(_("“%(name)s”解开后大得不正常，整个压缩包没有导入。") % {"name": name})
        if name.casefold() in seen:
            raise Refused(_("压缩包里“%(name)s”出现了两次。") % {"name": name})
        seen.add(name.casefold())
        found.append(Entry(name, info.file_size, _reader(archive, info, name)))
    return found


def _reader(archive, info, name):
    def read():
        try:
            with archive.open(info) as stream:
                content = stream.read(info.file_size + 1)
        except (zipfile.BadZipFile, OSError, NotImplementedError, EOFError, RuntimeError) as error:
            raise Refused(_("“%(name)s”读不出来，压缩包可能损坏了。") % {"name": name}) from error
        if len(content) > info.file_size:
            raise Refused(_("“%(name)s”比压缩包里写的大，没有导入。") % {"name": name})
        return content

    return read


def _name(info):
    """Names are UTF-8 when the archive says so; older tools in China wrote GB18030."""
    if info.flag_bits & 0x800:
        return info.filename
    raw = info.filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise bad_name(info.filename)


def _check(name):
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or name.startswith(("/", "\\")) or ".." in parts or "\0" in name or ":" in parts[0]:
        raise bad_name(name)
    if len(parts) > DEEPEST:
        raise Refused(_("“%(name)s”的文件夹太深，最多 %(most)s 层。") % {"name": name[:80], "most": DEEPEST})
    if any(len(part) > LONGEST_NAME for part in parts):
        raise Refused(_("文件名太长，最多 %(most)s 个字。") % {"most": LONGEST_NAME})


def _is_hidden(path):
    return any(part in HIDDEN or part.startswith(("._", "~$")) for part in path.split("/"))


def safe_path(name):
    """A path as a browser told it. Raises Refused for one that leads elsewhere."""
    name = name.replace("\\", "/")
    _check(name)
    return str(PurePosixPath(name))
