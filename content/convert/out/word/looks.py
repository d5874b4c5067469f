"""Styles: the names that Word knows, in the fonts that every hospital's computer has."""

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from content.convert.out.word.xml import el, fonts

LATIN, SONG, HEI = "Times New Roman", "SimSun", "SimHei"
TEXT_WIDTH = Cm(16.6)
SIZES = {1: 15, 2: 13, 3: 12, 4: 11, 5: 11, 6: 11}  # pt
BLACK = RGBColor(0x11, 0x11, 0x11)
RIGHT_EDGE = int(TEXT_WIDTH.twips)


def dress(document):
    """Put our looks on the styles of a new document."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2.5)
    styles = document.styles
    _font(styles["Normal"], SONG, 11)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Normal"].paragraph_format.line_spacing = 1.4
    _font(styles["Title"], HEI, 24, is_bold=True)
    _drop_border(styles["Title"])
    for level, size in SIZES.items():
        heading = styles[f"Heading {level}"]
        _font(heading, HEI, size, is_bold=True)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(6)
        heading.paragraph_format.keep_with_next = True
    _font(styles["Caption"], HEI, 9.5)
    for name in ("Header", "Footer"):
        _font(styles[name], SONG, 9)
    for level in (1, 2, 3):
        entry = _new(styles, f"toc {level}", SONG, 11)
        entry.paragraph_format.left_indent = Cm(0.75 * (level - 1))
        tab = el("tab", val="right", leader="dot", pos=RIGHT_EDGE)
        entry.element.get_or_add_pPr().insert(0, el("tabs", tab))
    _new(styles, "footnote text", SONG, 9).paragraph_format.space_after = Pt(0)
    mark = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True


def _new(styles, name, chinese, size):
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    style.base_style = styles["Normal"]
    _font(style, chinese, size)
    return style


def _font(style, chinese, size, *, is_bold=False):
    style.font.size, style.font.bold, style.font.italic = Pt(size), is_bold, False
    style.font.color.rgb = BLACK
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):  # those of the theme would win
        properties.remove(old)
    properties.insert(0, fonts(LATIN, chinese))


def _drop_border(style):
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
