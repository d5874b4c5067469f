"""Names are kept as people gave them, without what could hurt."""

import pytest

from files.names import LONGEST, in_markdown, safe_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("交接班 要点.docx", "交接班 要点.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\报告.pdf", "报告.pdf"),
        ("a\nb\r\nSet-Cookie: x.txt", "a b Set-Cookie: x.txt"),
        ("quo\"te's.txt", "quo\"te's.txt"),
        ("photo\u202egnp.exe", "photognp.exe"),
        ("nul\0l.txt", "null.txt"),
        (".hidden", "hidden"),
        ("", "文件"),
        ("...", "文件"),
        ("  two   spaces .txt ", "two spaces .txt"),
        ("e\u0301.txt", "é.txt"),
        ("broken\ud800.txt", "broken.txt"),
    ],
)
def test_safe_names(given, kept):
    assert safe_name(given) == kept


def test_long_names_are_cut_before_the_extension():
    name = safe_name("长" * 300 + ".docx")

    assert len(name) == LONGEST
    assert name.endswith("长.docx")


def test_names_mean_nothing_in_markdown():
    assert in_markdown("a](javascript:x) *b* `c` <d>") == "a\\](javascript:x) \\*b\\* \\`c\\` \\<d\\>"
