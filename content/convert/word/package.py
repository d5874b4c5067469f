"""A Word file: its texts as trees, and writing it again."""

from functools import cached_property
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from content.convert.package import Broken, Package, Relation
from content.convert.word.names import TBL, TC, TR, P, name_of, w

__all__ = ["Box", "Broken", "Relation"]
MOST_PARAGRAPHS = 30_000  # a thousand pages have twenty thousand
MOST_CELLS = 30_000
MOST_ROWS = 5_000  # of one table; ten thousand took 9 s to become HTML
DEEPEST_TABLE = 12  # tables within tables; what reads them next goes deeper with each


class Box(Package):
    """What was changed in its trees `save` writes."""

    USUAL_NAME = "word/document.xml"

    def __init__(self, file):
        super().__init__(file)
        self.main = self.part(self.main_name)
        if name_of(self.main) != "document" or self.main.find(w("body")) is None:
            raise Broken("no_document", self.main.tag)
        for another in self.main.findall(w("body"))[1:]:  # some programs put files together so
            self.body.extend(another)
            self.main.remove(another)
        for story in self.stories:
            _bounded(story)

    # Parts.
    @property
    def body(self):
        return self.main.find(w("body"))

    @cached_property
    def styles(self):
        return self._related("styles")

    @cached_property
    def numbering(self):
        return self._related("numbering")

    @cached_property
    def footnotes(self):
        return self._related("footnotes")

    @cached_property
    def endnotes(self):
        return self._related("endnotes")

    @cached_property
    def comments(self):
        return self._related("comments")

    @cached_property
    def headers(self):
        return self._all_related("header")

    @cached_property
    def footers(self):
        return self._all_related("footer")

    @property
    def stories(self):
        """The trees that hold paragraphs, the text first. What is on every page and comments are among them."""
        single = (self.footnotes, self.endnotes, self.comments)
        return [self.main, *(story for story in single if story is not None), *self.headers, *self.footers]

    def save(self, out=None):
        """The whole file again, unpacked: the next reader is this process. Answers where it wrote, ready to read."""
        out = BytesIO() if out is None else out
        if self.is_strict:
            [self.part(key) for key, info in self._names.items() if key.endswith((".rels", ".xml")) and info.file_size]
        with ZipFile(out, "w", ZIP_STORED) as made:
            for key, info in self._names.items():
                tree = self._trees.get(key)
                content = self.read(key) if tree is None else etree.tostring(tree, encoding="UTF-8", standalone=True)
                made.writestr(ZipInfo(info.filename.replace("\\", "/").lstrip("/")), content)
        out.seek(0)
        return out


def _bounded(tree):
    if sum(1 for _one in tree.iter(P)) > MOST_PARAGRAPHS:
        raise Broken("too_many_paragraphs")
    if sum(1 for _one in tree.iter(TC)) > MOST_CELLS:
        raise Broken("too_many_cells")
    for table in tree.iter(TBL):
        if sum(1 for _one in table.iterchildren(TR)) > MOST_ROWS:
            raise Broken("too_many_rows")
        if sum(1 for _one in table.iterancestors(TBL)) >= DEEPEST_TABLE:
            raise Broken("too_deep", "tables")
