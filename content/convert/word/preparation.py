"""The text of a Word file made plain: one reading of it, nothing twice, and a report of what it said besides."""

from lxml import etree

from content.convert.word import boxes, contents, fields, formulas, pictures, revisions, signs, tables
from content.convert.word.looks import Styles
from content.convert.word.names import PPR, RPR, RUN, VAL, P, T, is_on, value_of, w, whole
from content.convert.word.report import Silence
from content.convert.word.trees import drop_paragraph, is_empty, remove, replace, run_like, text_of, unwrap

_WRAPPERS = (w("smartTag"), w("customXml"), w("dir"), w("bdo"))
_COMMENT_MARKS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"), w("annotationRef"))
_LONGEST_QUOTE = 40  # pieces of text that one comment is about
_CHUNKS = (w("altChunk"), w("subDoc"), w("contentPart"))


def prepare(box, report):
    """Changes the trees of the box; afterwards numbers are counted, headings found and HTML is written.

    Text boxes stand behind their paragraph between boxes.OPENS and boxes.CLOSES; what is on every page is told.
    """
    _mend(box)
    styles = Styles(box.styles)
    for story in (box.main, box.footnotes, box.endnotes):
        if story is not None:
            _prepare(story, box, report, styles)
    for kind, stories in (("header", box.headers), ("footer", box.footers)):
        for story in stories:
            _prepare(story, box, Silence(), styles)
        _tell_each_page(kind, stories, report)
    if box.comments is not None:
        box.comments[:] = []


def _mend(box):
    """Definitions without what others name them by: no reader can use them, and some fall over them."""
    for tree, name, key in (
        (box.styles, "style", "styleId"),
        (box.numbering, "abstractNum", "abstractNumId"),
        (box.numbering, "num", "numId"),
        (box.footnotes, "footnote", "id"),
        (box.endnotes, "endnote", "id"),
    ):
        for one in () if tree is None else list(tree.iterchildren(w(name))):
            if one.get(w(key)) is None or (name == "num" and value_of(one, "abstractNumId") is None):
                tree.remove(one)
            elif name == "style" and one.get(w("type")) is None:
                one.set(w("type"), "paragraph")


def _prepare(story, box, report, styles):
    _tidy_signs(story)
    boxes.choose(story)
    revisions.accept(story, report)
    _list_comments(story, box, report)
    fields.normalise(story)
    contents.drop(story, report, styles)
    _open_controls(story, report)
    fields.settle(story, report)
    formulas.write_out(story, report)
    _keep_characters_without_sound(story, report)
    _drop_hidden(story, report, styles)
    signs.spell(story, report, styles)
    boxes.lift(story, box, report)
    pictures.settle(story, box, report)
    pictures.forget_outside(box, story, report)
    pictures.drop_broken_references(story, box)
    tables.tidy(story, report)
    _write_looks(story, styles)


def _tidy_signs(story):
    """Line ends are one element, and nobody but us writes our marks."""
    for carriage in list(story.iter(w("cr"))):
        carriage.tag = w("br")
    for words in story.iter(T):
        if words.text and (boxes.OPENS in words.text or boxes.CLOSES in words.text):
            words.text = words.text.replace(boxes.OPENS, "").replace(boxes.CLOSES, "")


def _list_comments(story, box, report):
    """17.13.4: who said what about which words."""
    said = {} if box.comments is None else {one.get(w("id")): one for one in box.comments.iter(w("comment"))}
    quotes, open_ones = {}, {}
    for one in story.iter(w("commentRangeStart"), w("commentRangeEnd"), T):
        if one.tag == T:
            for number, words in list(open_ones.items()):
                words.append(one.text or "")
                if len(words) > _LONGEST_QUOTE:
                    del open_ones[number]
        elif one.tag == w("commentRangeStart"):
            open_ones[one.get(w("id"))] = quotes.setdefault(one.get(w("id")), [])
        else:
            open_ones.pop(one.get(w("id")), None)
    for reference in list(story.iter(w("commentReference"))):
        comment = said.pop(reference.get(w("id")), None)
        if comment is not None and (text := text_of(comment)):
            quote = "".join(quotes.get(reference.get(w("id")), ())) or None
            report.lose("comment", reference, f"{comment.get(w('author')) or ''}：{text}".lstrip("："), where=quote)
    for mark in list(story.iter(*_COMMENT_MARKS)):
        remove(mark)


def _open_controls(story, report):
    """17.5.2 content controls and 17.5.1 smart tags: what stands in them stays, prompts to fill them go."""
    for control in list(story.iter(w("sdt"))):
        content = control.find(w("sdtContent"))
        if content is None:
            remove(control)
            continue
        if is_on(control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}")) and (prompt := text_of(content)):
            report.lose("placeholder", control, prompt)
            for words in content.iter(T):
                words.text = ""
        unwrap(control, content)
    for wrapper in list(story.iter(*_WRAPPERS)):
        unwrap(wrapper)
    for chunk in list(story.iter(*_CHUNKS)):
        report.lose("chunk", chunk)
        remove(chunk)


def _keep_characters_without_sound(story, report):
    """17.3.3.25 ruby."""
    for ruby in list(story.iter(w("ruby"))):
        base, sound = ruby.find(w("rubyBase")), ruby.find(w("rt"))
        run = ruby.getparent()
        characters = [] if base is None else [one for one in base if one.tag == RUN]
        before = [one for one in run if one.tag != RPR and run.index(one) < run.index(ruby)]
        behind = [one for one in run if one.tag != RPR and run.index(one) > run.index(ruby)]
        replace(run, *_part_of(run, before), *characters, *_part_of(run, behind))
        if characters and sound is not None:
            written = "".join(map(text_of, characters))
            report.lose("ruby", characters[0], f"{written}（{text_of(sound)}）")


def _part_of(run, content):
    if not content:
        return []
    made = run_like(run, "")
    made[-1:] = content
    return [made]


def _drop_hidden(story, report, styles):
    """17.3.2.41 vanish, from the run or its styles. A paragraph goes when its mark is hidden and nothing is left."""
    if not _may_hide(story, styles):
        return
    gone, last = [], {}
    for run in list(story.iter(RUN)):
        paragraph = next(run.iterancestors(P), None)
        style = last.get(paragraph)
        if style is None:
            style = last[paragraph] = styles.of(paragraph) if paragraph is not None else ""
        if styles.is_on(run, style, "vanish"):
            gone.append((paragraph, run))
    texts = {}
    for paragraph, run in gone:
        texts[paragraph] = texts.get(paragraph, "") + text_of(run)
        remove(run)
    for paragraph, text in texts.items():
        if text:
            report.lose("hidden", paragraph, text)
        if paragraph is not None and is_empty(paragraph) and _is_mark_hidden(paragraph, styles):
            drop_paragraph(paragraph)


def _may_hide(story, styles):
    return next(story.iter(w("vanish")), None) is not None or styles.any_run_property("vanish")


def _is_mark_hidden(paragraph, styles):
    mark = paragraph.find(f"{PPR}/{RPR}/{w('vanish')}")
    return is_on(mark if mark is not None else styles.run_property(styles.of(paragraph), "vanish"))


def _write_looks(story, styles):
    """17.3.2.42 vertAlign, 17.3.2.1 b and 17.3.2.16 i of a character style are written at the run; 17.17.4 off is 0."""
    for run in story.iter(RUN):
        properties = run.find(RPR)
        if properties is None:
            continue
        named = properties.find(w("rStyle"))
        for name in ("vertAlign", "b", "i") if named is not None else ():
            found = styles.run_property(named.get(VAL), name)
            if found is not None and properties.find(w(name)) is None:
                etree.SubElement(properties, w(name)).attrib.update(found.attrib)
        if properties.find(w("position")) is not None and properties.find(w("vertAlign")) is None:
            _write_position(run, properties, styles)
        for switch in properties:
            if switch.get(VAL) == "off":
                switch.set(VAL, "0")


def _write_position(run, properties, styles):
    """17.3.2.24: smaller letters that somebody lifted or lowered by hand are exponents and indices: 10⁹/L."""
    height, paragraph = whole(value_of(properties, "position"), 0), next(run.iterancestors(P), None)
    if not height or paragraph is None:
        return
    style = styles.of(paragraph)
    beside = [one for one in (run.getprevious(), run.getnext()) if one is not None and one.tag == RUN]
    if any(styles.size(run, style) < styles.size(one, style) for one in beside):
        etree.SubElement(properties, w("vertAlign")).set(VAL, "superscript" if height > 0 else "subscript")


def _tell_each_page(kind, stories, report):
    """17.10: said once, however many sections have it; page numbers alone say nothing."""
    lines = [text_of(one) for story in stories for one in story.iter(P)]
    for line in dict.fromkeys(lines):
        if any(one.isalpha() and one not in "第页共" for one in line):
            report.lose(kind, None, line)
