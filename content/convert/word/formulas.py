"""Office Math as plain text, exponents and indices raised and lowered (ECMA-376 Part 1, 22.1)."""

from content.convert.word.names import RUN, M, T, name_of
from content.convert.word.trees import replace, run_like

_RAISED, _LOWERED = "superscript", "subscript"


def write_out(story, report):
    for formula in list(story.iter(f"{{{M}}}oMathPara", f"{{{M}}}oMath")):
        parent = formula.getparent()
        if parent is None or next(formula.iterancestors(f"{{{M}}}oMathPara"), None) is not None:
            continue
        parts = _joined(_of(formula))
        text = "".join(words for words, _place in parts)
        if not text.strip():
            replace(formula)
            continue
        report.lose("formula", formula, text)
        like = next(formula.iter(RUN), None)
        made = [run_like(like, words, **({"vertAlign": place} if place else {})) for words, place in parts]
        replace(formula, *made)


def _of(element):
    """[(text, "" or how it is set)] in reading order."""
    write = _WRITERS.get(name_of(element))
    if write:
        return write(element)
    return [part for child in element for part in _of(child)]


def _part(element, name):
    found = element.find(f"{{{M}}}{name}")
    return [] if found is None else _of(found)


def _parts(element, name):
    return [_of(one) for one in element.findall(f"{{{M}}}{name}")]


def _property(element, name, otherwise):
    """A sign given in the properties of an object, such as the bracket it has."""
    for properties in element:
        if name_of(properties).endswith("Pr"):
            found = properties.find(f"{{{M}}}{name}")
            if found is not None:
                return found.get(f"{{{M}}}val", "")
    return otherwise


def _flat(parts):
    return "".join(text for text, _place in parts)


def _set(parts, place):
    return [(_flat(parts), place)] if parts else []


def _grouped(parts):
    """Brackets around what is more than a number or a name."""
    text = _flat(parts)
    return parts if text.isalnum() or (text[:1] == "(" and text[-1:] == ")") else [("(", ""), *parts, (")", "")]


def _fraction(element):
    return [*_grouped(_part(element, "num")), ("/", ""), *_grouped(_part(element, "den"))]


def _scripts(element):
    below, above = _part(element, "sub"), _part(element, "sup")
    return [*_part(element, "e"), *_set(below, _LOWERED), *_set(above, _RAISED)]


def _scripts_before(element):
    return [*_set(_part(element, "sub"), _LOWERED), *_set(_part(element, "sup"), _RAISED), *_part(element, "e")]


def _root(element):
    hides = _property(element, "degHide", "0") in ("1", "on", "true", "")
    degree = [] if hides else _part(element, "deg")
    return [*_set(degree, _RAISED), ("√", ""), *_grouped(_part(element, "e"))]


def _sum(element):
    sign = [(_property(element, "chr", "∫"), "")]
    return [*sign, *_set(_part(element, "sub"), _LOWERED), *_set(_part(element, "sup"), _RAISED), *_part(element, "e")]


def _brackets(element):
    between = _property(element, "sepChr", "|")
    inner = [
        part for place, one in enumerate(_parts(element, "e")) for part in ([(between, "")] if place else []) + one
    ]
    return [(_property(element, "begChr", "("), ""), *inner, (_property(element, "endChr", ")"), "")]


def _function(element):
    name, of = _part(element, "fName"), _part(element, "e")
    return [*name, *(of if _flat(of)[:1] in ("(", "[", "{", "|") else [(" ", ""), *of])]


def _limit(place):
    return lambda element: [*_part(element, "e"), *_set(_part(element, "lim"), place)]


def _lines(element):
    found = _parts(element, "e")
    return [part for place, one in enumerate(found) for part in ([("；", "")] if place else []) + one]


def _matrix(element):
    rows = []
    for row in element.findall(f"{{{M}}}mr"):
        rows.append("，".join(_flat(cell) for cell in _parts(row, "e")))
    return [("[" + "；".join(rows) + "]", "")]


def _run(element):
    return [("".join(one.text or "" for one in element.iter(f"{{{M}}}t", T)), "")]


_WRITERS = {
    "r": _run,
    "f": _fraction,
    "sSup": _scripts,
    "sSub": _scripts,
    "sSubSup": _scripts,
    "sPre": _scripts_before,
    "rad": _root,
    "nary": _sum,
    "d": _brackets,
    "func": _function,
    "limLow": _limit(_LOWERED),
    "limUpp": _limit(_RAISED),
    "eqArr": _lines,
    "m": _matrix,
    "t": lambda element: [(element.text or "", "")],
}


def _joined(parts):
    """Neighbours that are set alike become one."""
    made = []
    for text, place in parts:
        if made and made[-1][1] == place:
            made[-1] = (made[-1][0] + text, place)
        elif text:
            made.append((text, place))
    return made
