"""Words and their marks as Markdown: signs where they are safe, tags where signs would touch others."""

import re

from content.text.dialect import ADDRESS, AFTER_AN_ADDRESS, SUBSCRIPT, SUPERSCRIPT
from content.text.tree.html import heavy, tag
from content.text.tree.pictures import is_simple_picture, is_simple_target
from content.text.tree.schema import TAG_OF_MARK, is_a
from content.text.tree.signs import words

SIGNS = {"bold": "**", "italic": "*", "strike": "~~", "highlight": "=="}
LEVELS = {"subscript": ("~", re.compile(SUBSCRIPT)), "superscript": ("^", re.compile(SUPERSCRIPT))}
_LEVEL_WORD = re.compile(r"[A-Za-z0-9+\-−]+")
_BARE = re.compile(r"https?://[\w/.\-?=&%#+~:@,;]+")
_ADDRESS = re.compile(ADDRESS)
_ENDS_AN_ADDRESS = "，。；：、！？（）【】《》“”‘’"
_LONGEST_LABEL = 800


class Inline:
    """One run of inline nodes; `br` is how a line ends here. `strict` where HTML or pipes stand around it."""

    def __init__(self, br="\n", strict=False, in_cell=False):
        self.br, self.strict, self.in_cell = br, strict or in_cell, in_cell

    def write(self, nodes: list[dict]) -> str:
        return self._run(nodes, frozenset(), "", False, False)

    def _run(self, nodes, done, before, touched, in_label):
        """`before` is what was written before; `touched` whether a sign follows the run."""
        out, at = before, 0
        while at < len(nodes):
            name, end = _longest(nodes, at, done)
            if name is None:
                out += self._leaf(nodes, at, out, touched, in_label)
                at += 1
                continue
            out += self._marked(nodes, at, end, name, done, out, touched, in_label)
            at = end
        return out[len(before) :]

    def _marked(self, nodes, at, end, name, done, out, touched, in_label):
        group, done = nodes[at:end], done | {name}
        if name == "link":
            return self._link(nodes, at, end, done, out)
        if name in LEVELS and (short := self._level(group, name, out)):
            return short
        if name in SIGNS and _may_follow(out) and not _begins_with_sign(nodes, end, done - {name}, touched):
            sign = SIGNS[name]
            inner = self._run(group, done, sign, True, in_label)
            if _may_stand_between_signs(inner):
                return f"{sign}{inner}{sign}"
        inner = self._run(group, done, ">", True, in_label)
        if name == "abbr":
            return f"{tag('abbr', title=_attr(group[0], name, 'title'))}{inner}</abbr>"
        return f"<{TAG_OF_MARK[name]}>{inner}</{TAG_OF_MARK[name]}>"

    def _level(self, group, name, out):
        """`H~2~O` where the dialect reads it so."""
        sign, pattern = LEVELS[name]
        node = group[0]
        if len(group) > 1 or not is_a(node, "text") or not _LEVEL_WORD.fullmatch(node["text"]):
            return ""
        if _has(node, "code") or out[-2:-1] == "\\" or (out[-1:] in "*_~=" and out):
            return ""
        if out[-1:] == "]" or (out[-1:] == ")" and "](" in out):  # perhaps the end of a link, which is no letter
            return ""
        short = f"{sign}{node['text']}{sign}"
        return short if out and pattern.fullmatch(out[-1] + short, 1) else ""

    def _link(self, nodes, at, end, done, out):
        group, href = nodes[at:end], _attr(nodes[at], "link", "href")
        is_alone = len(group) == 1 and all(one["type"] in done for one in group[0]["marks"])
        if is_alone and group[0].get("text") == href and _is_bare(nodes, at, out):
            return href
        label = self._run(group, done, "[", True, True)
        if len(label) <= _LONGEST_LABEL and is_simple_target(href):
            return f"[{label}]({href})"
        return f"{tag('a', href=href)}{self._run(group, done, '>', True, False)}</a>"

    def _leaf(self, nodes, at, out, touched, in_label):
        node = nodes[at]
        if is_a(node, "text"):
            if _has(node, "code"):
                return self._code(node["text"])
            touches = (
                _is_touched(nodes, at - 1) or (at == 0 and bool(out)),
                _is_touched(nodes, at + 1) or (touched and at + 1 == len(nodes)),
            )
            own = words(node["text"], touches=touches, in_cell=self.in_cell, in_label=in_label)
            follows_picture = at > 0 and is_a(nodes[at - 1], "image")
            return f"\\{own}" if follows_picture and own.startswith("{") else own  # else it would be its width
        if is_a(node, "hardBreak"):
            is_last = at + 1 >= len(nodes) or not is_a(nodes[at + 1], "hardBreak")
            return self.br if is_last else "<br>"
        return getattr(self, f"_{node['type']}")(node["attrs"])

    def _code(self, text):
        if (
            "`" in text
            or text != text.strip()
            or "<!" in text
            or "<?" in text
            or (self.strict and re.search(r"[<|&]", text))
        ):
            return f"<code>{heavy(text)}</code>"
        return f"`{text}`"

    def _image(self, attrs):
        src, alt, title, width = (attrs[name] for name in ("src", "alt", "title", "width"))
        if is_simple_picture(attrs):
            caption = f' "{title}"' if title else ""
            return f"![{alt}]({src}{caption})" + (f"{{width={width}}}" if width else "")
        return tag("img", src=src, alt=alt or None, title=title, width=str(width) if width else None)

    def _file(self, attrs):
        return self._reference(attrs["name"], f"file:{attrs['uid']}")

    def _mention(self, attrs):
        return self._reference(attrs["label"], f"mention:{attrs['uid']}")

    def _reference(self, label, target):
        written = words(label, touches=(True, True), in_cell=self.in_cell, in_label=True)
        if len(written) <= _LONGEST_LABEL:
            return f"[{written}]({target})"
        return f"{tag('a', href=target)}{words(label, touches=(True, True), in_cell=self.in_cell)}</a>"

    def _footnoteRef(self, attrs):
        return f"[^{attrs['id']}]"

    def _place(self, attrs):
        return f"{tag('span', id=attrs['id'])}</span>"


def _longest(nodes, at, done):
    """The mark of this node that reaches furthest, and how far."""
    best, reach = None, at
    for one in nodes[at].get("marks", ()):
        if one["type"] in done or one["type"] == "code":
            continue
        end = at + 1
        while end < len(nodes) and one in nodes[end].get("marks", ()):
            end += 1
        if end > reach:
            best, reach = one["type"], end
    return best, reach


def _may_follow(out):
    return not (out and out[-1] in "*_~=" and out[-2:-1] != "\\")


def _begins_with_sign(nodes, at, done, touched):
    if at >= len(nodes):
        return False
    return any(
        one["type"] in SIGNS or one["type"] in LEVELS for one in nodes[at].get("marks", ()) if one["type"] not in done
    )


def _may_stand_between_signs(inner):
    if not inner or inner[0].isspace() or inner[-1].isspace() or inner[0] in "*_~=":
        return False
    return inner[-1] not in "*_~=" or inner[-2:-1] == "\\"


def _is_bare(nodes, at, out):
    address = nodes[at]["text"]
    if not _BARE.fullmatch(address) or address[-1] in AFTER_AN_ADDRESS or not _ADDRESS.fullmatch(address):
        return False
    if out and (out[-1].isalnum() or out[-1] in "_/.@:\"'=\\!" or out[-2:-1] == "\\"):
        return False
    if at + 1 >= len(nodes) or is_a(nodes[at + 1], "hardBreak"):
        return True
    following = nodes[at + 1]
    begins = following["text"][0] if is_a(following, "text") and not following.get("marks") else "-"
    return begins.isspace() or begins in _ENDS_AN_ADDRESS


def _is_touched(nodes, at):
    return 0 <= at < len(nodes) and not is_a(nodes[at], "hardBreak")


def _has(node, name):
    return any(one["type"] == name for one in node.get("marks", ()))


def _attr(node, name, attr):
    return next(one["attrs"][attr] for one in node["marks"] if one["type"] == name)
