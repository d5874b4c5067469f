"""Links within a document lead to the same place on its page."""

import time

import pytest
from lxml import html as trees

from content.text.incoming import from_html
from content.text.rendering import render

pytestmark = pytest.mark.promise("W24")


def led(html):
    """(Markdown, {words of a link: what it leads to on the page})"""
    made = from_html(html)
    page = trees.fragment_fromstring(render(made.markdown).html, create_parent="body")
    targets = {one.get("id"): one for one in page.iter() if one.get("id")}
    links = [one for one in page.iter("a") if (one.get("href") or "").startswith("#") and not one.get("class")]
    return made, {one.text_content(): targets[one.get("href")[1:]] for one in links}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2 id=a>处理</h2><p><a href=#a>见</a>", "## 处理\n\n[见](#处理)"),
        ("<p><a href=#a>见</a><h2>前<span id=a>处理</span></h2>", "[见](#前处理)\n\n## 前处理"),
        ("<h2>小结</h2><a name=a></a>\n<h2>小结</h2><a href=#a>见</a>", "## 小结\n\n## 小结\n\n[见](#小结-2)"),
        ("<p id=a>第三条 甲</p><p><a href=#a>第三条</a>", "第三条 甲\n\n[第三条](#第三条)"),
        ("<p id=a>甲</p><p><a href=#a>见</a>", '<span id="a"></span>甲\n\n[见](#a)'),
        (
            "<p>甲<a name='表 3(一)'>表</a></p><a href='#表 3(一)'>见</a>",
            '甲<span id="表-3-一-"></span>表\n\n[见](#表-3-一-)',
        ),
        ("<p id=a>甲</p><p id=a>乙</p><a href=#%61>见</a>", '<span id="a"></span>甲\n\n乙\n\n[见](#a)'),
        ("<ul id=a><li>甲</ul><a href=#a>见</a>", '- <span id="a"></span>甲\n\n[见](#a)'),
        ("<p>甲<img id=a src=https://x.example/y></p><a href=#a>见</a>", None),
        ("<pre id=a>甲</pre><a href=#a>见</a>", None),
        ("<section id=a><a></a><h2>处理</h2></section><a href=#a>见</a>", "## 处理\n\n[见](#处理)"),
        ("<p><a href=#top>回到顶部</a> <a href=#>x</a>", "回到顶部 x"),
    ],
)
def test_links_within_a_text_lead_home(html, expected):
    made, leads = led(html)

    assert expected is None or made.markdown.rstrip("\n") == expected
    assert made.losses == []
    assert len(leads) == html.count("href") - 2 * ("top" in html)


def test_places_in_tables_lead_to_their_cell():
    made, leads = led("<table><tr><th>药<th>量<tr><td id=a>甲<td>1</table><p><a href=#a>见</a>")

    assert leads["见"].getparent().tag == "td"
    assert '| <span id="a"></span>甲 | 1 |' in made.markdown
    assert led("<table id=a><tr><td>药<td>量<tr><td>甲<td>1</table><p><a href=#a>见</a>")[0].markdown.startswith(
        "| <sp"
    )


def test_what_leads_to_the_title_leads_to_the_beginning():
    made, leads = led("<h1 id=a>输液泵</h1><p>首段</p><p><a href=#a>标题</a>")

    assert made.title == "输液泵"
    assert leads["标题"].getparent().text_content() == "首段"


def test_what_leads_nowhere_is_told():
    made = from_html("<h2>二</h2><p>见<a href=#nowhere>第九条</a>，<a href=#b>藏</a></p><p hidden id=b>乙")

    assert made.markdown == "## 二\n\n见第九条，藏\n"
    assert [(loss.what, loss.sample) for loss in made.losses[1:]] == [
        ("打不开的链接", "第九条（#nowhere）"),
        ("打不开的链接", "藏（#b）"),
    ]


def test_no_name_of_a_stranger_becomes_markup():
    made, leads = led("""<p id='"><script>x'>甲</p><a href='#"><script>x'>见</a><p data-place='"><b>'>乙</p>""")

    assert "script>" not in made.markdown
    assert leads["见"].getparent().text_content() == "甲"


def test_coming_in_again_changes_nothing():
    first = from_html("<h2 id=a>处理</h2><p id=b>乙</p><p><a href=#a>一</a><a href=#b>二</a>").markdown

    assert from_html(render(first).html).markdown == first


@pytest.mark.parametrize(
    "unit",
    ["<a name=x{0}></a><a href=#x{0}>y</a>", "<div id=x{0}></div><a href=#x{0}></a>", "<p id=x{0}><a href=#x{0}>y</a>"],
)
def test_thousands_of_places_take_linear_time(unit):
    started = time.process_time()
    from_html("".join(unit.format(number) for number in range(2000)))

    assert time.process_time() - started < 8
