"""What stands in a paragraph, as OOXML written by hand. Plain text may stand wherever a piece may."""

from xml.sax.saxutils import escape, quoteattr


class Xml(str):
    """Text that is markup already."""

    __slots__ = ()


def as_xml(*pieces) -> Xml:
    """Markup stays as it is, words become a run."""
    return Xml("".join(piece if isinstance(piece, Xml) else run(piece) for piece in pieces))


def run(text="", *, content=None, **looks) -> Xml:
    """A run. `content` is markup that stands in it instead of text."""
    return Xml(f"<w:r>{run_properties(**looks)}{_text(text) if content is None else content}</w:r>")


def run_properties(
    *, bold=None, italic=None, size=None, raised=None, font=None, hidden=None, style=None, colour=None, extra=""
) -> Xml:
    """`size` in points, `raised` is superscript or subscript."""
    given = [
        style and f'<w:rStyle w:val="{style}"/>',
        font and f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>',
        _switch("b", bold),
        _switch("i", italic),
        _switch("vanish", hidden),
        colour and f'<w:color w:val="{colour}"/>',
        size and f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>',
        raised and f'<w:vertAlign w:val="{raised}"/>',
        extra,
    ]
    inner = "".join(filter(None, given))
    return Xml(f"<w:rPr>{inner}</w:rPr>" if inner else "")


def _switch(name, value):
    return value is not None and (f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>')


def _text(text, tag="t"):
    """Tabs and line ends become what Word writes for them."""
    parts = escape(str(text)).replace("\t", "\0<w:tab/>\0").replace("\n", "\0<w:br/>\0").split("\0")
    return "".join(
        part if part.startswith("<w:") else f'<w:{tag} xml:space="preserve">{part}</w:{tag}>' for part in parts if part
    )


def bold(text, **looks):
    return run(text, bold=True, **looks)


def superscript(text):
    return run(text, raised="superscript")


def subscript(text):
    return run(text, raised="subscript")


def hidden(text):
    return run(text, hidden=True)


def page_break():
    return run(content='<w:br w:type="page"/>')


def symbol(font, char):
    return run(content=f'<w:sym w:font="{font}" w:char="{char}"/>')


# Changes that somebody tracked.
_CHANGE = 'w:id="{}" w:author="周雅宁" w:date="2026-01-05T08:00:00Z"'


def change(tag, inner="", number=900) -> Xml:
    return Xml(f"<w:{tag} {_CHANGE.format(number)}>{inner}</w:{tag}>")


def inserted(*pieces):
    return change("ins", as_xml(*pieces))


def deleted(text, **looks):
    return change("del", run(content=_text(text, "delText"), **looks))


def moved_away(text, name="move1"):
    start = f'<w:moveFromRangeStart w:id="901" w:name="{name}" w:author="周雅宁"/>'
    return Xml(f'{start}{change("moveFrom", run(text))}<w:moveFromRangeEnd w:id="901"/>')


def moved_here(*pieces, name="move1"):
    start = f'<w:moveToRangeStart w:id="902" w:name="{name}" w:author="周雅宁"/>'
    return Xml(f'{start}{change("moveTo", as_xml(*pieces))}<w:moveToRangeEnd w:id="902"/>')


DELETED_MARK = change("del")
INSERTED_MARK = change("ins")
MOVED_AWAY_MARK = change("moveFrom")


# Fields.
def simple_field(instruction, *result):
    return Xml(f"<w:fldSimple w:instr={quoteattr(instruction)}>{as_xml(*result)}</w:fldSimple>")


def field(instruction, *result):
    """A complex field in one paragraph; without a result it ends at once, as EQ fields do."""
    shown = field_separate() + as_xml(*result) if result else ""
    return Xml(field_begin(instruction) + shown + field_end())


def field_begin(instruction, extra=""):
    begin = run(content=f'<w:fldChar w:fldCharType="begin">{extra}</w:fldChar>')
    return Xml(begin + run(content=_text(instruction, "instrText")))


def field_separate():
    return run(content='<w:fldChar w:fldCharType="separate"/>')


def field_end():
    return run(content='<w:fldChar w:fldCharType="end"/>')


# What wraps other pieces.
def bookmark(name, *pieces, number=7):
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return Xml(f'{start}{as_xml(*pieces)}<w:bookmarkEnd w:id="{number}"/>')


def link(*pieces, relation=None, anchor=None):
    to = f'r:id="{relation}"' if relation else f'w:anchor="{anchor}"'
    return Xml(f"<w:hyperlink {to}>{as_xml(*pieces)}</w:hyperlink>")


def control(*pieces, gallery=None, extra=""):
    """A content control; around blocks as well. `gallery` is what it was made from."""
    part = f'<w:docPartObj><w:docPartGallery w:val="{gallery}"/><w:docPartUnique/></w:docPartObj>' if gallery else ""
    return Xml(f"<w:sdt><w:sdtPr>{part}{extra}</w:sdtPr><w:sdtContent>{as_xml(*pieces)}</w:sdtContent></w:sdt>")


def smart_tag(*pieces):
    about = '<w:smartTagPr><w:attr w:name="x" w:val="y"/></w:smartTagPr>'
    return Xml(f'<w:smartTag w:uri="urn:x" w:element="place">{about}{as_xml(*pieces)}</w:smartTag>')


def custom_xml(*pieces):
    return Xml(f'<w:customXml w:uri="urn:x" w:element="place">{as_xml(*pieces)}</w:customXml>')


def ruby(base, sound):
    above, below = f"<w:rt>{run(sound)}</w:rt>", f"<w:rubyBase>{run(base)}</w:rubyBase>"
    return run(content=f'<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/></w:rubyPr>{above}{below}</w:ruby>')


def formula(inner=None, *, own_line=False) -> Xml:
    """`inner` is Office Math markup; words become one run of it."""
    inner = inner if isinstance(inner, Xml) else math_text(inner)
    made = f"<m:oMath>{inner}</m:oMath>"
    return Xml(f"<m:oMathPara>{made}</m:oMathPara>" if own_line else made)


def math_text(text):
    return Xml(f"<m:r><m:t>{escape(text)}</m:t></m:r>")


def fraction(above, below):
    return Xml(f"<m:f><m:num>{math_text(above)}</m:num><m:den>{math_text(below)}</m:den></m:f>")


def power(base, exponent, tag="sSup", part="sup"):
    return Xml(f"<m:{tag}><m:e>{math_text(base)}</m:e><m:{part}>{math_text(exponent)}</m:{part}></m:{tag}>")


def footnote_reference(number, kind="footnote"):
    return run(content=f'<w:{kind}Reference w:id="{number}"/>', raised="superscript")


def commented(number, *pieces):
    start, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    mark = run(content=f'<w:commentReference w:id="{number}"/>')
    return Xml(start + as_xml(*pieces) + end + mark)
