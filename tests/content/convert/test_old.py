"""What the way through .doc and .rtf does to a regulation: nothing to its words, something to numbers Word counts."""

import pytest
from lxml import html

from content.convert.word.convert import convert
from files import office
from tests.content.convert.corpus import regulations
from tests.content.convert.writing import letters
from tests.files.office import needs_office

pytestmark = [needs_office, pytest.mark.promise("W23")]
# LibreOffice knows no lists that run on where a higher level begins anew, and in RTF no counting in Chinese: therefore
# people are asked to check the numbers of old files.
COUNTED_ANEW = {
    "doc": {"自动编号", "职责"},
    "rtf": {"自动编号", "条号重复", "修订说明"},
}
TITLED_ANEW = {"doc": {"真标题"}, "rtf": set()}  # its second chapter has a style that .doc forgets is a heading


def read(path):
    with open(path, "rb") as file:
        made = convert(file)
    tree = html.fromstring(f"<div>{made.html}</div>")
    return made, letters(tree.text_content())


@pytest.mark.parametrize(("kind", "writer"), (("doc", "MS Word 97"), ("rtf", "Rich Text Format")))
def test_words_tables_and_typed_numbers_come_through(tmp_path, kind, writer):
    papers = [paper for half in ("tuned", "later", "fresh", "blind") for paper in getattr(regulations, half)()]
    new = [tmp_path / f"{number}.docx" for number in range(len(papers))]
    for path, paper in zip(new, papers, strict=True):
        paper.save(path)

    old = office.many([(path, "docx") for path in new], f"{kind}:{writer}", tmp_path)
    back = office.many_to_docx([(path, kind) for path in old], tmp_path)

    differ, titled, found, wanted = set(), set(), 0, 0
    for paper, before, after in zip(papers, new, back, strict=True):
        (first, words), (then, words_then) = read(before), read(after)
        labels = [letters(label) for label in paper.gold.labels]
        wanted += len(labels)
        found += sum(label in words_then for label in labels)
        if words != words_then:
            differ.add(paper.name)
            assert _without_numbers(words, labels) == _without_numbers(words_then, labels), paper.name
        if then.title != first.title:
            titled.add(paper.name)
    assert differ == COUNTED_ANEW[kind]
    assert titled == TITLED_ANEW[kind]
    assert found / wanted > 0.7


def _without_numbers(words, labels):
    for sign in set("".join(labels) + "0123456789一二三四五六七八九十"):
        words = words.replace(sign, "")
    return words
