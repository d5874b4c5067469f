"""Text boxes stand once, behind the paragraph they hang on, between two marks.

Word writes each twice: as DrawingML for new programs, as VML for old ones (ECMA-376 Part 3, 9.3 AlternateContent).
"""

from lxml import etree

from content.convert.word.names import DGM, MC, TBL, A, O, P, R, V, name_of, w
from content.convert.word.trees import insert_after, paragraph_with, remove, text_of, unwrap

# A paragraph of one such character opens or closes a box. They are private, and taken out of what a file says itself.
OPENS, CLOSES = "\uf8f0", "\uf8f1"
_CONTENT = w("txbxContent")
_CHOICE, _FALLBACK, _EITHER = f"{{{MC}}}Choice", f"{{{MC}}}Fallback", f"{{{MC}}}AlternateContent"
# Shapes, groups and canvases; charts, ink, models and signs of later years have a picture or text as their fallback.
_UNDERSTOOD = frozenset(("wps", "wpg", "wpc", "wp14", "w14", "w15", "a14", "v"))
_SHAPES = frozenset(("wsp", "cxnSp"))
_OLD_SHAPES = frozenset(("shape", "rect", "roundrect", "oval", "line", "polyline", "curve", "arc"))


def choose(story):
    """Part 3, 9.3: the first choice whose namespaces are understood, else the fallback. The other says the same."""
    for either in list(story.iter(_EITHER)):
        if either.getparent() is None:
            continue
        chosen = next((one for one in either.findall(_CHOICE) if _is_understood(one)), either.find(_FALLBACK))
        if chosen is None:
            remove(either)
        else:
            unwrap(either, chosen)


def _is_understood(choice):
    return set((choice.get("Requires") or "?").split()) <= _UNDERSTOOD


def lift(story, box, report):
    """Also where shapes are drawn as a group, and from boxes within boxes."""
    last = {}
    for drawing in list(story.iter(w("drawing"), w("pict"), w("object"))):
        _tell_shapes(drawing, report)
        for data in drawing.iter(f"{{{DGM}}}relIds"):
            _lift_blocks(_host(drawing), _words_of_diagram(data, story, box, report), last)
        for word_art in drawing.iter(f"{{{V}}}textpath"):
            _lift_blocks(_host(drawing), [paragraph_with(word_art.get("string", ""))], last)
    for content, host in [(one, _host(one)) for one in story.iter(_CONTENT)]:
        _lift_blocks(host, list(content), last)
        remove(content)


def _host(drawing):
    """The outermost paragraph: that of the text, not one in a box."""
    return next(reversed(list(drawing.iterancestors(P))), None)


def _lift_blocks(host, blocks, last):
    """Behind the paragraph, below what was lifted from there before."""
    blocks = [one for one in blocks if name_of(one) in ("p", "tbl", "sdt")]
    if host is None or not any(_says_something(one) for one in blocks):
        return
    opening, closing = paragraph_with(OPENS), paragraph_with(CLOSES)
    insert_after(last.get(host, host), opening, *blocks, closing)
    last[host] = closing


def _says_something(block):
    seen = (w("drawing"), w("pict"), w("object"), TBL, w("sym"), w("fldChar"))
    return bool(text_of(block)) or next(block.iter(*seen), None) is not None


def _words_of_diagram(data, story, box, report):
    """SmartArt keeps its words in a part of its own (21.4.2.10); how they hang together is lost."""
    relation = box.relations(box.name_of(story)).get(data.get(f"{{{R}}}dm"))
    words = []
    if relation is not None and not relation.is_external and box.has(relation.target):
        points = box.part(relation.target).iter(f"{{{DGM}}}t")
        lines = (line for point in points for line in point.iter(f"{{{A}}}p"))
        words = [text for line in lines if (text := "".join(one.text or "" for one in line.iter(f"{{{A}}}t")).strip())]
    report.lose("diagram", data, "；".join(words))
    return [paragraph_with(one) for one in words]


def _tell_shapes(drawing, report):
    """Arrows and lines between boxes say how things follow each other, and nobody draws them here."""
    mute = [one for one in drawing.iter(etree.Element) if _is_mute(one)]
    if mute:
        report.lose("shape", drawing, str(len(mute)))


def _is_mute(shape):
    name = name_of(shape)
    if name in _SHAPES:
        words = next(shape.iter(_CONTENT), None)
        return words is None and next(shape.iter(f"{{{A}}}blip"), None) is None
    if not shape.tag.startswith(f"{{{V}}}") or name not in _OLD_SHAPES or shape.get(f"{{{O}}}hr"):
        return False
    return all(next(shape.iter(tag), None) is None for tag in (_CONTENT, f"{{{V}}}imagedata", f"{{{V}}}textpath"))
