"""The elements of a Word file, written short."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def el(tag, /, *children, text=None, **values):
    """`el("tab", val="right", pos=9000)` is `<w:tab w:val="right" w:pos="9000"/>`; children that are None stay out."""
    element = OxmlElement(f"w:{tag}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), str(value))
    if text is not None:
        element.text = text
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.extend(child for child in children if child is not None)
    return element


def fonts(ascii_name, chinese):
    return el("rFonts", ascii=ascii_name, hAnsi=ascii_name, eastAsia=chinese, cs=ascii_name)


def field(instruction, shown, *, is_stale=False):
    """The runs of a field; a stale one is worked out when the file is opened."""
    begin = el("fldChar", fldCharType="begin", **({"dirty": "true"} if is_stale else {}))
    return [
        el("r", begin),
        el("r", el("instrText", text=f" {instruction} ")),
        el("r", el("fldChar", fldCharType="separate")),
        *([shown] if shown is not None else []),
        el("r", el("fldChar", fldCharType="end")),
    ]
