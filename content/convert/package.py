"""The zip that an Office file is: its parts as trees, and how they refer to each other."""

import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree

from content.convert.word.names import CONTENT_TYPES, PACKAGE_RELATIONS, STRICT, name_of

MOST_MEMBERS = 5_000
MOST_BYTES_OF_A_PART = 40 * 1024 * 1024  # of XML; a thousand pages have five
MOST_BYTES_OF_XML = 80 * 1024 * 1024  # all parts of one file that are read
MOST_TAGS = 2_000_000  # of one part, closing ones too: 150 MB once it is read


class Broken(Exception):
    """Not of its kind, or one nobody can have meant. `code` for people's words, `detail` for operators."""

    def __init__(self, code, detail=""):
        super().__init__(f"{code} {detail}".strip())
        self.code, self.detail = code, detail


@dataclass(frozen=True)
class Relation:
    """`target` is a member of the zip, or where it leads when it is external."""

    id: str
    kind: str  # the last word of its type: image, styles, hyperlink
    target: str
    is_external: bool = False


class Package:
    """Trees are read once and stay. Strict files read as Transitional ones.

    Raises Broken, also later when a part is first asked for.
    """

    USUAL_NAME = ""

    def __init__(self, file):
        try:
            self._zip = ZipFile(file)
        except (BadZipFile, OSError, ValueError, EOFError) as error:
            raise Broken("not_zip", error) from error
        self._names = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in self._zip.infolist()}
        if len(self._names) > MOST_MEMBERS:
            raise Broken("members", len(self._names))
        self._trees, self._relations, self._read, self.is_strict = {}, {}, 0, False
        self.main_name = self._main_name()

    @cached_property
    def core(self):
        """Core properties by name: title, creator, created … (ECMA-376 Part 2, 11)."""
        return self._properties("core-properties")

    @cached_property
    def statistics(self):
        """What the program counted when it saved: Pages, Words, Application … (Part 1, 22.2)."""
        return self._properties("extended-properties")

    def _properties(self, kind):
        names = [one.target for one in self.relations("").values() if one.kind == kind]
        tree = self.part(names[0]) if names and self.has(names[0]) else ()
        return {name_of(one): one.text.strip() for one in tree if (one.text or "").strip()}

    def _related(self, kind):
        found = self._all_related(kind)
        return found[0] if found else None

    def _all_related(self, kind):
        names = [one.target for one in self.relations().values() if one.kind == kind and not one.is_external]
        return [self.part(name) for name in dict.fromkeys(names) if self.has(name)]

    def name_of(self, tree) -> str:
        """The part that a tree is the root of."""
        return next((name for name, one in self._trees.items() if one is tree), "")

    # Members of the zip.
    def has(self, name) -> bool:
        return name.lower() in self._names

    def read(self, name) -> bytes:
        """Any member as it came, such as a picture."""
        try:
            return self._zip.read(self._names[name.lower()])
        except (KeyError, BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
            raise Broken("cut_off", f"{name}: {error}") from error
        except Exception as error:  # zlib.error and what other packings raise
            raise Broken("cut_off", f"{name}: {error}") from error

    def part(self, name):
        """The root of a part, ready to be changed."""
        key = name.lower()
        if key not in self._trees:
            info = self._names.get(key)
            if info is None:
                raise Broken("no_part", name)
            self._read += info.file_size
            if info.file_size > MOST_BYTES_OF_A_PART or self._read > MOST_BYTES_OF_XML:
                raise Broken("too_large", f"{name}: {info.file_size}")
            self._trees[key] = self._transitional(_parsed(self.read(name), name))
        return self._trees[key]

    def _transitional(self, tree):
        """ISO/IEC 29500-1 (Strict) has the URIs of 29500-4 (Transitional) on another host and without a year."""
        text = etree.tostring(tree, encoding="unicode") if self.is_strict or _is_strict(tree) else ""
        if STRICT not in text:
            return tree
        self.is_strict = True
        return _parsed(re.sub(rf'"{STRICT}(\w+)/', r'"http://schemas.openxmlformats.org/\1/2006/', text).encode(), "")

    @property
    def media(self):
        """Names of pictures and whatever else is shown."""
        return [info.filename for key, info in self._names.items() if "/media/" in key]

    # What refers to what.
    def relations(self, name=None) -> dict[str, Relation]:
        """By id, those of a part; of the text without a name."""
        name = self.main_name if name is None else name
        if name not in self._relations:
            self._relations[name] = self._relations_of(name)
        return self._relations[name]

    def _relations_of(self, name):
        tree = self.relation_tree(name)
        found = [] if tree is None else tree.iterchildren(f"{{{PACKAGE_RELATIONS}}}Relationship")
        made = (_relation(one, posixpath.dirname(name)) for one in found)
        return {relation.id: relation for relation in made}

    def relation_tree(self, name=None):
        """The tree that relations are written in, for who changes them; then `forget_relations`."""
        name = self.main_name if name is None else name
        place = posixpath.join(posixpath.dirname(name), "_rels", f"{posixpath.basename(name)}.rels")
        return self.part(place) if self.has(place) else None

    def forget_relations(self):
        self._relations.clear()

    def content_type(self, name) -> str:
        tree = self.part("[Content_Types].xml") if self.has("[Content_Types].xml") else ()
        extension = name.rpartition(".")[2].lower()
        found = ""
        for one in tree:
            if one.tag == f"{{{CONTENT_TYPES}}}Override" and one.get("PartName", "").lower() == f"/{name.lower()}":
                return one.get("ContentType", "")
            if one.tag == f"{{{CONTENT_TYPES}}}Default" and one.get("Extension", "").lower() == extension:
                found = one.get("ContentType", "")
        return found

    def _main_name(self):
        """By its relation, not by its name: some programs write word/document2.xml."""
        found = [one.target for one in self.relations("").values() if one.kind == "officeDocument"]
        for name in [*found, self.USUAL_NAME]:
            if self.has(name):
                return name
        raise Broken("no_document", found)


def _relation(element, folder):
    kind = element.get("Type", "").rpartition("/")[2]
    # Strict and Transitional name one thing in two ways.
    kind = "extended-properties" if kind == "extendedProperties" else kind
    target, is_external = element.get("Target", ""), element.get("TargetMode") == "External"
    if not is_external and not target.startswith("#"):
        target = posixpath.normpath(posixpath.join(folder, unquote(target.replace("\\", "/")))).lstrip("/")
    return Relation(element.get("Id", ""), kind, target, is_external)


def _is_strict(tree):
    """By its namespaces, or by the types of its relations."""
    if any(uri.startswith(STRICT) for uri in tree.nsmap.values()):
        return True
    return len(tree) > 0 and tree[0].get("Type", "").startswith(STRICT)


def _parsed(content, name):
    """No entities, no DTD, nothing fetched; 256 levels deep at most, which libxml2 watches itself."""
    if content.count(b"<") > MOST_TAGS:
        raise Broken("too_large", f"{name}: tags")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        code = "too_deep" if "depth" in str(error) else "not_xml"
        raise Broken(code, f"{name}: {error}"[:300]) from error
    if tree.getroottree().docinfo.doctype:
        raise Broken("doctype", name)
    return tree
