"""A prepared Word file as HTML: mammoth reads it, we say what its styles mean and put in order what it leaves over.

Text boxes are `<aside class="textbox">`; notes are written as our own pages have them (`fn:1`, `fnref:1`); places
that nobody links to are left out.
"""

import re

from lxml import etree, html

from content.convert.word import boxes
from content.convert.word.album import Album
from content.convert.word.names import name_of
from content.convert.word.package import Broken
from content.convert.word.trees import remove

STYLES = "\n".join(
    (
        *(f"p.Heading{level} => h{level}:fresh" for level in range(1, 7)),
        "r[style-name='Strong'] => strong",
        "u => ",
        "p:unordered-list(1) => ul > li:fresh",
        *(f"p:unordered-list({level}) => {'ul|ol > li > ' * (level - 1)}ul > li:fresh" for level in range(2, 6)),
        "p => p:fresh",
    )
)
_NEEDED = {
    "Relationship": ("Id", "Type", "Target"),
    "Default": ("Extension", "ContentType"),
    "Override": ("PartName", "ContentType"),
}
_LINES = frozenset(("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_NOTE, _NOTE_REF = re.compile(r"#?(footnote|endnote)-(-?\w+)"), re.compile(r"#?(footnote|endnote)-ref-(-?\w+)")


def html_of(box, report, keep) -> tuple[str, list]:
    """(HTML of the body, [Picture]). `keep(name, bytes)` is told each picture once. Raises Broken."""
    album = Album(box, report, keep)
    album.number()
    _mend(box)
    body = html.fragment_fromstring(_read(box.save(), album), create_parent="body")
    _write_notes(body)
    _frame_boxes(body)
    _keep_places(body, report)
    for picture in [one for one in body.iter("img") if not one.get("src")]:
        picture.drop_tag()
    return _inner(body), album.pictures


def _read(file, album):
    import mammoth

    from content.convert.word.nodes import teach

    teach()
    try:
        return mammoth.convert_to_html(
            file,
            style_map=STYLES,
            include_default_style_map=False,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(album.attributes_of),
        ).value
    except (KeyError, IndexError, ValueError, TypeError, AttributeError) as error:  # how it ends on damaged files
        raise Broken("damaged", repr(error)[:300]) from error


def _mend(box):
    """Relations and types that lack what makes them one: mammoth falls over them."""
    trees = [box.relation_tree(name) for name in ("", *map(box.name_of, box.stories))]
    if box.has("[Content_Types].xml"):
        trees.append(box.part("[Content_Types].xml"))
    for one in [one for tree in trees if tree is not None for one in tree]:
        if not all(one.get(name) for name in _NEEDED.get(name_of(one), ())):
            remove(one)


def _inner(body):
    inner = (body.text or "") + "".join(etree.tostring(one, encoding="unicode", method="html") for one in body)
    return inner.replace(boxes.OPENS, "").replace(boxes.CLOSES, "")


def _write_notes(body):
    """Mammoth's list of notes is the last one, its marks are [1]."""
    marks = [one for one in body.iter("a") if _NOTE_REF.fullmatch(one.get("id") or "")]
    if not marks:
        return
    items = {one.get("id"): one for one in body[-1].iter("li") if _NOTE.fullmatch(one.get("id") or "")}
    listed, known = etree.Element("ol"), {}
    for mark in marks:
        item = items.get(mark.get("href", "")[1:])
        number = known.get(item)
        if number is None:
            number = known[item] = len(known) + 1
            if item is not None:
                listed.append(_note(item, number))
        _raised_once(mark).set("id", f"fnref:{number}")
        mark.attrib.clear()
        mark.attrib.update({"class": "footnote-ref", "href": f"#fn:{number}"})
        mark.text = str(number)
    body.remove(body[-1])
    around = etree.SubElement(body, "div")
    around.set("class", "footnote")
    around.append(listed)


def _raised_once(mark):
    """Word raises the mark, mammoth does too."""
    sup = mark.getparent()
    around = sup.getparent()
    if around.tag == "sup" and len(around) == 1 and not (around.text or sup.tail):
        sup.drop_tag()
        return around
    return sup


def _note(item, number):
    """Without the arrow that mammoth put behind it."""
    for arrow in [one for one in item.iter("a") if _NOTE_REF.fullmatch(one.get("href") or "")]:
        arrow.attrib.clear()
        arrow.attrib.update({"class": "footnote-backref", "href": f"#fnref:{number}"})
        arrow.text = "↩"
    item.set("id", f"fn:{number}")
    item.tail = None
    return item


def _frame_boxes(body):
    """What stands between two marks. A mark alone says nothing."""
    for opening in [one for one in body.iter("p") if (one.text or "").strip() == boxes.OPENS and not len(one)]:
        inside = []
        for one in opening.itersiblings():
            if one.tag == "p" and (one.text or "").strip() == boxes.CLOSES:
                break
            inside.append(one)
        else:
            opening.getparent().remove(opening)
            continue
        closing = one
        opening.tag, opening.text = "aside", None
        opening.set("class", "textbox")
        opening.extend(inside)
        closing.getparent().remove(closing)
    for mark in [one for one in body.iter("p") if (one.text or "").strip() == boxes.CLOSES and not len(one)]:
        mark.getparent().remove(mark)


def _keep_places(body, report):
    """Bookmarks that a link of the text leads to, and links that lead to one. Of others the words stay."""
    wanted = {one.get("href")[1:] for one in body.iter("a") if (one.get("href") or "").startswith("#")}
    there = {one.get("id") for one in body.iter() if one.get("id")}
    for link in list(body.iter("a")):
        name, target = link.get("id"), link.get("href")
        if name is not None and target is None:
            if name in wanted:
                link.tag = "span"
            else:
                link.drop_tag()
        elif target is not None and target.startswith("#") and target[1:] not in there:
            words = " ".join(link.text_content().split())
            if words:
                report.lose("reference", None, f"{words}（{target[1:]}）", where=_line_of(link))
            link.drop_tag()


def _line_of(link):
    block = next((one for one in link.iterancestors() if one.tag in _LINES), None)
    return "" if block is None else block.text_content()
