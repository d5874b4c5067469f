"""Whatever an author writes, nothing of it runs, and no other page suffers."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.text import render
from content.text.cleaning import TAGS

OURS = {"input"}
ATTRIBUTES = {
    *("href", "rel", "class", "id", "title", "alt", "rowspan", "colspan", "scope", "start", "type", "open", "span"),
    *("tabindex", "role", "aria-label", "disabled", "checked"),
    *("data-page", "data-part", "data-file", "data-attachment", "data-picture", "data-mention", "data-icon"),
    *("data-alone", "data-include", "data-diagram"),
}
OUR_IDS = re.compile(r"u-.+|s-.*|s|fn:.+|fnref\d*:.+|[^\x00-\x7f].*|.*[^\x00-\x7f].*")
SCHEMES = ("http://", "https://", "mailto:", "tel:", "/", "#")

VECTORS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//x.example></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href=' javascript&colon;alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x]: javascript:alert(1)\n\n[x]",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    '![x" onerror="alert(1)](file:abcdefghjkmn)',
    '![x](file:abcdefghjkmn "x\\" onerror=alert(1) y=\\"")',
    '[x](page:abcdefghjkmn#"onclick="alert(1))',
    '[x](https://a.example/"onmouseover="alert(1))',
    "<a href=\"https://a.example/'onclick='x\">x</a>",
    "<iframe src=//x.example></iframe>",
    "<object data=x></object><embed src=x>",
    "<form action=//x.example><input name=password><button>x</button></form>",
    "<style>body{display:none}</style>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<div class='dialog is-open' id='main' role='alert' tabindex=1 data-controller=x data-page=abcdefghjkmn>x</div>",
    "<base href=//x.example><meta http-equiv=refresh content=0><link rel=stylesheet href=//x.example>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea></textarea><img src=x onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?php <img src=x onerror=alert(1)> ?>",
    '```"><img/onerror=alert(1)>\nx\n```',
    "``` {.x onclick=alert(1)}\nx\n```",
    "# x {: onclick=alert(1) }",
    "<td markdown='1' onclick='x'>**x**</td>",
    "> [!注意] <img src=x onerror=alert(1)>",
    '> [!注意"onclick="x] y',
    '- [ ] "><img src=x onerror=alert(1)>',
    '| "><script> |\n|---|\n| x |',
    '[^"><script>]: x\n\n[^"><script>]',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\x00<\x00script>alert(1)",
    "\ufdd0script\ufdd0>alert(1)</script>",
    "\x02klzzwxh:0000\x03<script>",
    "\x02wzxhzdk:0\x03<b>x</b>",
]


class Checker(HTMLParser):
    def handle_starttag(self, tag, attrs):
        assert tag in TAGS | OURS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES, (tag, name)
            if name == "href":
                assert value.lower().startswith(SCHEMES), value
            if name == "id":
                assert OUR_IDS.fullmatch(value), value

    def handle_comment(self, data):
        raise AssertionError("a comment")

    handle_decl = handle_pi = unknown_decl = handle_comment


def check(html):
    Checker(convert_charrefs=True).feed(html)


@pytest.mark.promise("P21")
@pytest.mark.parametrize("source", VECTORS)
def test_nothing_of_it_runs(source):
    check(render(source).html)
    check(render(f"文字 {source} 文字").html)
    check(render(f"- {source}\n\n| a |\n|---|\n| {source} |").html)


@given(
    st.lists(
        st.one_of(
            st.sampled_from(VECTORS),
            st.sampled_from(
                ["<", ">", '"', "'", "&", "#", "[", "]", "(", ")", "!", "`", "|", "\n", "\n\n", "    ", "javascript:"]
            ),
            st.sampled_from(
                ["<a ", "<img ", "<b>", "</b>", "<div markdown='1'>", "</div>", "onclick=x", "file:abcdefghjkmn"]
            ),
            st.text(max_size=5),
        ),
        max_size=12,
    ).map("".join)
)
def test_no_mixture_of_it_runs(source):
    check(render(source).html)


def test_what_is_no_html_is_shown_as_it_was_typed():
    assert render("血压<BP>，<姓名>，a <- b").text == "血压<BP>，<姓名>，a <- b"


def test_code_of_a_script_is_shown_and_not_run():
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in render("<script>alert(1)</script>").html


def test_foreign_dress_goes_and_the_words_stay():
    assert render("<center><font color=red>红</font></center>").text == "红"


def test_a_cell_cannot_span_a_million_columns():
    assert "colspan" not in render("<table><tr><td colspan=1000000>x</td></tr></table>").html
