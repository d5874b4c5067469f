"""Links and pictures of a file, turned into references to the pages and files they became."""

import posixpath
import re
from urllib.parse import quote, unquote

from django.utils.translation import gettext

from content.text.targets import exchange_targets

OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#|$)", re.IGNORECASE)
HERE = "/@import/"  # before a path that counts from the top of what is imported
_ON_A_DISK = re.compile(r"^(?:file:/*)?(?:[a-z]:|localhost/)?[/\\]*", re.IGNORECASE)
_IS_LOCAL = re.compile(r"^(?:file:|[a-z]:[/\\])", re.IGNORECASE)


def here(path):
    """An address that leads to this path of the import, whichever file it stands in."""
    return HERE + quote(path)


def path_of(target, path):
    """The path of the import that an address in the file `path` means, or None for what is elsewhere."""
    if OUTSIDE.match(target):
        return None
    bare = unquote(target.split("#")[0])
    if target.startswith(HERE):
        return posixpath.normpath(bare.removeprefix(HERE))
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), bare))


def targets_of(body, path):
    """The paths of the import that a text names."""
    found = set()

    def look(_kind, target, _words, _at):
        found.add(path_of(target, path))
        return target

    exchange_targets(body, look)
    return found - {None}


class Guide:
    """What the addresses in Word and HTML files mean: these name their neighbours as some computer had them."""

    def __init__(self, paths):
        self.paths = set(paths)
        self.by_name = {}
        for path in self.paths:
            name = posixpath.basename(path).casefold()
            self.by_name[name] = None if name in self.by_name else path

    def address(self, target, path):
        """As it is, or leading to a path of the import."""
        if OUTSIDE.match(target) and not _IS_LOCAL.match(target):
            return target
        bare = _ON_A_DISK.sub("", target) if _IS_LOCAL.match(target) else target
        bare = unquote(bare.split("#")[0]).replace("\\", "/")
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(path), bare))
        if wanted in self.paths:
            return here(wanted)
        return here(self.by_name.get(posixpath.basename(bare).casefold()) or wanted)


def rewrite(body, path, *, page_uid, file_uid, notes):
    """Every relative link outside code as page:<uid> or file:<uid>; what leads nowhere stays as words and is noted.

    `page_uid(path)` and `file_uid(path)` answer a uid or None.
    """

    def exchange(kind, target, words, at):
        wanted = path_of(target, path)
        if wanted is None:
            return target
        if kind == "link" and (uid := page_uid(wanted)):
            return f"page:{uid}{_part(target)}"
        if uid := file_uid(wanted):
            return f"file:{uid}"
        said = wanted if target.startswith(HERE) else target
        notes.append(_lost(kind) % {"line": body.count("\n", 0, at) + 1, "target": said[:80]})
        return None

    return exchange_targets(body, exchange)


def _part(target):
    """The place on that page, as anchors of headings are written by us and most others."""
    part = unquote(target.partition("#")[2])
    return f"#{part}" if re.fullmatch(r"[\w.:-]{1,80}", part) else ""


def _lost(kind):
    if kind == "picture":
        return gettext("第 %(line)d 行的图片“%(target)s”没有找到")
    return gettext("第 %(line)d 行的链接“%(target)s”没有找到")
