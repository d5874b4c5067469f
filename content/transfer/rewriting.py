"""Links and pictures of a file, turned into references to the pages and files they became."""

import posixpath
import re
from urllib.parse import unquote

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
        notes.append(f"第 {line} 行的{'图片' if bang else '链接'}“{target[:80]}”没有找到")
        return words

    return LINK.sub(replace, body)
