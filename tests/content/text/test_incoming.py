"""HTML of anybody becomes our Markdown; what is lost is named."""

import time
from html import escape as escaped

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from content.text import TooDeep, TooLong, render
from content.text.incoming import MAX_HTML, from_html
from tests.content.text.sources import SOURCES


def markdown(html, **rewrites):
    return from_html(html, **rewrites).markdown.rstrip("\n")


def lost(html, **rewrites):
    return [(loss.what, loss.where, loss.sample) for loss in from_html(html, **rewrites).losses]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>二</h2><p>段</p>", "## 二\n\n段"),
        ("<p>a<br>b</p>", "a\nb"),
        ("<p>　　缩进</p>", "缩进"),
        ("<b>危急值：</b>立即", "**危急值：**立即"),
        ("<strong>粗</strong><b>体</b>", "**粗体**"),
        ('<span style="font-weight: 700">粗</span><span style="color:red">红</span>', "**粗**红"),
        ("<span><b>粗</b></span><span><b>体</b></span><font>字</font>", "**粗体**字"),
        ("<i>斜</i><b>粗</b>字", "*斜*<b>粗</b>字"),
        ("<s>旧</s> <mark>要</mark> <u>线</u>", "~~旧~~ ==要== <u>线</u>"),
        ("H<sub>2</sub>O 10<sup>9</sup>/L 注<sup>甲</sup>", "H~2~O 10^9^/L 注<sup>甲</sup>"),
        ("<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul>", "- 甲\n    - 乙\n- 丙"),
        ("<ul><li>甲<blockquote><p>引</p></blockquote><li>乙</ul>", "- 甲\n\n    > 引\n\n- 乙"),
        ("<ul><li>甲<ol><li>一<p>二</p></ol></ul>", "- 甲\n\n    1. 一\n\n        二"),
        ("<ol start='3'><li>三<li>四</ol>", "3. 三\n4. 四"),
        ("<ol start='²'><li>一</ol>", "1. 一"),
        ("<ul><li><input type=checkbox checked> 做完</li></ul>", "- [x]  做完"),
        ("<p>一<p>二", "一\n\n二"),
        ("<blockquote><p>引</p></blockquote>", "> 引"),
        (
            "<pre><code class='language-py'>x = '<b>'\n  y</code></pre>".replace("<b>", "&lt;b&gt;"),
            "```py\nx = '<b>'\n  y\n```",
        ),
        ("<dl><dt>术语</dt><dd>解释</dd></dl>", "术语\n:   解释"),
        ("<a href='https://a.example/x y'>站</a>", "[站](<https://a.example/x y>)"),
        ("<details><summary>问</summary><p>答</p></details>", "**问**\n\n答"),
    ],
)
def test_what_pages_are_made_of(html, expected):
    assert markdown(html) == expected


@pytest.mark.promise("W22")
def test_a_simple_table_becomes_pipes():
    html = "<table><tr><th>药</th><th>量|次</th></tr><tr><td>甲</td><td><p>10 U</p><p>慢推</p></td></tr></table>"

    assert markdown(html) == "| 药 | 量\\|次 |\n|---|---|\n| 甲 | 10 U<br>慢推 |"


def test_the_first_row_names_the_columns_when_it_is_short():
    rows = "<tr><td>药</td><td>量</td></tr><tr><td>甲</td><td>10 U</td></tr>"

    assert markdown(f"<table>{rows}</table>").startswith("| 药 | 量 |\n|---|---|")


@pytest.mark.promise("W22")
def test_merged_cells_and_lists_in_cells_stay():
    rows = "<tr><td rowspan=2>**甲**</td><td><ul><li>乙</li></ul></td></tr><tr><td style='color:red'>丙</td></tr>"

    made = render(markdown(f"<table>{rows}</table>")).html

    assert '<td rowspan="2">**甲**</td>' in made
    assert "<ul>\n<li>乙</li>\n</ul>" in made
    assert "<td>丙</td>" in made


def test_the_only_first_heading_is_the_title():
    assert (from_html("<title>文件</title><h1>输液泵</h1><p>甲</p>").title, markdown("<h1>泵</h1><p>甲</p>")) == (
        "输液泵",
        "甲",
    )
    assert from_html("<title>文件</title><h1>一</h1><h1>二</h1>").title == "文件"
    assert from_html("<p>甲</p>").title == ""


def test_pictures_and_links_become_what_the_caller_says():
    html = '<figure><img src="a.png" alt="心电"><figcaption>图 1</figcaption></figure><a href="b.html#x">见</a>'

    made = markdown(html, picture=lambda src, alt: f"file:{src[0]}", link=lambda href, words: "page:abcdefghjkmn#x")

    assert made == '![心电](file:a "图 1")\n\n[见](page:abcdefghjkmn#x)'


def test_what_the_caller_cannot_place_is_named_with_its_heading():
    html = '<h2>二</h2><p>看<img src="a.png" alt="图">和<a href="b.html">乙</a></p>'

    assert lost(html, picture=lambda *_: None, link=lambda *_: None) == [
        ("图片", "二", "图"),
        ("打不开的链接", "二", "乙（b.html）"),
    ]
    assert markdown(html, picture=lambda *_: None, link=lambda *_: None) == "## 二\n\n看图和乙"


def test_what_runs_goes_without_a_word_and_what_shows_is_named():
    html = (
        "<script>x</script><style>y</style><!-- z --><h2>二</h2><iframe src=u></iframe>"
        "<p style='display:none'>藏</p><video src=v></video>"
    )

    assert markdown(html) == "## 二"
    assert [loss[:2] for loss in lost(html)] == [("隐藏的文字", "二"), ("嵌入的网页", "二"), ("视频", "二")]


@pytest.mark.parametrize("href", ["javascript:x", " JavaScript:x", "data:text/html,x", "vbscript:x", "file:///etc/x"])
def test_no_address_that_runs_comes_in(href):
    assert "href" not in render(markdown(f'<a href="{href}">x</a>')).html


def test_menus_around_the_text_are_left_and_named():
    html = f"<body><nav>菜单</nav><main><p>{'正文' * 20}</p></main></body>"

    assert markdown(html) == "正文" * 20
    assert lost(html) == [("正文以外的页眉、页脚和菜单", "", "菜单")]


@given(st.text(alphabet="甲乙1a #*_~=^`[]()<>&;:.-+!|\\\"'>\n", max_size=40))
@example("1. 甲")
@example("\n=")
@example("\n--")
@example("|\n|")
@example("&lt;b&gt; &amp;")
@example("**a** __b__ ~~c~~ ==d== H~2~O 10^9^ `e` [f](g) ![h](i) <j> # k")
def test_any_text_says_the_same_after_coming_in(text):
    said = render(markdown(f"<p>甲{escaped(text)}</p><p>{escaped(text)}乙</p>")).text

    assert "".join(said.split()) == "".join(f"甲{text}{text}乙".split())


@given(SOURCES)
def test_our_own_pages_come_in_as_they_were(source):
    first = render(source)

    again = from_html(first.html)

    assert "".join(render(again.markdown).text.split()) == "".join(first.text.split())
    assert again.losses == []


@pytest.mark.parametrize(
    "unit",
    [
        "<p>a",
        "<li>a",
        "<b>a</b>",
        "<ul><li>a</li></ul>",
        "<tr><td>a",
        "<br>",
        "a",
        "&lt;",
        "<img src=x>",
        "<a href=x>y</a>",
    ],
)
def test_long_pages_come_in_in_linear_time(unit):
    started = time.process_time()

    from_html((unit * 60_000)[:60_000])

    assert time.process_time() - started < 8


@pytest.mark.parametrize("unit", ["<div>", "<b><i>", "<ul><li>", "<table><tr><td>", "<blockquote>"])
def test_a_thousand_levels_are_refused(unit):
    with pytest.raises(TooDeep):
        from_html(unit * 1_000 + "x")


def test_what_is_too_long_is_refused():
    with pytest.raises(TooLong):
        from_html("x" * (MAX_HTML + 1))


def test_a_picture_within_a_sentence_takes_no_words_with_it_wherever_it_will_lie():
    """While a file is only looked at, its pictures have addresses of their own."""
    sentence = '<p>按图示活动：<img src="a.png" alt="活动图">，每日 3 次。</p>'

    taken = from_html(sentence, picture=lambda address, words: f"/@import/{address}")

    assert taken.markdown == "按图示活动：![活动图](/@import/a.png)，每日 3 次。\n"
    assert taken.losses == []
