"""A Markdown file from elsewhere in our dialect: levels of lists by four blanks, comments gone, blanks plain."""

import re

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"^( *)([-*+]|\d{1,9}[.)])( +)(?=\S)")
_COMMENT = re.compile(r"^[ \t]*<!--.*?-->[ \t]*\n?", re.MULTILINE | re.DOTALL)
INDENT = 4


def tidy(source: str) -> str:
    """Lists nest by two, three or four blanks in the wild; ours nest by four. Code is left as it is."""
    source = source.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").expandtabs(INDENT)
    lines, made, fence, levels = source.split("\n"), [], "", []
    for line in lines:
        if mark := _FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        if fence or mark:
            made.append(line)
        else:
            line, levels = _placed(line, levels)
            made.append(line)
    return "\n".join(made)


def without_comments(source: str) -> str:
    """Comments on lines of their own: nobody would see them, and editors would wonder."""
    if "<!--" not in source or "-->" not in source:
        return source
    last = source.rfind("-->") + 3
    return _COMMENT.sub("", source[:last]) + source[last:]


def _placed(line, levels):
    """The line at its level, and the columns at which the items around it begin and their words do."""
    indent = len(line) - len(line.lstrip(" "))
    if not line.strip():
        return line, levels
    item = _ITEM.match(line)
    if item is None:
        inside = [level for level in levels if indent >= level[1] or (indent > level[0] and indent >= 2)]
        if not inside:
            return line, []
        extra = max(0, indent - inside[-1][1])
        return " " * (INDENT * len(inside) + extra) + line.lstrip(" "), levels
    outer = [level for level in levels if indent > level[0] and (indent >= level[1] or indent - level[0] >= 2)]
    if not outer and indent >= INDENT and not levels:
        return line, []  # code
    marker = item[2].replace(")", ".")
    placed = " " * (INDENT * len(outer)) + f"{marker} " + line[item.end() :]
    return placed, [*outer, (indent, item.end())]
