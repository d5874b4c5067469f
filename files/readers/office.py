"""The zip of XML that Word, Excel and PowerPoint write: looked at before anything is unpacked, then streamed."""

import mmap
import posixpath
import zipfile
from contextlib import contextmanager

from files.readers.paper import Cut, Encrypted, Unreadable

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")  # around encrypted files, and all old ones
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MEGABYTE = 1024 * 1024
MOST_MEMBERS = 20_000
LARGEST_MEMBER, MOST_TEXT = 200 * MEGABYTE, 500 * MEGABYTE  # of XML, unpacked
SQUEEZED = 300  # times: more is no text; sheets of empty rows reach a hundred
SMALL = 5 * MEGABYTE
TEXTS = (".xml", ".rels")


class Package:
    """Its members by name, and how they refer to each other."""

    def __init__(self, file):
        self.box = _open(file)
        _refuse_bombs(self.box)
        self.members = set(self.box.namelist())

    def main(self):
        """The document, workbook or presentation itself; some programs give it another name."""
        found = [target for kind, target in self.relations("").values() if kind == "officeDocument"]
        if not found or found[0] not in self.members:
            raise Unreadable("There is no main part.")
        return found[0]

    def relations(self, member):
        """{id: (kind, member)} of what it refers to."""
        folder, name = posixpath.split(member)
        place = posixpath.join(folder, "_rels", f"{name}.rels")
        if place not in self.members:
            return {}
        found = {}
        for _event, element in self.stream(place, "Relationship"):
            kind, target = element.get("Type", "").rsplit("/", 1)[-1], element.get("Target", "")
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found[element.get("Id")] = (kind, target)
        return found

    def related(self, member, kind):
        return [target for its, target in self.relations(member).values() if its == kind and target in self.members]

    def stream(self, member, *names, events=("end",)):
        """(event, element) for the elements of these names, in any namespace. Nothing is loaded from elsewhere."""
        from lxml import etree

        with self.box.open(member) as source:
            tags = [f"{{*}}{name}" for name in names]
            parser = etree.iterparse(
                source, events=events, tag=tags, resolve_entities=False, no_network=True, remove_comments=True
            )
            is_new = True
            for event, element in parser:
                if is_new and element.getroottree().docinfo.doctype:
                    raise Unreadable("A document type declares entities.")
                is_new = False
                yield event, element


@contextmanager
def opened(file):
    package = Package(file)
    with package.box:
        yield package


def name_of(element):
    """Without its namespace; comments have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element, name):
    """By its name alone: two generations of namespaces are about."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def let_go(element):
    """Free what has been read, so that a book of any length takes the room of a page."""
    element.clear(keep_tail=False)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _open(file):
    head = file.read(8)
    file.seek(0)
    if head == COMPOUND:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            if content.find(ENCRYPTED) >= 0:
                raise Encrypted
        raise Unreadable("An old format under a new name.")
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable(str(error)) from None


def _refuse_bombs(box):
    members = box.infolist()
    texts = [member for member in members if member.filename.lower().endswith(TEXTS)]
    if len(members) > MOST_MEMBERS:
        raise Cut(f"More than {MOST_MEMBERS} members.")
    if any(member.flag_bits & 1 for member in members):
        raise Encrypted
    for member in texts:
        if member.file_size > LARGEST_MEMBER:
            raise Cut(f"{member.filename} would take {member.file_size // MEGABYTE} MB.")
        if member.file_size > SMALL and member.file_size > SQUEEZED * member.compress_size:
            raise Cut(f"{member.filename} is {member.file_size // max(1, member.compress_size)} times smaller packed.")
    if sum(member.file_size for member in texts) > MOST_TEXT:
        raise Cut(f"Its texts would take more than {MOST_TEXT // MEGABYTE} MB.")
