"""Notes that were copied in Word or written by LibreOffice are notes of the page."""

import pytest
from lxml import html as trees

from content.text import render
from content.text.incoming import from_html

pytestmark = pytest.mark.promise("W22")
WORD = """<p class=MsoNormal>输血前核对<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span>
</span></a>，并记录<a href="#_edn1" name="_ednref1"><sup>[i]</sup></a>。</p>
<div style='mso-element:footnote-list'><br clear=all><hr size=1>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a>
由<b>两名</b>医护人员核对。</p></div></div>
<div style='mso-element:endnote-list'><hr><div style='mso-element:endnote' id=edn1><p><a href="#_ednref1">[i]</a>
保存 10 年。</p></div></div>"""
OFFICE = """<p>甲<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup>乙</p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>注文</p></div>"""


def read(html):
    made = from_html(html, is_part=True)
    page = trees.fragment_fromstring(render(made.markdown).html, create_parent="body")
    notes = [" ".join(one.text_content().split()[:-1]) for one in page.iterfind("div[@class='footnote']/ol/li")]
    return made, page, notes


def test_notes_of_word_are_notes():
    made, page, notes = read(WORD)

    assert made.losses == []
    assert notes == ["由两名医护人员核对。", "保存 10 年。"]
    assert [one.text_content() for one in page.iter("sup")] == ["1", "2"]
    assert page[0].text_content() == "输血前核对1，并记录2。"
    assert "---" not in made.markdown


def test_notes_of_libreoffice_are_notes():
    made, page, notes = read(OFFICE)

    assert (notes, page[0].text_content(), made.losses) == (["注文"], "甲1乙", [])


def test_notes_of_two_texts_do_not_take_each_others_place():
    other = OFFICE.replace("注文", "别的注")

    _made, _page, notes = read(OFFICE + from_html(other, is_part=True).markdown)
    both = from_html(OFFICE, is_part=True).markdown + "\n" + from_html(other, is_part=True).markdown
    page = trees.fragment_fromstring(render(both).html, create_parent="body")

    assert notes == ["注文"]
    assert len(page.findall("div[@class='footnote']/ol/li")) == 2


@pytest.mark.parametrize(
    "html",
    [
        '<p>甲<a href="#_ftn1">[1]</a></p>',
        '<div id=ftn1><p><a href="#_ftn1">[1]</a>甲</p></div>',
        '<p>甲<a href="#_ftn1">[1]</a><a href="#_ftn1">[1]</a></p><div id=ftn1></div>',
    ],
)
def test_marks_without_notes_keep_their_words(html):
    _made, page, _notes = read(html)

    assert "甲" in page.text_content()
