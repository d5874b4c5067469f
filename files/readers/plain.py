"""Text, in the encodings that are about in China."""

import codecs

from files.readers.paper import MOST_CHARACTERS, Ending

ENCODINGS = ("utf-8-sig", "gb18030")


def read(file, paper):
    paper.begin("")
    for line in _decoded(file.read(MOST_CHARACTERS * 4)).splitlines():
        paper.add(line)
    paper.end()
    return Ending()


def _decoded(content):
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    for encoding in ENCODINGS:
        try:
            return codecs.getincrementaldecoder(encoding)().decode(content)  # its end may be cut within a character
        except UnicodeDecodeError:
            continue
    return content.decode("gb18030", "replace")
