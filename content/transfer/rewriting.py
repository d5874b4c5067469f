"""Links and pictures of a file, turned into references to the pages and files they became."""

import posixpath
import re
from urllib.parse import unquote

from django.utils.translation import gettext

from content.text.targets import exchange_targets

OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#|$)", re.IGNORECASE)


def rewrite(body, path, *, page_uid, file_uid, notes):
    """Every relative link outside code as page:<uid> or file:<uid>; what leads nowhere stays as words and is noted.

    `page_uid(path)` and `file_uid(path)` answer a uid or None.
    """

    def exchange(kind, target, words, at):
        if OUTSIDE.match(target):
            return target
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target.split("#")[0])))
        if kind == "link" and (uid := page_uid(wanted)):
            return f"page:{uid}"
        if uid := file_uid(wanted):
            return f"file:{uid}"
        notes.append(_lost(kind) % {"line": body.count("\n", 0, at) + 1, "target": target[:80]})
        return None

    return exchange_targets(body, exchange)


def _lost(kind):
    if kind == "picture":
        return gettext("第 %(line)d 行的图片“%(target)s”没有找到")
    return gettext("第 %(line)d 行的链接“%(target)s”没有找到")
