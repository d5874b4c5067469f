"""Footnotes and endnotes of Word and LibreOffice, written as our own pages have them.

Names of notes carry a piece of what they say: pasted into a text that has notes, none takes another's place.
"""

import re
from zlib import crc32

_MARK = re.compile(r"#_(?P<word>(?:ftn|edn)\d{1,5})|#(?P<office>sd(?:footnote|endnote)\d{1,5})sym")
_BACK = re.compile(r"#_(?:ftn|edn)ref\d{1,5}|#sd(?:footnote|endnote)\d{1,5}anc")
_LIST = re.compile(r"mso-element\s*:\s*(?:foot|end)note-list", re.IGNORECASE)


def gather(soup, body):
    marks = [one for one in body.find_all("a", href=True) if _MARK.fullmatch(one["href"])]
    if not marks:
        return
    notes = {one["id"]: one for one in body.find_all("div", id=True)}
    listed, known = soup.new_tag("ol"), {}
    for mark in marks:
        found = _MARK.fullmatch(mark["href"])
        note = notes.get(found["word"] or found["office"])
        if note is None or mark.find_parent("div", id=found["word"] or found["office"]):
            continue
        if id(note) not in known:
            known[id(note)] = _name(note, len(known) + 1)
            listed.append(_item(soup, note, known[id(note)]))
        _refer(soup, mark, known[id(note)])
    for rest in body.find_all("div", style=_LIST):
        if not rest.get_text(strip=True):
            rest.decompose()
    if known:
        around = soup.new_tag("div", attrs={"class": "footnote"})
        around.append(listed)
        body.append(around)


def _name(note, number):
    for back in note.find_all("a", href=_BACK):
        back.decompose()
    return f"{number}-{crc32(note.get_text().strip().encode()) & 0xFFFF:04x}"


def _item(soup, note, name):
    note.extract()
    item = soup.new_tag("li", id=f"fn:{name}")
    for one in list(note.contents):
        item.append(one.extract())
    return item


def _refer(soup, mark, name):
    around = mark.find_parent("sup")
    sup = soup.new_tag("sup", id=f"fnref:{name}")
    link = soup.new_tag("a", attrs={"class": "footnote-ref", "href": f"#fn:{name}"})
    link.string = name.partition("-")[0]
    sup.append(link)
    is_alone = around is not None and around.get_text(strip=True) == mark.get_text(strip=True)
    (around if is_alone else mark).replace_with(sup)
