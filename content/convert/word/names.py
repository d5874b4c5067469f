"""The namespaces of Office Open XML, and how lxml spells the names in them."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741  (its prefix)
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

STRICT = "http://purl.oclc.org/ooxml/"  # ISO/IEC 29500-1, Annex A


def w(name):
    return f"{{{W}}}{name}"


P, RUN, T, PPR, RPR, TBL, TR, TC = map(w, ("p", "r", "t", "pPr", "rPr", "tbl", "tr", "tc"))
VAL = w("val")


def name_of(element) -> str:
    """Its name without the namespace."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :]


def value_of(element, *path) -> str | None:
    """w:val of the descendant that the names lead to."""
    for name in path:
        if element is None:
            return None
        element = element.find(w(name))
    return None if element is None else element.get(VAL)


def whole(text, otherwise=None) -> int | None:
    """A number that a file gives; files that other programs wrote have all sorts of things there."""
    try:
        return int(text)
    except (TypeError, ValueError):
        return otherwise


def is_on(element) -> bool:
    """A switch that is there is on, unless it says not (17.17.4; Strict has no on and off)."""
    return element is not None and element.get(VAL) not in ("0", "false", "off")
