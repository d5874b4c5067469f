import codecs

import pytest

from content.text.encodings import NotText, decode

TEXT = "# 危急值报告制度\n\n第一条　为规范报告，制定本制度。10⁹/L\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_a_file_is_read_in_any_of_our_encodings(encoding):
    assert decode(TEXT.encode(encoding))[0] == TEXT


def test_gbk_of_an_old_windows_is_gb18030():
    assert decode("医疗废物管理条例，第二条".encode("gbk")) == ("医疗废物管理条例，第二条", "gb18030")


def test_latin_text_without_a_mark_is_utf_8():
    assert decode(b"plain text\n") == ("plain text\n", "utf-8")


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n%\xe2\xe3",
        b"PK\x03\x04\x14\x00\x06\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        bytes(range(256)) * 20,
        codecs.BOM_UTF8 + b"\xff\xfe\xfd",
        codecs.BOM_UTF16_LE + b"\x00\xd8",
        b"\xff\xff\xff\xff\xff",
    ],
)
def test_what_is_no_text_is_refused_in_words(content):
    with pytest.raises(NotText, match="UTF-8"):
        decode(content)


def test_an_empty_file_is_an_empty_text():
    assert decode(b"") == ("", "utf-8")
