"""The dialect of docs/markdown.md, line by line."""

import pytest

from content.text import render

UID, OTHER = "abcdefghjkmn", "abcdefghjkmp"


def html(source):
    return render(source).html


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**危急值：**立即", "<p><strong>危急值：</strong>立即</p>"),
        ("~~旧~~ ==要点==", "<p><s>旧</s> <mark>要点</mark></p>"),
        ("H~2~O 与 10^9^/L", "<p>H<sub>2</sub>O 与 10<sup>9</sup>/L</p>"),
        ("10~20 mL，5~10 分钟；10^9/L，10^12/L", "<p>10~20 mL，5~10 分钟；10^9/L，10^12/L</p>"),
        ("血钾 < 6.5，P<0.05", "<p>血钾 &lt; 6.5，P&lt;0.05</p>"),
        ("第一行\n第二行", "<p>第一行<br>\n第二行</p>"),
        (r"\<b> \*星\* 1\. 甲", "<p>&lt;b&gt; *星* 1. 甲</p>"),
        ("#3 床", "<p>#3 床</p>"),
        ("3\\. 甲", "<p>3. 甲</p>"),
        ("`a<b`", "<p><code>a&lt;b</code></p>"),
        (
            "```python\nx = '<b>'\n```",
            '<pre tabindex="0"><code class="language-python">x = \'&lt;b&gt;\'\n</code></pre>',
        ),
        ("术语\n:   解释\n词\n:   义", "<dl>\n<dt>术语</dt>\n<dd>解释</dd>\n<dt>词</dt>\n<dd>义</dd>\n</dl>"),
        ("3. 三\n4. 四", '<ol start="3">\n<li>三</li>\n<li>四</li>\n</ol>'),
    ],
)
def test_what_authors_type(source, expected):
    assert html(source) == expected


def test_marks_of_changes_are_ours_alone():
    assert html("<del>旧</del><ins>新</ins>") == "<p><s>旧</s><u>新</u></p>"


def test_a_list_may_follow_a_line_of_text():
    assert html("注意：\n- 一\n- 二") == "<p>注意：</p>\n<ul>\n<li>一</li>\n<li>二</li>\n</ul>"


def test_a_table_may_follow_a_line_of_text_and_text_a_table():
    made = html("见下表：\n| a | b |\n|---|---|\n| 1 | 2 |\n以上。")

    assert made.startswith("<p>见下表：</p>\n<div")
    assert made.endswith("</div>\n<p>以上。</p>")


def test_nested_lists_keep_their_levels():
    assert html("- 一\n    - 二\n        - 三").count("<ul>") == 3


def test_headings_have_anchors_made_of_their_words():
    rendered = render("## 判断：是真的**高钾**吗\n\n### 第一步 稳\n\n## 小结\n\n## 小结")

    assert rendered.toc == [
        [2, "判断-是真的高钾吗", "判断：是真的高钾吗"],
        [3, "第一步-稳", "第一步 稳"],
        [2, "小结", "小结"],
        [2, "小结-2", "小结"],
    ]
    assert '<h2 id="小结-2">小结<a class="anchor" href="#小结-2" aria-label="小结">#</a></h2>' in rendered.html


def test_anchors_of_latin_letters_never_meet_an_id_of_the_page():
    assert render("## main").toc == [[2, "s-main", "main"]]


def test_the_only_h1_is_the_title_of_the_page():
    assert [entry[0] for entry in render("# 一\n\n## 二\n\n### 三").toc] == [2, 3, 4]
    assert [entry[0] for entry in render("## 二\n\n### 三").toc] == [2, 3]


def test_a_heading_without_words_is_none():
    assert render("## \n\n## ![](file:abcdefghjkmn)\n").toc == []


def test_articles_of_a_regulation_can_be_linked_by_their_number():
    made = html("第三十二条 为了保障安全，制定本制度。\n\n**第三十三条**　本制度。\n\n第一百零二条之一 增补。")

    assert '<p id="第三十二条"><span class="article-no">第三十二条</span>为了保障安全，制定本制度。</p>' in made
    assert '<p id="第三十三条"><span class="article-no">第三十三条</span>本制度。</p>' in made
    assert '<p id="第一百零二条之一">' in made


@pytest.mark.parametrize(
    "source", ["第三条规定的情形。", "第三条、第四条不适用。", "第三条第二款所称。", "依照第三条 办理。"]
)
def test_a_sentence_about_an_article_is_none(source):
    assert html(source) == f"<p>{source}</p>"


def test_a_chapter_stands_in_the_middle():
    assert '<h2 id="第一章-总则" class="chapter">' in html("## 第一章　总则")


def test_callouts():
    assert html("> [!注意] 用洋地黄的患者\n> 推注要**慢**。") == (
        '<div class="callout co-warn"><i data-icon="circle-alert"></i><div><strong class="k">用洋地黄的患者</strong>'
        "<p>推注要<strong>慢</strong>。</p>\n</div></div>"
    )


@pytest.mark.parametrize(
    ("source", "title", "body"),
    [
        ("> [!警告] 立即停药", "警告", "<p>立即停药</p>"),
        ("> [!警告]\n> 立即停药", "警告", "<p>立即停药</p>"),
        ("> [!警告]\n>\n> 立即停药", "警告", "<p>立即停药</p>"),
        ("> [!警告] 先停药\n>\n> 再查因", "先停药", "<p>再查因</p>"),
        ("> [!warning] 立即**停药**", "注意", "<p>立即<strong>停药</strong></p>"),
    ],
)
def test_a_callout_has_a_title_and_a_body(source, title, body):
    made = html(source)

    assert f'<strong class="k">{title}</strong>' in made
    assert body in made


def test_two_callouts_follow_one_another():
    assert html("> [!提示] 一\n\n> [!提示] 二\n\n> 引文").count('<div class="callout">') == 2


def test_an_unknown_mark_is_a_quote():
    assert html("> [!什么] 一") == "<blockquote>\n<p>[!什么] 一</p>\n</blockquote>"


def test_tasks():
    assert html("- [ ] 查*血钾*\n- [x] 做完") == (
        '<ul>\n<li class="task"><input type="checkbox" disabled aria-label="查血钾">查<em>血钾</em></li>\n'
        '<li class="task is-done"><input type="checkbox" disabled checked aria-label="做完">做完</li>\n</ul>'
    )


def test_tables_scroll_by_themselves_and_say_what_they_are():
    made = html("## 分级\n\n| 级 | 血钾 |\n|---|--:|\n| 轻 | 5.5 |")

    assert '<div class="tbl-wrap" tabindex="0" role="region" aria-label="分级：级、血钾"><table class="tbl">' in made
    assert '<th scope="col" class="num">血钾</th>' in made
    assert '<td class="num">5.5</td>' in made


def test_merged_cells_survive_with_markdown_and_notes_inside():
    made = html(
        '<table markdown="1"><tr markdown="1"><td rowspan="2" markdown="span">**甲**[^1]</td>'
        '<td markdown="span">乙</td></tr><tr markdown="1"><td markdown="span">丙</td></tr></table>\n\n[^1]: 注'
    )

    assert (
        '<td rowspan="2"><strong>甲</strong><sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></td>'
        in made
    )
    assert '<li id="fn:1">' in made


def test_a_raw_table_survives_too():
    assert '<td colspan="2">甲</td>' in html('<table><tr><td colspan="2" style="color:red">甲</td></tr></table>')


def test_a_picture_alone_is_a_figure_and_waits_for_the_reader():
    assert html(f'![心电图](file:{UID} "图 1 演变")') == (
        f'<figure><img data-picture="{UID}" alt="心电图" data-alone=""><figcaption>图 1 演变</figcaption></figure>'
    )


def test_a_picture_in_a_line_stays_there():
    assert html(f"按 ![钮](file:{UID}) 键") == f'<p>按 <img data-picture="{UID}" alt="钮"> 键</p>'


def test_files_alone_are_attachments():
    assert html(f"[卡.pdf](file:{UID})\n[表.xlsx](file:{OTHER})") == (
        f'<div class="stack-sm"><a data-attachment="{UID}">卡.pdf</a><a data-attachment="{OTHER}">表.xlsx</a></div>'
    )


def test_references_wait_for_the_reader_and_are_collected_once():
    rendered = render(
        f"见[高**钾**](page:{UID}#处理)、[再看](page:{UID})、[表](file:{OTHER})，问 [@林小满](mention:{OTHER})。"
    )

    assert rendered.html == (
        f'<p>见<a data-page="{UID}" data-part="处理">高<strong>钾</strong></a>、<a data-page="{UID}">再看</a>、'
        f'<a data-file="{OTHER}">表</a>，问 <a data-mention="{OTHER}">@林小满</a>。</p>'
    )
    assert rendered.references == (("page", UID, "高钾"), ("file", OTHER, "表"), ("mention", OTHER, "@林小满"))


def test_an_address_pasted_from_the_browser_is_a_reference(settings):
    settings.SITE_URL = "https://zhi.example"

    rendered = render(f"https://zhi.example/wiki/{UID}/高钾血症#处理 与 [表](/files/{OTHER}/a.pdf)")

    assert [pointer[:2] for pointer in rendered.references] == [("page", UID), ("file", OTHER)]


@pytest.mark.parametrize("target", ["page:x", "page:", "mention:../../x", "docs/a.md", "../a.md", "file:ABCDEFGHJKMN"])
def test_a_link_to_nothing_is_dead_for_everybody(target):
    rendered = render(f"[字]({target})")

    assert rendered.html == '<p><a data-page="-">字</a></p>'
    assert rendered.references == ()


def test_links_out_tell_nobody_where_the_reader_came_from():
    assert html("[站](https://a.example/x?a=1&b=2)") == (
        '<p><a href="https://a.example/x?a=1&amp;b=2" rel="noopener noreferrer nofollow">站</a></p>'
    )


def test_a_bare_address_is_a_link_without_the_punctuation_after_it():
    assert html("见 https://a.example/x。") == (
        '<p>见 <a href="https://a.example/x" rel="noopener noreferrer nofollow">https://a.example/x</a>。</p>'
    )


def test_a_picture_from_elsewhere_is_only_a_link():
    assert html("![图](https://a.example/x.png)") == (
        '<p><a href="https://a.example/x.png" rel="noopener noreferrer nofollow">图</a></p>'
    )


def test_names_that_authors_gave_get_a_prefix_and_links_follow():
    assert (
        html('<span id="main">甲</span> [去](#main)') == '<p><span id="u-main">甲</span> <a href="#u-main">去</a></p>'
    )


def test_links_within_the_page_find_headings():
    assert '<a href="#s-ecg">图</a>' in html("## ECG\n\n[图](#ecg)")


def test_plain_text_has_the_words_and_none_of_our_signs():
    rendered = render(
        "## 甲\n\n第一条 乙[^1]。\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] 丙\n\n"
        "![图](file:abcdefghjkmn)\n\n[^1]: 注 & 解"
    )

    assert rendered.text == "甲\n第一条 乙。\na\tb\n1\t2\n丙\n图\n注 & 解"


def test_nothing_gives_nothing():
    assert render(" \n\n") == render("")
    assert html("") == ""


def test_tasks_apart_from_each_other_have_their_boxes_too():
    html = render("- [x] 甲\n\n- [ ] 乙").html

    assert html.count('type="checkbox"') == 2
    assert "[x]" not in html


@pytest.mark.parametrize("inside", ["甲", "", "<b>甲</b>", "<!-- 甲 -->", "<code>甲</code>"])
def test_whatever_stands_in_a_preformatted_block_is_shown(inside):
    assert html(f"<pre>{inside}</pre>").startswith("<pre")
    assert html(f"<pre>{inside}")
