"""Mammoth's nodes made from lxml are those that it makes itself."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from mammoth.docx import office_xml, xmlparser

from content.convert.word import nodes
from tests.content.convert.corpus import regulations

pytestmark = pytest.mark.promise("W23")
OWN = xmlparser.parse_xml


def _plain(node):
    if isinstance(node, xmlparser.XmlText):
        return node.value
    attributes = {name: value for name, value in node.attributes.items() if not name.startswith("w:rsid")}
    return node.name, attributes, [_plain(one) for one in node.children]


@pytest.mark.parametrize("half", [regulations.tuned, regulations.later, regulations.fresh, regulations.blind])
def test_the_same_nodes_for_every_part_of_the_corpus(half):
    for made in half():
        with ZipFile(made.open()) as box:
            for name in box.namelist():
                content = box.read(name)
                if name.endswith((".xml", ".rels")):
                    ours = nodes.parse(BytesIO(content), office_xml._namespaces)
                    assert _plain(ours) == _plain(OWN(BytesIO(content), office_xml._namespaces))


@pytest.mark.parametrize(
    "xml",
    [
        '<a b="1" x:b="2" xmlns:x="urn:x">甲<!-- 乙 --><x:c/>丙<?d?>丁<c xml:space="preserve"> </c></a>',
        "<a/>",
        "<a>&lt;&#13;</a>",
    ],
)
def test_the_same_nodes_for_text_between_others(xml):
    assert _joined(_plain(nodes.parse(BytesIO(xml.encode())))) == _joined(_plain(OWN(BytesIO(xml.encode()))))


def _joined(node):
    """A comment parts a text in two."""
    name, attributes, children = node
    made = []
    for one in children:
        if isinstance(one, str) and made and isinstance(made[-1], str):
            made[-1] += one
        else:
            made.append(one if isinstance(one, str) else _joined(one))
    return name, attributes, made


def test_when_somebody_wrote_it_is_left_out():
    made = nodes.parse(
        BytesIO(f'<p xmlns="{nodes.W}" xmlns:w="{nodes.W}" w:rsidR="00A" w:x="1"/>'.encode()), office_xml._namespaces
    )

    assert made.attributes == {"w:x": "1"}
