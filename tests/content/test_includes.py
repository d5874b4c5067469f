"""W62: a section of another page follows its source, says where it is from and obeys whoever reads."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from access import audiences
from content.actions import placing, publishing, writing
from content.actions.writing import Text
from content.convert.out.sheet import Sheet
from content.errors import IncludesItself
from content.models import ContentPage, Reference, Rendering
from content.queries import backlinks, broken_links
from content.text import fill, including
from tests.cast import make_space
from tests.content.pages import fresh, save
from tests.content.text.readers import in_a_request

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W62")]
SOURCE = """## 报告

一小时内报告[^1]，见[登记](#登记)与[处理](#处理)。

### 时限

| 项目 | 值 |
|---|---|
| 血钾 | 6.5 |

## 登记

登记在册[^2]。

第三条　值班医生负责。

仍是第三条。

第四条　另一条。

[^1]: 甲注
[^2]: 乙注
"""
NOTHING = "没有权限或已删除"


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.fixture
def publish(cast, space):
    def made(title, body, into=None, by=None):
        by = by or cast.zhou_yaning
        return publishing.publish(writing.create(into or space, "article", by=by, text=Text(title, body)), by=by)

    return made


@pytest.fixture
def source(publish):
    return publish("危急值 标准", SOURCE)


def shown(page, user):
    return fill(Rendering.objects.get(page=page.pk).html, user)


def publish_again(page, by, body):
    save(page, by, body)
    return publishing.publish(fresh(page), by=by)


def test_typed_by_title_it_shows_the_section_and_where_it_is_from(cast, publish, source):
    page = publish("急诊流程", "前文。\n\n![[危急值 标准#报告]]\n\n后文。")

    assert fresh(page).body == f"前文。\n\n![危急值 标准](page:{source.uid}#报告)\n\n后文。"
    html = shown(page, cast.lin_xiaoman)
    assert "一小时内报告" in html
    assert "血钾" in html
    assert "登记在册" not in html
    assert f'引自 <a href="{source.get_absolute_url()}#报告">危急值 标准 · 报告</a>' in html
    assert "甲注" in html
    assert "乙注" not in html


def test_ids_stay_unique_and_links_lead_on(cast, publish, source):
    page = publish(
        "急诊流程", f"## 报告\n\n![](page:{source.uid}#报告)\n\n![](page:{source.uid}#报告)\n\n![](page:{source.uid})"
    )

    html = shown(page, cast.lin_xiaoman)

    ids = re.findall(r'<[a-z0-9]+(?: [a-z-]+="[^"]*")* id="([^"]*)"', html)
    assert len(ids) == len(set(ids)) > 8
    assert 'id="i1-报告"' in html
    assert 'href="#i3-登记"' in html
    assert f'href="{source.get_absolute_url()}#登记"' in html


@pytest.mark.parametrize(
    ("anchor", "there", "not_there"),
    [
        ("第三条", "仍是第三条", "另一条"),
        ("第四条", "另一条", "值班医生"),
        ("时限", "血钾", "登记在册"),
        ("登记", "另一条", "血钾"),
    ],
)
def test_a_section_ends_where_the_next_begins(cast, publish, source, anchor, there, not_there):
    html = shown(publish("急诊流程", f"![](page:{source.uid}#{anchor})"), cast.lin_xiaoman)

    assert there in html
    assert not_there not in html


def test_it_follows_its_source_and_the_page_is_another_answer(cast, client, publish, source):
    page = publish("急诊流程", f"![](page:{source.uid}#报告)")
    client.force_login(cast.lin_xiaoman)
    client.get(page.get_absolute_url())
    first = client.get(page.get_absolute_url())
    assert client.get(page.get_absolute_url(), headers={"If-None-Match": first["ETag"]}).status_code == 304

    publish_again(source, cast.zhou_yaning, SOURCE.replace("一小时内", "半小时内"))

    second = client.get(page.get_absolute_url(), headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 200
    assert "半小时内报告" in second.content.decode()


def test_a_draft_of_the_source_is_nobodys_yet(cast, publish, source):
    page = publish("急诊流程", f"![](page:{source.uid}#报告)")

    save(source, cast.zhou_yaning, SOURCE.replace("一小时内", "半小时内"))

    assert "一小时内" in shown(page, cast.lin_xiaoman)


def test_it_survives_a_new_name_and_another_place(cast, publish, source, space):
    page = publish("急诊流程", f"![](page:{source.uid}#报告)")
    other = make_space(cast.qingyu, slug="other")

    placing.move(fresh(source), other, by=cast.zhou_yaning)
    ContentPage.objects.filter(pk=source.pk).update(title="新名字")

    html = shown(page, cast.lin_xiaoman)
    assert "一小时内报告" in html
    assert ">新名字 · 报告</a>" in html


def test_a_section_that_is_gone_says_so_and_leads_to_the_page(cast, publish, source):
    html = shown(publish("急诊流程", f"![](page:{source.uid}#没有)"), cast.lin_xiaoman)

    assert "里没有“没有”这一节了" in html
    assert source.get_absolute_url() in html


@pytest.mark.promise("W4")
def test_forbidden_and_unknown_are_one_quiet_line(cast, client, publish, source):
    closed = make_space(cast.qingyu, slug="closed", readers=[audiences.everyone_in(cast.ward)])
    secret = publish("内部名单", "## 报告\n\n机密。", into=closed)
    page = publish("急诊流程", f"![甲](page:{secret.uid}#报告)\n\n![甲](page:a2b3c4d5e6f7#报告)")
    client.force_login(cast.shen_zhixia)

    html = shown(page, cast.shen_zhixia)

    assert html.count(f"甲（{NOTHING}）") == 2
    forbidden, unknown = re.findall(r"<p .*?</p>", html)
    assert forbidden == unknown
    assert "机密" not in html
    assert "内部名单" not in html
    assert "机密" in shown(page, cast.lin_xiaoman)


@pytest.mark.promise("W4")
def test_the_nurse_of_another_hospital_finds_no_word_of_it_on_any_way(cast, client, publish, source):
    """A page for all of the group takes in a section that is for one hospital."""
    everybody = make_space(cast.group, slug="group")
    page = publish("集团流程", f"![标准段落](page:{source.uid}#报告)", into=everybody, by=cast.lu_zhixing)
    client.force_login(cast.zhao_jingxing)
    address = page.get_absolute_url()

    answers = [
        client.get(address).content.decode(),
        client.post("/preview/", {"body": f"![标准段落](page:{source.uid}#报告)"}).content.decode(),
        client.get("/search/", {"q": "一小时内报告"}).content.decode().replace("一小时内报告”", ""),
        str(Sheet(fresh(page).specific, user=cast.zhao_jingxing).html),
        client.get(f"/wiki/{page.uid}/around/").content.decode(),
        client.get(f"/wiki/{page.uid}/history/").content.decode(),
    ]

    for answer in answers:
        assert "小时内报告[" not in answer
        assert "危急值 标准" not in answer
        assert "6.5" not in answer
    assert NOTHING in answers[0]
    assert "一小时内" not in Rendering.objects.get(page=page.pk).text
    assert "一小时内" in str(Sheet(fresh(page).specific, user=cast.lin_xiaoman).html)


def test_it_counts_as_a_reference(cast, publish, source):
    page = publish("急诊流程", f"![](page:{source.uid}#报告)\n\n[也是](page:{source.uid})")

    assert list(backlinks(cast.lin_xiaoman, source)) == [ContentPage.objects.get(pk=page.pk)]
    assert Reference.objects.filter(page=page.pk, kind="include", target_uid=source.uid).count() == 1
    assert not broken_links([page])


def test_a_page_never_takes_in_itself(cast, publish, source):
    page = publish("急诊流程", f"![](page:{source.uid}#报告)")
    between = publish("中间", f"![](page:{page.uid})")

    with pytest.raises(IncludesItself, match="中间"):
        save(source, cast.zhou_yaning, SOURCE + f"\n\n![](page:{between.uid})")
    with pytest.raises(IncludesItself):
        save(source, cast.zhou_yaning, f"![](page:{source.uid}#报告)")


def test_drafts_that_meet_in_a_circle_are_refused_when_published(cast, space):
    def draft(title, body):
        return writing.create(space, "article", by=cast.zhou_yaning, text=Text(title, body))

    one = draft("甲", "甲文。")
    other = draft("乙", f"![](page:{one.uid})")
    save(one, cast.zhou_yaning, f"![](page:{other.uid})")
    publishing.publish(other, by=cast.zhou_yaning)

    with pytest.raises(IncludesItself):
        publishing.publish(fresh(one), by=cast.zhou_yaning)


def test_a_circle_that_is_there_anyway_ends(cast, publish):
    one = publish("甲", "甲文。")
    other = publish("乙", f"乙文。\n\n![](page:{one.uid})")
    html = Rendering.objects.get(page=other.pk).html.replace(one.uid, other.uid).replace("乙文", "甲文")
    Rendering.objects.filter(page=one.pk).update(html=html)

    shown_now = shown(other, cast.lin_xiaoman)

    assert shown_now.count("甲文") == 1
    assert shown_now.count("乙文") == 2
    assert f'<a href="{one.get_absolute_url()}">甲</a>' in shown_now


def test_sections_in_sections_cost_one_query_a_level_and_end(cast, publish, monkeypatch):
    pages = [publish("零", "最里。")]
    for number in range(1, 6):
        pages.append(
            publish(f"第{number}", f"文{number}。\n\n![]({f'page:{pages[-1].uid}'})\n\n![](page:{pages[-1].uid})")
        )
    html = Rendering.objects.get(page=pages[-1].pk).html
    reader = in_a_request(cast.lin_xiaoman)
    fill(html, reader)

    with CaptureQueriesContext(connection) as queries:
        made = including.with_sections(html, reader)

    assert len(queries) == including.DEEPEST
    assert made.count("文2。") == 8
    assert "文1。" not in made
    monkeypatch.setattr(including, "MOST", 3)
    assert including.with_sections(html, cast.lin_xiaoman).count('<section class="included">') == 3


def test_a_text_without_sections_asks_nothing_more(cast, publish):
    html = Rendering.objects.get(page=publish("甲", "甲文。").pk).html

    with CaptureQueriesContext(connection) as queries:
        fill(html, cast.lin_xiaoman)

    assert len(queries) == 0


def test_nobody_can_forge_a_place_of_a_section(cast, publish, source):
    forged = f'<div data-include="{source.uid}">甲</div>\n\n`<div data-include="{source.uid}">甲</div>`'

    assert "一小时内" not in shown(publish("急诊流程", forged), cast.lin_xiaoman)
