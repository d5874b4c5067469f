"""What comes out of Word, WPS, Excel and the web keeps its form and nothing that dresses or runs."""

import base64

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from content.actions import pasting, writing
from content.actions.writing import Text
from content.text import render
from files.models import Picture
from tests.cast import make_space
from tests.content.clipboards import SHEET, WPS
from tests.content.transfer.test_importing import PIXEL

pytestmark = pytest.mark.django_db
WORD = """<html xmlns:o="urn:x"><head><style><!-- p {color:red} --></style></head><body>
<!--StartFragment--><h1 style='text-align:center'>床旁交接</h1>
<p class=MsoNormal style='color:red' onclick="alert(1)"><b>必须</b>核对身份。<o:p></o:p></p>
<p style='mso-list:l0 level1 lfo1'><![if !x]><span style='mso-list:Ignore'>l<span>&nbsp; </span></span><![endif]>看</p>
<p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>问</p>
<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>第三条<span>&nbsp; </span></span>记录</p>
<script>alert(1)</script><a href="javascript:alert(1)">坏</a>
<!--EndFragment--></body></html>"""
EXCEL = """<table><col width=72><tr><td rowspan=2 class=xl65>科室</td><td colspan=2>床位</td></tr>
<tr><td>开放</td><td>在用</td></tr><tr><td>心内</td><td>40</td><td>38</td></tr></table>"""


@pytest.fixture
def page(cast):
    space = make_space(cast.qingyu, slug="qingyu")
    return writing.create(space, "article", by=cast.zhou_yaning, text=Text("交接", "正文"))


def paste(client, html, **place):
    upload = SimpleUploadedFile("paste.html", html.encode(), "text/html")
    return client.post(reverse("content:paste"), {"html": upload, **place})


@pytest.mark.promise("W22")
def test_word_keeps_headings_and_lists_and_loses_its_dress(cast, page):
    made = pasting.pasted(WORD, by=cast.zhou_yaning, about=page)

    assert made.markdown == ("# 床旁交接\n\n**必须**核对身份。\n\n- 看\n    1. 问\n\n第三条 记录\n\n坏\n")
    assert made.lost == "没有带过来：打不开的链接。"


@pytest.mark.promise("W22")
def test_merged_cells_of_excel_stay_merged(cast, page):
    made = pasting.pasted(EXCEL, by=cast.zhou_yaning, about=page).markdown

    assert '<td rowspan="2" markdown="span">科室</td><td colspan="2" markdown="span">床位</td>' in made
    assert "xl65" not in made


@pytest.mark.promise("W22")
def test_a_picture_in_the_clipboard_becomes_a_file_of_the_page(client, cast, page):
    client.force_login(cast.zhou_yaning)
    source = "data:image/png;base64," + base64.b64encode(PIXEL).decode()
    lost = '<img src="file:///C:/Users/a/1.png"><img src="data:image/png;base64,AAAA">'
    html = f'<p>见图</p><img alt="心电图" src="{source}">{lost}'

    said = paste(client, html, page=page.uid).json()

    picture = Picture.objects.get()
    assert said["markdown"] == f"见图\n\n![心电图](file:{picture.uid})（图片未传入）（图片未传入）\n"
    assert said["lost"].startswith("2 张图片未传入，请另存后上传，或直接导入 Word 文件。")
    assert (picture.about_id, picture.is_published) == (page.pk, False)


def test_addresses_of_ours_become_lasting_links(cast, page, settings):
    uid = page.uid
    html = f'<a href="{settings.SITE_URL}/wiki/{uid}/x#处理">交接</a> <img src="/files/{uid}/r/width-360" alt="图">'

    assert pasting.pasted(html, by=cast.zhou_yaning).markdown == f"[交接](page:{uid}#处理) ![图](file:{uid})\n"


def test_who_may_not_write_there_is_told_nothing(client, cast, page):
    client.force_login(cast.zhao_jingxing)

    for place in ({"page": page.uid}, {"parent": page.space.uid}, {}):
        assert paste(client, "<p>甲</p>", **place).status_code == 404
    client.force_login(cast.lin_xiaoman)
    assert paste(client, "<p>甲</p>", parent=page.space.uid).json() == {"markdown": "甲\n", "lost": ""}


@pytest.mark.parametrize("html", ["<p>" + "字" * 1_000_001, "<div>" * 500 + "深"], ids=["long", "deep"])
def test_what_is_too_much_is_refused_in_words(client, cast, page, html):
    client.force_login(cast.zhou_yaning)

    answer = paste(client, html, page=page.uid)

    assert answer.status_code == 422
    assert answer.json()["error"]


def test_pictures_do_not_count_as_text(cast, page):
    heavy = "data:image/png;base64," + "A" * 1_500_000

    assert pasting.pasted(f"<p>甲</p><img src='{heavy}'>", by=cast.zhou_yaning, about=page).markdown.startswith("甲\n")


@pytest.mark.promise("W22")
def test_wps_loses_no_words_and_no_numbers(cast, page):
    made = pasting.pasted(WPS, by=cast.zhou_yaning, about=page)
    said = render(made.markdown).text.split("\n")

    assert said[:4] == ["一、目的", "血钾 3.5～5.5 mmol/L，109/L", "（一）科主任负责", "1. 无样式的编号"]
    assert "10^9^/L" in made.markdown
    assert (made.lost, "Wingdings" in made.markdown, "mso" in made.markdown) == ("", False, False)


@pytest.mark.promise("W22")
def test_numbers_that_jump_stay_the_numbers_they_are(cast, page):
    made = pasting.pasted(WPS, by=cast.zhou_yaning, about=page).markdown
    page_of = render(made).html

    assert "1. 甲\n2. 乙\n\n5\\. 丙\n\n6. 丁\n" in made
    assert "<ol>" in page_of and '<ol start="6">' in page_of


@pytest.mark.promise("W22")
def test_excel_keeps_what_cells_show(cast, page):
    made = pasting.pasted(SHEET, by=cast.zhou_yaning, about=page)
    rows = [line.split("\t") for line in render(made.markdown).text.split("\n")]

    assert rows == [["药品", "规格"], ["0.50 g", "100"], ["109/L", "2026/1/5", "007"]]
    assert "10^9^/L" in made.markdown
    assert made.lost == "没有带过来：隐藏的文字。"
