"""What people type, and what they get."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

import search
from content.models import ContentPage
from jobs.testing import run_due
from org.models import Role
from search.words.actions import pin
from tests.cast import make_space
from tests.search.conftest import found, titles, whole, write
from ui.days import today
from wiki.models import Regulation

pytestmark = pytest.mark.django_db


@pytest.mark.promise("W33")
@pytest.mark.parametrize("typed", ("ＣＴ增强", "ct增强", "  CT增强 ", "CT增强\x00\u200b", "CT 增強", "ct增强检"))
def test_width_case_traditional_and_stray_signs_do_not_matter(cast, space, typed):
    write(space, "CT增强检查须知", "低钾血症")

    assert whole(typed, cast.lin_xiaoman) == ["CT增强检查须知"]


@pytest.mark.promise("W33")
@pytest.mark.parametrize("typed", ("weijizhi", "wjz", "wei ji zhi", "weijiz", "危ji值", "wjz报告", "WJZ"))
def test_pinyin_and_first_letters_find_titles_whole(cast, space, typed):
    write(space, "危急值报告制度", "围术期禁食")

    results = found(typed, cast.lin_xiaoman)

    assert [hit.hit.title for hit in results.hits][:1] == ["危急值报告制度"]
    offered = search.answering.suggestions(typed, cast.lin_xiaoman)
    assert [hit.title for group in offered for hit in group.hits][:1] == ["危急值报告制度"]


def test_the_title_itself_comes_first_then_the_closest(cast, space):
    write(space, "成人高钾血症的处理", "高钾血症", "高钾血症的心电图", "低钾血症")

    assert whole("高钾血症", cast.lin_xiaoman)[0] == "高钾血症"
    assert whole("处理 高钾", cast.lin_xiaoman) == ["成人高钾血症的处理"]
    assert whole("标题:心电图", cast.lin_xiaoman) == ["高钾血症的心电图"]
    assert whole("高钾 -心电图 -处理", cast.lin_xiaoman) == ["高钾血症"]


@pytest.mark.promise("W37")
def test_a_repealed_text_never_stands_before_the_one_in_force(cast, space):
    for until in (today() - timedelta(days=1), None):
        page = space.add_child(instance=Regulation(title="输血管理制度"))
        ContentPage.objects.filter(pk=page.pk).update(binds_from=today() - timedelta(days=9), binds_until=until)

    results = found("输血管理制度", cast.lin_xiaoman)

    states = [hit.hit.state for hit in results.hits]
    assert states == ["", "已废止"]


@pytest.mark.promise("W34")
def test_synonyms_are_searched_besides_and_can_be_switched_off(cast, space):
    write(space, "心肌梗死的识别", "心梗科普")

    both = found("心梗", cast.lin_xiaoman)
    alone = search.query("心梗", cast.lin_xiaoman, exact=True)

    assert {hit.hit.title for hit in both.hits} == {"心肌梗死的识别", "心梗科普"}
    assert both.hits[0].hit.title == "心梗科普"
    assert "心肌梗死" in both.also
    assert ([hit.hit.title for hit in alone.hits], alone.also) == (["心梗科普"], ())


@pytest.mark.promise("W37", "W4")
def test_a_pin_comes_first_for_those_who_may_see_the_page(cast, space):
    page, _other = write(space, "床位调配", "搬床申请说明")
    run_due()
    Role.objects.create(person=cast.han_yuan, kind="librarian", unit=cast.group)
    pin(page, by=cast.han_yuan, unit=cast.group, phrase="搬床申请")

    assert titles("搬床申请", cast.lin_xiaoman)[:2] == ["床位调配", "搬床申请说明"]
    assert titles("搬床申请", cast.zhao_jingxing) == []


@pytest.mark.promise("W4")
def test_a_stranger_finds_neither_title_nor_count_nor_suggestion(client, cast, space):
    write(space, "只给青屿的流程")
    client.force_login(cast.zhao_jingxing)

    results = found("青屿", cast.zhao_jingxing)
    page = client.get(reverse("search:results"), {"q": "青屿流程"}).content.decode()
    offered = client.get(reverse("search:suggestions"), {"q": "流程"}).content.decode()

    assert (results.total, results.everything, results.facets) == (0, 0, [])
    assert "只给青屿的流程" not in page + offered
    assert "青屿知识库" not in page + offered


@pytest.mark.promise("W5")
def test_who_leaves_finds_nothing_from_the_next_question_on(cast, space):
    write(space, "高钾血症")
    assert titles("高钾", cast.lin_xiaoman) == ["高钾血症"]

    cast.lin_xiaoman.memberships.get().delete()

    assert search.query("高钾", cast.lin_xiaoman).hits == []


def test_drafts_are_not_found_not_even_by_their_author(cast, space):
    write(space, "还没发布", live=False, maintainer=cast.zhou_yaning)

    assert titles("还没发布", cast.zhou_yaning) == []


@pytest.mark.parametrize("typed", ("小满", "linxiaom", "lin xiaoman", "lxm", "QY10874", "qy108"))
def test_colleagues_are_found_as_people_type_them(cast, typed):
    assert [hit.title for hit in found(typed, cast.zhou_yaning).people] == ["林小满"]


def test_colleagues_who_left_are_not_found(cast):
    cast.lin_xiaoman.is_active = False
    cast.lin_xiaoman.save()

    assert found("小满", cast.zhou_yaning).people == []


@pytest.mark.promise("W31")
def test_filters_count_what_this_reader_would_find_with_them(cast, space):
    other = make_space(cast.yunling, slug="yunling", title="云岭知识库")
    write(space, "输血流程一", "输血流程二", maintainer=cast.zhou_yaning)
    write(space, "输血流程三", maintainer=cast.xu_wenbo)
    write(other, "输血流程四")

    results = found("输血流程", cast.lin_xiaoman)
    by = {facet.name: {option.label: option.number for option in facet.options} for facet in results.facets}
    zhou = found("输血流程", cast.lin_xiaoman, filters={"maintainer": [cast.zhou_yaning.pk]})

    assert results.total == 3
    assert by["maintainer"] == {"周雅宁": 2, "许文博": 1}
    assert zhou.total == 2
    chosen = next(facet for facet in zhou.facets if facet.name == "maintainer")
    assert [(option.label, option.number, option.chosen) for option in chosen.options] == [
        ("周雅宁", 2, True),
        ("许文博", 1, False),
    ]
    assert [(tab.kind.name, tab.number) for tab in zhou.tabs if tab.number] == [("article", 2)]


@pytest.mark.promise("W31")
def test_filters_can_be_typed(cast, space):
    write(space, "输血流程一", maintainer=cast.zhou_yaning)
    write(space, "输血流程二", maintainer=cast.xu_wenbo)

    assert whole("输血 作者:周雅宁", cast.lin_xiaoman) == ["输血流程一"]
    assert whole("输血 作者:没有这个人", cast.lin_xiaoman) == []
    assert set(whole("输血 空间:青屿", cast.lin_xiaoman)) == {"输血流程一", "输血流程二"}
    assert whole("输血 类型:制度", cast.lin_xiaoman) == []
    assert whole("输血 剂量:5mg", cast.lin_xiaoman) == []


def test_pages_of_results_never_overlap_and_miss_nothing(cast, space):
    write(space, *(f"高钾 {number:02}" for number in range(75)))
    run_due()

    pages = [search.query("高钾", cast.lin_xiaoman, page=page) for page in range(1, 9)]
    listed = [hit.hit.title for page in pages for hit in page.hits]

    assert len(listed) == len(set(listed)) == pages[0].total == 75
    assert [hit.hit.title for hit in search.query("高钾", cast.lin_xiaoman, page="nonsense").hits] == listed[:10]
    assert [hit.hit.title for hit in search.query("高钾", cast.lin_xiaoman, page=10**9).hits] == listed[70:]


def test_newest_first_when_asked_for_by_date(cast, space):
    now = timezone.now()
    for days in (3, 1, 2):
        write(space, f"高钾 {days}", last_published_at=now - timedelta(days=days))

    assert titles("高钾", cast.lin_xiaoman, order="date") == ["高钾 1", "高钾 2", "高钾 3"]


def test_one_kind_can_be_asked_for_alone(cast, space):
    write(space, "青屿交接班")

    assert set(titles("青屿", cast.lin_xiaoman)) == {"青屿知识库", "青屿交接班"}
    assert titles("青屿", cast.lin_xiaoman, kinds=["article"]) == ["青屿交接班"]
    assert titles("青屿", cast.lin_xiaoman, kinds=["space"]) == ["青屿知识库"]
    assert titles("青屿", cast.lin_xiaoman, kinds=["nonsense"]) == []


ODD = (
    "",
    "   ",
    "%",
    "_",
    "\\",
    "'",
    '"',
    "(" * 100,
    "字" * 10_000,
    "\x00",
    "*",
    "AND OR NOT",
    "NEAR(a b)",
    "🙂🏥",
    "'; DROP TABLE",
)


@pytest.mark.parametrize("typed", (*ODD, '{"a": 1}', "a" * 10_000, "“没有关", "-", "--", ":", "标题:", "^~!@#"))
def test_odd_input_gets_a_normal_answer(client, cast, space, typed):
    write(space, "高钾血症")
    run_due()
    client.force_login(cast.lin_xiaoman)

    assert search.query(typed, cast.lin_xiaoman).total in (0, 1)
    for name in ("results", "suggestions"):
        assert client.get(reverse(f"search:{name}"), {"q": typed}).status_code in (200, 400)


@pytest.mark.parametrize(
    "asked", ({"page": "99999999999"}, {"page": "-1"}, {"kind": "？"}, {"space": "x"}, {"order": "1"})
)
def test_odd_addresses_get_a_normal_answer(client, cast, space, asked):
    write(space, "高钾血症")
    run_due()
    client.force_login(cast.lin_xiaoman)

    assert client.get(reverse("search:results"), {"q": "高钾", **asked}).status_code == 200


@pytest.mark.parametrize("count", (1, 30))
def test_an_answer_costs_the_same_for_any_number_of_hits(cast, space, count, django_assert_max_num_queries):
    write(space, *(f"小满 {number}" for number in range(count)), maintainer=cast.zhou_yaning)
    run_due()
    search.query("小满", cast.lin_xiaoman)

    with django_assert_max_num_queries(18):
        search.query("小满", cast.lin_xiaoman)
    with django_assert_max_num_queries(13):  # the size of a small index is counted each time
        search.answering.suggestions("小满", cast.lin_xiaoman)


def test_at_most_eight_titles_and_spaces_are_offered(cast, space):
    write(space, *(f"林 {number}" for number in range(12)))
    make_space(cast.ward, slug="lin", title="林间空间")
    run_due()

    offered = {group.name: len(group.hits) for group in search.answering.suggestions("林", cast.lin_xiaoman)}

    assert offered == {"page": 6, "space": 1, "person": 1}


def test_scripts_get_suggestions_as_json(client, cast, space):
    write(space, "高钾血症")
    run_due()
    client.force_login(cast.lin_xiaoman)

    answer = client.get(
        reverse("search:suggestions"), {"q": "高钾", "kind": "page"}, headers={"Accept": "application/json"}
    )

    page = ContentPage.objects.get(title="高钾血症")
    assert json.loads(answer.content) == {
        "suggestions": [
            {"kind": "page", "title": "高钾血症", "uid": page.uid, "url": page.get_absolute_url(), "path": "青屿知识库"}
        ]
    }


@pytest.mark.promise("W4")
def test_the_command_answers_with_what_the_person_would_see(cast, space, capsys):
    from django.core.management import call_command

    write(space, "高钾血症", summary="先推注葡萄糖酸钙")
    run_due()

    call_command("search", "葡萄糖", number="QY10874", json=True, limit=5)
    mine = json.loads(capsys.readouterr().out)
    call_command("search", "葡萄糖", number="YL10406", json=True)
    theirs = json.loads(capsys.readouterr().out)

    assert mine["count"] == 1
    assert mine["hits"][0] | {"url": "", "score": 0} == {
        "title": "高钾血症",
        "url": "",
        "kind": "article",
        "snippet": "先推注葡萄糖酸钙",
        "score": 0,
    }
    assert theirs == {"count": 0, "hits": []}
