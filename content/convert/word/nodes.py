"""XML as mammoth has it, straight from lxml: its own way takes half the time and most of the memory."""

from lxml import etree
from mammoth.docx import office_xml, xmlparser

from content.convert.word.names import W

_SESSION = f"{{{W}}}rsid"  # when somebody wrote it; on each run of some files


class Element(xmlparser.XmlElement):
    def __init__(self, name, attributes, children):
        self.name, self.attributes, self.children = name, attributes, children


class Text(xmlparser.XmlText):
    def __init__(self, value):
        self.value = value


def teach():
    """From now on mammoth reads so."""
    office_xml.parse_xml = parse


def parse(file, namespaces=()):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    reader = _Reader({uri: prefix for prefix, uri in namespaces or ()})
    return reader.element(etree.parse(file, parser).getroot())


class _Reader:
    def __init__(self, prefixes):
        self.prefixes, self.names = prefixes, {}

    def element(self, one):
        children = [Text(one.text)] if one.text else []
        for child in one.iterchildren(etree.Element):
            children.append(self.element(child))
            if child.tail:
                children.append(Text(child.tail))
            child.clear(keep_tail=True)
        attributes = {self.name(name): value for name, value in one.attrib.items() if not name.startswith(_SESSION)}
        return Element(self.name(one.tag), attributes, children)

    def name(self, tag):
        if tag not in self.names:
            self.names[tag] = self._named(tag)
        return self.names[tag]

    def _named(self, tag):
        uri, _brace, name = tag.rpartition("}")
        prefix = self.prefixes.get(uri[1:])
        return f"{prefix}:{name}" if prefix else tag
