"""Signs of fonts that have no letters, as the characters they look like: µ in Symbol must not become m.

ECMA-376 Part 1, 17.3.3.30 sym, and text in such a font, which lies in U+F020 to U+F0FF or at plain letters.
"""

from functools import cache

from content.convert.word.names import RUN, T, w
from content.convert.word.trees import remove, replace, run_like

_FONTS = {"symbol": "Symbol", "webdings": "Webdings", "wingdings": "Wingdings"}
_FONTS |= {f"wingdings {number}": f"Wingdings {number}" for number in (2, 3)}
# Boxes, ticks and arrows as more than one font has them; Word makes the arrow of -->.
_COMMON = dict(zip("🗹🗷🗸🗶🗴🗵◻🞎🞏🞐🞑🞟🡨🡪🡩🡫🡬🡭🡮🡯🡸🡺🡹🡻", "☑☒✓✗✗☒□□□□□◆←→↑↓↖↗↘↙←→↑↓", strict=True))
_PRIVATE = range(0xF000, 0xF100)
_SLOTS = (w("ascii"), w("hAnsi"))


@cache
def _table():
    """mammoth's, 0.1 s to load: only for files that have such signs."""
    from mammoth.docx.dingbats import dingbats

    return dingbats


def spell(story, report, styles):
    for sign in list(story.iter(w("sym"))):
        run = sign.getparent()
        code = _code(sign.get(w("char")))
        found = None if code is None else _character(sign.get(w("font")) or "", code)
        if found is None:
            report.lose("symbol", sign, f"{sign.get(w('font'))} {sign.get(w('char'))}")
            remove(sign)
        elif run.tag == RUN:
            replace(sign, _words(run, found))
    if not _has_fonts_of_signs(story) and not _has_fonts_of_signs(styles.tree):
        return
    for words in story.iter(T):
        text = words.text or ""
        run = words.getparent()
        font = _font(run, styles) if text and (run.tag == RUN) else None
        if font:
            words.text = "".join(_character(font, ord(one)) or _plain(one) for one in text)


def _has_fonts_of_signs(tree):
    fonts = () if tree is None else tree.iter(w("rFonts"))
    return any((one.get(slot) or "").lower() in _FONTS for one in fonts for slot in _SLOTS)


def _words(run, text):
    return run_like(None, text).find(T)


def _font(run, styles):
    """Whether its letters are signs; Chinese characters are never shown in such a font."""
    properties = run.find(f"{w('rPr')}/{w('rFonts')}")
    if properties is None:
        named = run.find(f"{w('rPr')}/{w('rStyle')}")
        properties = None if named is None else styles.run_property(named.get(w("val")), "rFonts")
    for slot in _SLOTS if properties is not None else ():
        if (properties.get(slot) or "").lower() in _FONTS:
            return properties.get(slot)
    return None


def _code(text):
    try:
        code = int(text or "", 16)
    except ValueError:
        return None
    return code if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else None


def _character(font, code):
    known = _FONTS.get(font.lower())
    if known is None:
        return None if 0xE000 <= code < 0xF900 else chr(code)
    low = code - 0xF000 if code in _PRIVATE else code
    found = _table().get((known, low))
    if found is None and code > 0xFF and code not in _PRIVATE:
        return chr(code)  # a real character that only carries the font's name
    return None if found is None else _COMMON.get(chr(found), chr(found))


def _plain(character):
    return character if ord(character) not in _PRIVATE else "□"
