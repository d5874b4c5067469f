"""Signs that would mean something to Markdown, written so that they mean themselves; the others stay as typed."""

import re

from content.text.dialect import SUBSCRIPT, SUPERSCRIPT

_HAZARD = re.compile(r"https?://|[\\`*_\[\]!~=^<&|]")
_SUB, _SUP = re.compile(SUBSCRIPT), re.compile(SUPERSCRIPT)
_ENTITY = re.compile(r"&(?:#|\w+;)")
_OPENS_TAG = re.compile(r"[A-Za-z/!?]")

_RULE = re.compile(r"(?:(?:-[ ]*){3,}|(?:_[ ]*){3,}|(?:\*[ ]*){3,})$")
_BETWEEN_ROWS = re.compile(r"[ |:-]+$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*$")
_MARKER = re.compile(r"[-+*](?=\s|$)|#{1,6}(?=\s)|>")
_NUMBER = re.compile(r"(\d+)\.(?=\s|$)")
_DEFINITION = re.compile(r":(?=[ ])")
_NAME = re.compile(r"(\[[^\[\]]*\]):")


def words(text: str, *, touches: tuple[bool, bool] = (False, False), in_cell=False, in_label=False) -> str:
    """A run of text; `touches` says on which sides another sign of ours stands."""
    if not _HAZARD.search(text):
        return text

    def written(match):
        return _written(match, text, touches, in_cell, in_label)

    return _HAZARD.sub(written, text)


def _written(match, text, touches, in_cell, in_label):
    sign, at = match[0], match.start()
    before, after = text[at - 1 : at] if at else "", text[match.end() : match.end() + 1]
    touched = (touches[0] and not before) or (touches[1] and not after)
    if len(sign) > 1:
        return sign if before.isalnum() else sign.replace(":", "&#58;")
    if sign == "\\":
        return sign if after.isalnum() or after == " " else "\\\\"
    if sign == "`":
        return "&#96;" if in_cell or touched else "\\`"
    if sign in "*_":
        return sign if _is_idle(sign, before, after) else "\\" + sign
    if sign in "[]":
        return "\\" + sign if in_label or _is_bracket(sign, after, touches[1]) else sign
    if sign == "!":
        return "\\!" if touches[1] and not after else sign
    if sign in "~=":
        is_pair = sign in (before, after) or touched or (sign == "~" and _SUB.match(text, at))
        return "\\" + sign if is_pair else sign
    if sign == "^":
        return "\\^" if touched or _SUP.match(text, at) else sign
    if sign == "<":
        return "&lt;" if _OPENS_TAG.match(after) or (touches[1] and not after) else sign
    if sign == "&":
        return "&amp;" if _ENTITY.match(text, at) or (touches[1] and not after) else sign
    return "\\|" if in_cell else sign


def _is_idle(sign, before, after):
    """Between blanks, or an underscore within a word."""
    return before == after == " " or (sign == "_" and before.isalnum() and after.isalnum())


def _is_bracket(sign, after, touches):
    return after == "^" or (touches and not after) if sign == "[" else after in ("(", "[") or (touches and not after)


def line_starts(text: str, *, first=True) -> str:
    """Lines of a paragraph that begin like something else than words."""
    lines = text.split("\n")
    return "\n".join(_line(line, number > 0 or not first) for number, line in enumerate(lines))


def _line(line, follows):
    if match := _NAME.match(line):
        line = f"{match[1]}&#58;{line[match.end() :]}"
    if match := _NUMBER.match(line):
        return f"{match[1]}\\.{line[match.end() :]}"
    if _DEFINITION.match(line):
        return "&#58;" + line[1:]
    if _MARKER.match(line) or _RULE.match(line):
        return "\\" + line
    if line and follows and (_UNDERLINE.match(line) or _BETWEEN_ROWS.match(line)):
        return f"&#{ord(line[0])};{line[1:]}"
    return line
