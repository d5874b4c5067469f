"""Nothing disappears silently: each paragraph of the file is looked for in what was made of it.

The source is read here once more and as simply as can be, so that a mistake made elsewhere is not made here too.
"""

import re

from content.convert.word.names import MC, RPR, RUN, P, T, is_on, w

_FALLBACK = f"{{{MC}}}Fallback"
_GONE = frozenset((w("del"), w("moveFrom"), w("rt"), _FALLBACK))
_NOTES = frozenset((w("footnote"), w("endnote")))
_TOLD = frozenset((
    "deleted", "moved", "hidden", "contents", "placeholder", "ruby", "formula", "comment", "field", "symbol", "diagram",
))  # fmt: skip
_SHORT = 2  # letters; a sign of a font or of a formula
_NEAR = 20  # letters that may stand between two runs: what was written in their place
_MOST_PLACES = 200


def source_lines(box) -> list[list[str]]:
    """The letters of each paragraph by runs. Before the box is prepared."""
    stories = [box.main, box.footnotes, box.endnotes]
    found = []
    for story in stories:
        if story is not None:
            found += _lines(story)
    return found


def _lines(story):
    owners, skipped = {}, set()
    for element in story.iter():
        if element.tag in _GONE or element in skipped or _is_line_above_notes(element):
            skipped.update(element)
        elif element.tag == P:
            owners[element] = []
        elif element.tag == T and element.text and not _is_hidden(element):
            owner = next(element.iterancestors(P), None)
            if owner is not None:
                owners[owner].append(element.text)
    return [runs for runs in ([one for one in map(letters, line) if one] for line in owners.values()) if runs]


def _is_line_above_notes(element):
    return element.tag in _NOTES and element.get(w("type")) not in (None, "normal")


def _is_hidden(words):
    run = words.getparent()
    properties = run.find(RPR) if run.tag == RUN else None
    return properties is not None and is_on(properties.find(w("vanish")))


def letters(text) -> str:
    return "".join(one for one in text if one.isalnum())


def missing(lines, text, told) -> list[str]:
    """Those whose letters `text` does not have, unless what was `told` (by code) has them."""
    there, is_listed = letters(text), "contents" in told
    told = letters("".join(one for what in _TOLD for one in told.get(what, ())))
    found, place = [], 0
    for runs in lines:
        whole = "".join(runs)
        at = there.find(whole, place)
        at = there.find(whole) if at < 0 else at
        if at >= 0:
            place = at + len(whole)
        elif not (is_listed and _is_entry(whole, there)) and not _is_told(runs, there, told):
            found.append(whole)
    return found


def _is_entry(line, there):
    """Of a table of contents: a heading and its page, or what stands above it."""
    heading = re.sub(r"[0-9ivxlcIVXLC]{1,5}$", "", line)
    return heading != line or heading in there or heading in ("目录", "目次")


def _is_told(runs, there, told):
    """Some of its runs were left out, or written otherwise; the others stand one behind the other."""
    if any(one not in there and one not in told and (len(runs) == 1 or len(one) > _SHORT) for one in runs):
        return False
    kept = [one for one in runs if one in there]
    return _stand_together(kept, there) or _stand_together([one for one in kept if one not in told], there)


def _stand_together(runs, there):
    if not runs:
        return True
    start = -1
    for _time in range(_MOST_PLACES):
        start = there.find(runs[0], start + 1)
        if start < 0:
            return False
        place = start
        for one in runs:
            at = there.find(one, place, place + len(one) + _NEAR)
            if at < 0:
                break
            place = at + len(one)
        else:
            return True
    return False
