"""Fields: what Word showed last stays as text, links stay links, instructions go (ECMA-376 Part 1, 17.16)."""

import re
from dataclasses import dataclass, field

from lxml import etree

from content.convert.word import equations
from content.convert.word.names import RPR, RUN, VAL, XML_SPACE, is_on, name_of, w, whole
from content.convert.word.trees import insert_after, remove, replace, run_like, text_of

CHARACTER, INSTRUCTION, SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")
# They show nothing by themselves: entries of an index, what a template sets.
_SILENT = frozenset(
    ("XE", "TC", "TA", "RD", "SET", "ASK", "ADVANCE", "PRIVATE", "NEXT", "NEXTIF", "SKIPIF", "PRINT", "DATA", "SHAPE")
)
_REFERENCES = ("REF", "PAGEREF")
DEEPEST = 20  # fields in fields; more than Word makes
_TOKEN = re.compile(r'"((?:\\.|[^"\\])*)"|(\\[^\s"\\])|(\S+)')


@dataclass
class Field:
    """`begin`, `separate` and `end` are runs that hold nothing but the sign."""

    begin: object
    instructions: list = field(default_factory=list)
    separate: object = None
    end: object = None
    is_inside: bool = False  # another field's instruction
    is_nested: bool = False

    @property
    def shows(self):
        """The run behind which its result stands, if it has one."""
        return self.end if self.separate is None else self.separate

    @property
    def instruction(self) -> str:
        return "".join(one.text or "" for one in self.instructions).strip()

    @property
    def keyword(self) -> str:
        return self.instruction.split(None, 1)[0].upper() if self.instruction else ""


def tokens(instruction):
    r"""[(text, is a switch)]: `HYPERLINK "http://…" \l "here"`."""
    found = _TOKEN.findall(instruction)
    return [(re.sub(r"\\(.)", r"\1", quoted) or switch or plain, bool(switch)) for quoted, switch, plain in found]


def normalise(story):
    """Every field is written with signs that have runs of their own."""
    for simple in list(story.iter(SIMPLE)):
        _spell_out(simple)
    for run in {one.getparent() for one in story.iter(CHARACTER, INSTRUCTION)}:
        if run is not None and run.tag == RUN:
            _split(run)


def settle(story, report):
    """No field is left but links, which are runs between signs still: they may span paragraphs."""
    order = {run: place for place, run in enumerate(story.iter(RUN))}
    runs, links = list(order), set()
    for one in read(story):
        if one.begin.getparent() is not None and None not in (order.get(one.begin), order.get(one.end)):
            links |= _settle(one, runs, order, report)
    for stray in list(story.iter(CHARACTER, INSTRUCTION)):
        if stray.getparent() not in links:
            remove(stray)


def read(story) -> list[Field]:
    """Whole fields, inner ones first. What never ends or never begins is none."""
    open_ones, found = [], []
    for sign in story.iter(CHARACTER, INSTRUCTION):
        if sign.getparent().tag != RUN:
            continue
        kind = sign.get(w("fldCharType")) if sign.tag == CHARACTER else "instruction"
        if kind == "begin":
            inside = bool(open_ones) and open_ones[-1].separate is None
            open_ones.append(Field(sign.getparent(), is_inside=inside, is_nested=bool(open_ones)))
        elif not open_ones:
            continue
        elif kind == "instruction":
            if open_ones[-1].separate is None:
                open_ones[-1].instructions.append(sign)
        elif kind == "separate":
            open_ones[-1].separate = sign.getparent()
        elif kind == "end":
            one = open_ones.pop()
            one.end = sign.getparent()
            if len(open_ones) < DEEPEST:
                found.append(one)
    return found


def _settle(one, runs, order, report):
    """Answers the runs that make a link."""
    signs = runs[order[one.begin] : order[one.shows] + 1]
    ending = [] if one.separate is None else [one.end]
    link = _link_runs(one)
    text = _text_instead(one, runs[order[one.shows] : order[one.end]], report) if not link else []
    if text:
        insert_after(one.end, *text)
    for run in [*signs, *ending]:
        if run not in link:
            remove(run)
    return link


def _link_runs(one):
    is_one = one.keyword == "HYPERLINK" or (one.keyword in _REFERENCES and ("\\h", True) in tokens(one.instruction))
    if one.keyword == "PAGEREF" and (one.is_nested or next(one.begin.iterancestors(w("hyperlink")), None) is not None):
        is_one = False  # the number of a page, in a line that leads there itself
    if not is_one or one.is_inside or one.separate is None or not _link(one):
        return set()
    return {one.begin, one.instructions[0].getparent(), one.separate, one.end}


def _text_instead(one, shown, report):
    if one.separate is not None and any(text_of(run) for run in shown):
        return []
    text = _stand_in(one, report)
    if text is None:
        report.lose("field", one.begin, one.instruction)
    return text or []


def _link(one):
    """Rewritten so that nobody can misread it: an address or a place in this file, nothing else."""
    parts = tokens(one.instruction)
    words = [text for place, (text, switch) in enumerate(parts) if not switch and not _belongs(parts, place)]
    anchor = next((parts[place + 1][0] for place, part in enumerate(parts[:-1]) if part == ("\\l", True)), "")
    if one.keyword in _REFERENCES:
        words, anchor = [], words[1] if len(words) > 1 else ""
    address = words[1] if len(words) > 1 else ""
    if not (address or anchor) or '"' in address + anchor:
        return False
    first, *others = one.instructions
    first.text = (
        f' HYPERLINK "{address}{"#" + anchor if anchor else ""}" ' if address else f' HYPERLINK \\l "{anchor}" '
    )
    first.set(XML_SPACE, "preserve")
    for other in others:
        remove(other)
    return True


def _belongs(parts, place):
    """17.16.5.25: these switches have an argument."""
    return place > 0 and parts[place - 1] in (("\\l", True), ("\\o", True), ("\\t", True), ("\\d", True))


def _stand_in(one, report):
    """Runs for a field that shows something without a result, [] for one that shows nothing, None for the unknown."""
    keyword, like = one.keyword, one.begin
    if keyword in _SILENT or one.is_inside or not keyword:
        return []
    if keyword == "EQ":
        return equations.runs_of(one.instruction, like, report)
    if keyword == "FORMCHECKBOX":
        return [run_like(like, _checkbox(like))]
    if keyword == "FORMDROPDOWN":
        return [run_like(like, chosen)] if (chosen := _chosen(like)) else []
    if keyword in ("MACROBUTTON", "GOTOBUTTON"):
        words = one.instruction.split(None, 2)
        return [run_like(like, words[2])] if len(words) > 2 else []
    if keyword == "SYMBOL":
        return _symbol(one)
    return [] if one.separate is not None else None


def _checkbox(run):
    box = run.find(f".//{w('checkBox')}")
    checked = None if box is None else box.find(w("checked"))
    if box is not None and checked is None:
        checked = box.find(w("default"))
    return "☑" if is_on(checked) else "☐"


def _chosen(run):
    entries = [one.get(VAL) or "" for one in run.iter(w("listEntry"))]
    result = next(run.iter(w("result")), None)
    place = whole(None if result is None else result.get(VAL), 0)
    return entries[place] if 0 <= place < len(entries) else ""


def _symbol(one):
    r"""17.16.5.64: SYMBOL 111 \f Wingdings. What the sign is, is found with the other signs."""
    parts = [text for text, _switch in tokens(one.instruction)]
    code = whole(parts[1]) if len(parts) > 1 and parts[1].isdigit() else None
    if code is None and len(parts) > 1 and parts[1].lower().startswith("0x"):
        code = int(parts[1], 16) if re.fullmatch("0[xX][0-9a-fA-F]{1,6}", parts[1]) else None
    font = parts[parts.index("\\f") + 1] if "\\f" in parts[:-1] else ""
    if not code or code > 0xFFFF:
        return None
    made = etree.Element(RUN)
    sign = etree.SubElement(made, w("sym"))
    sign.set(w("font"), font)
    sign.set(w("char"), f"{code:04X}")
    return [made]


def _spell_out(simple):
    """17.16.19 fldSimple, written as a field of several runs."""
    instruction = etree.Element(RUN)
    etree.SubElement(instruction, INSTRUCTION).text = simple.get(w("instr")) or ""
    content = [one for one in simple if name_of(one) != "fldData"]
    replace(simple, _sign("begin"), instruction, _sign("separate"), *content, _sign("end"))


def _sign(kind):
    made = etree.Element(RUN)
    etree.SubElement(made, CHARACTER).set(w("fldCharType"), kind)
    return made


def _split(run):
    """Signs of a field get runs of their own, with the same looks."""
    content = [one for one in run if one.tag != RPR]
    if len(content) < 2:
        return
    made = []
    for one in content:
        part = run_like(run, "")
        part[-1:] = [one]
        made.append(part)
    replace(run, *made)
