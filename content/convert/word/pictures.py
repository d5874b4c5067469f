"""Pictures of all kinds become one kind: w:drawing in the line, with its picture in the file.

DrawingML in the line or anchored, in groups and as a filling; VML of Word 97 and WPS; what other programs left in
their objects (ECMA-376 Part 1, 20.4 and 17.3.3.19; Part 4, 14.1).
"""

import re

from lxml import etree

from content.convert.word.names import PACKAGE_RELATIONS, PIC, WP, A, O, R, V, name_of, w, whole
from content.convert.word.trees import insert_after, remove

EMBED, LINK, ID = f"{{{R}}}embed", f"{{{R}}}link", f"{{{R}}}id"
_EMU = {"pt": 12700, "px": 9525, "in": 914400, "cm": 360000, "mm": 36000, "": 12700}
_GRAPHIC = f"{{{A}}}graphic/{{{A}}}graphicData"


def settle(story, box, report):
    """After boxes were lifted. Each picture that is left can be read."""
    relations = box.relations(box.name_of(story))
    for drawing in list(story.iter(w("drawing"))):
        _settle_drawing(drawing, relations, box, report)
    for old in list(story.iter(w("pict"), w("object"))):
        _settle_vml(old, relations, box, report)


def forget_outside(box, story, report):
    """What lies on other machines is not fetched, and nobody after us can: only links lead out (Part 2, 9.3)."""
    name = box.name_of(story)
    tree = box.relation_tree(name)
    for one in () if tree is None else list(tree.iterchildren(f"{{{PACKAGE_RELATIONS}}}Relationship")):
        if one.get("TargetMode") == "External" and not one.get("Type", "").endswith("/hyperlink"):
            tree.remove(one)
    box.forget_relations()


def _settle_drawing(drawing, relations, box, report):
    frame = next((one for one in drawing if name_of(one) in ("inline", "anchor")), None)
    blips = [one for one in drawing.iter(f"{{{A}}}blip") if one.get(EMBED) or one.get(LINK)]
    direct = [] if frame is None else frame.findall(f"{_GRAPHIC}/{{{PIC}}}pic")
    kept = [blip for blip in blips if _is_there(blip, EMBED, LINK, relations, box, report)]
    if not blips and frame is not None:
        _other_graphic(frame, relations, box, report)
    if len(direct) == 1 and kept == blips and len(blips) == 1:
        return
    about = None if frame is None else frame.find(f"{{{WP}}}docPr")
    for blip in reversed(kept):
        size = _size_of(blip, frame if len(kept) == 1 else None)
        insert_after(drawing, _drawing(blip.get(EMBED), about, size))
    remove(drawing)


def _is_there(blip, here, elsewhere, relations, box, report):
    """In the file, not behind an address; what the file lacks is told."""
    relation = relations.get(blip.get(here) or blip.get(elsewhere))
    if relation is not None and not relation.is_external and box.has(relation.target) and blip.get(here):
        blip.attrib.pop(elsewhere, None)
        return True
    outside = relation is not None and relation.is_external
    where = "" if relation is None else relation.target.replace("\\", "/").rpartition("/")[2]
    report.lose("external_picture" if outside else "missing_picture", blip, where)
    return False


def _other_graphic(frame, relations, box, report):
    """Charts say nothing here; of a diagram the words stay."""
    data = frame.find(_GRAPHIC)
    kind = "" if data is None else data.get("uri", "").rpartition("/")[2]
    if kind in ("chart", "chartex"):
        about = frame.find(f"{{{WP}}}docPr")
        report.lose("chart", frame, "" if about is None else about.get("descr") or about.get("title") or "")


def _settle_vml(old, relations, box, report):
    """Part 4, 14.1.2.11 imagedata; 17.3.3.19 objects keep the picture their program left."""
    program = next(old.iter(f"{{{O}}}OLEObject"), None)
    if program is not None:
        report.lose("object", old, program.get("ProgID") or "")
    made = []
    for image in old.iter(f"{{{V}}}imagedata"):
        if not (image.get(ID) or image.get(f"{{{R}}}href")):
            continue
        if _is_there(image, ID, f"{{{R}}}href", relations, box, report):
            title = image.get(f"{{{O}}}title") or image.getparent().get("alt") or ""
            made.append(_drawing(image.get(ID), None, _style_size(image.getparent()), title))
    run = old.getparent()
    insert_after(old, *made)
    run.remove(old)


def _drawing(embed, about, size, title=""):
    """The plainest w:drawing there is."""
    drawing = etree.Element(w("drawing"))
    frame = etree.SubElement(drawing, f"{{{WP}}}inline")
    if size:
        etree.SubElement(frame, f"{{{WP}}}extent").attrib.update({"cx": str(size[0]), "cy": str(size[1])})
    made = etree.SubElement(frame, f"{{{WP}}}docPr")
    made.attrib.update({} if about is None else dict(about.attrib))
    if title and not made.get("descr"):
        made.set("descr", title)
    data = etree.SubElement(etree.SubElement(frame, f"{{{A}}}graphic"), f"{{{A}}}graphicData")
    data.set("uri", PIC)
    filling = etree.SubElement(etree.SubElement(data, f"{{{PIC}}}pic"), f"{{{PIC}}}blipFill")
    etree.SubElement(filling, f"{{{A}}}blip").set(EMBED, embed)
    return drawing


def _size_of(blip, frame):
    """EMU: of the picture in its group, or of the whole."""
    extent = None if frame is None else frame.find(f"{{{WP}}}extent")
    if extent is None:
        shape = next((one for one in blip.iterancestors() if name_of(one) in ("pic", "wsp")), None)
        extent = None if shape is None else next(shape.iter(f"{{{A}}}ext"), None)
    wide, high = (None, None) if extent is None else (whole(extent.get("cx")), whole(extent.get("cy")))
    return (wide, high) if wide and high else None


def _style_size(shape):
    """Part 4, 14.1.2.19: style="width:120pt;height:2cm"."""
    found = dict(re.findall(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+(?:pt|px|in|cm|mm)?)", shape.get("style") or ""))
    if len(found) < 2:
        return None
    return tuple(_emu(found[one]) for one in ("width", "height"))


def _emu(length):
    number = re.match(r"[\d.]+", length)[0]
    try:
        return round(float(number) * _EMU[length[len(number) :]])
    except (ValueError, OverflowError):
        return 0


def drop_broken_references(story, box):
    """Links and notes that lead nowhere: their words stay, and no reader falls over them."""
    relations = box.relations(box.name_of(story))
    for link in list(story.iter(w("hyperlink"))):
        if link.get(ID) is not None and link.get(ID) not in relations:
            link.attrib.pop(ID)
    for click in list(story.iter(f"{{{A}}}hlinkClick")):
        if click.get(ID) not in relations:
            remove(click)
    for kind, notes in (("footnote", box.footnotes), ("endnote", box.endnotes)):
        found = () if notes is None else notes.iterchildren(w(kind))
        known = {one.get(w("id")) for one in found if one.get(w("type")) in (None, "normal")}
        for reference in list(story.iter(w(f"{kind}Reference"))):
            if reference.get(w("id")) not in known:
                remove(reference)
