"""Links and pictures of a file, turned into references to the pages and files they became."""

import posixpath
import re
from urllib.parse import unquote

from django.utils.translation import gettext

LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^)\s>]+)>?((?:\s+\"[^\"]*\")?)\s*\)")
OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)


def rewrite(body, path, *, page_uid, file_uid, notes):
    """Every relative link as page:<uid> or file:<uid>; what leads nowhere stays as words and is noted.

    `page_uid(path)` and `file_uid(path)` answer a uid or None.
    """

    def replace(match):
        bang, words, target, title = match.groups()
        if OUTSIDE.match(target):
            return match.group(0)
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target.split("#")[0])))
        if not bang and (uid := page_uid(wanted)):
            return f"[{words}](page:{uid})"
        if uid := file_uid(wanted):
            return f"{bang}[{words}](file:{uid}{title})"
        line = body.count("\n", 0, match.start()) + 1
        lost = gettext("第 %(line)d 行的图片“%(target)s”没有找到")
        if not bang:
            lost = gettext("第 %(line)d 行的链接“%(target)s”没有找到")
        notes.append(lost % {"line": line, "target": target[:80]})
        return words

    return LINK.sub(replace, body)
