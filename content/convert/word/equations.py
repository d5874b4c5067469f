"""EQ fields: signs in circles, pinyin above characters and fractions, as Chinese Word writes them (17.16.5.22)."""

import re

from content.convert.word.labels import label
from content.convert.word.trees import run_like

_CIRCLES = ("○", "◯", "〇")


def runs_of(instruction, like, report):
    """Runs in place of the field; told as a formula or as the sound of characters where something is lost."""
    body = re.sub(r"^\s*EQ\s*", "", instruction, flags=re.IGNORECASE)
    body = re.sub(r'\\\*\s*("[^"]*"|\S+)\s*', "", body).strip()
    overlaid = re.match(r"\\o\s*(?:\\a[clrd]\s*)?\((.*)\)\s*$", body, re.DOTALL)
    if overlaid:
        parts = [one.strip() for one in _split(overlaid[1])]
        if len(parts) == 2 and any(part in _CIRCLES for part in parts):
            return [run_like(like, _circled(next((one for one in parts if one not in _CIRCLES), "")))]
        if len(parts) == 2 and (sound := _raised(parts[0])):
            report.lose("ruby", like, f"{parts[1]}（{sound}）")
            return [run_like(like, parts[1])]
    text = _plain(body)
    report.lose("formula", like, text)
    return [run_like(like, text)] if text else []


def _circled(text):
    if text.isdigit():
        sign = label(int(text), "decimalEnclosedCircle")
        return sign if sign != text else f"({text})"
    return f"({text})" if text else "○"


def _raised(part):
    r"""What \s\up 9(…) lifts above the line."""
    found = re.match(r"\\s\s*\\up\s*\d*\s*\((.*)\)\s*$", part, re.DOTALL)
    return found[1].strip() if found else ""


def _split(text):
    """At the commas that stand in no brackets."""
    parts, depth = [""], 0
    for one in text:
        depth += (one == "(") - (one == ")")
        if one in ",;" and depth == 0:
            parts.append("")
        else:
            parts[-1] += one
    return parts


def _plain(body):
    r"""\f(1,2) as 1/2, \r(3,8) as 3√(8), the rest as the words in it."""
    for _depth in range(20):
        changed = re.sub(r"\\f\s*\(([^()]*),([^()]*)\)", r"\1/\2", body)
        changed = re.sub(r"\\r\s*\(([^(),]*),([^()]*)\)", r"\1√\2", changed)
        changed = re.sub(r"\\r\s*\(([^()]*)\)", r"√\1", changed)
        changed = re.sub(r"\\s\s*\\(?:up|do)\s*\d*\s*\(([^()]*)\)", r"\1", changed)
        changed = re.sub(r"\\[abdiloxs](?:\s*\\[a-z]{2}\s*\d*)*\s*\(([^()]*)\)", r"\1", changed)
        if changed == body:
            break
        body = changed
    return re.sub(r"\\[a-z]{1,2}\d*", "", body).strip()
