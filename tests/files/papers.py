"""PDFs written by hand, with Chinese whose font is not in the file: whoever shows it needs the tables of characters."""

import hashlib

PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def paper(pages=3, *, words="第{n}页高钾血症", weight=0, link="", password=""):
    """`weight` bytes that mean nothing hang on each page, as pictures would; `{n}` is the number of the page."""
    key, lock = _lock(password) if password else (b"", b"")
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b" ".join(b"%d 0 R" % (10 + n) for n in range(pages))),
        3: b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        4: b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R/DW 1000/CIDSystemInfo"
        b"<</Registry<%s>/Ordering<%s>/Supplement 4>>>>" % (_string(b"Adobe", 4, key), _string(b"GB1", 4, key)),
        5: b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
        b"/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
    }
    if lock:
        objects[6] = lock
    for n in range(pages):
        at, more, text = 10 + n, 10 + pages + 2 * n, words.format(n=n + 1).encode("utf-16-be").hex().encode()
        links = b"/Annots[<</Type/Annot/Subtype/Link/Rect[72 690 400 740]/A<</S/URI/URI(%s)>>>>]" % link.encode()
        objects[at] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</X %d 0 R>>>>"
            b"/Contents %d 0 R%s>>" % (more + 1, more, links if link and n == 0 else b"")
        )
        drawn = b"BT /F1 24 Tf 72 700 Td <%s> Tj ET" % text + (b" /X Do" if weight else b"")
        objects[more] = _stream(b"", drawn, more, key)
        form = b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]"
        objects[more + 1] = _stream(form, b"% " + b"x" * weight + b"\n", more + 1, key)
    return _file(objects, b"/Encrypt 6 0 R/ID[<00><00>]" if lock else b"")


def _string(content, number, key):
    return (_rc4(_key_of(key, number), content) if key else content).hex().encode()


def _stream(facts, content, number, key):
    content = _rc4(_key_of(key, number), content) if key else content
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (facts, len(content), content)


def _file(objects, trailer):
    made, places = bytearray(b"%PDF-1.4\n%\xe4\xbd\xa0\xe5\xa5\xbd\n"), {}
    for number, content in sorted(objects.items()):
        places[number] = len(made)
        made += b"%d 0 obj%s\nendobj\n" % (number, content)
    start, size = len(made), max(objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        made += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00001 f \n"
    return bytes(made + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start))


def _lock(password):
    """The oldest way to lock a PDF, which every reader opens: (key, dictionary)."""
    padded = (password.encode() + PAD)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    rights = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded + owner + rights + b"\x00").digest()[:5]
    lock = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (owner.hex().encode(), _rc4(key, PAD).hex().encode())
    return key, lock


def _key_of(key, number):
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[: len(key) + 5]


def _rc4(key, content):
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    said, i, j = bytearray(), 0, 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        said.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(said)
