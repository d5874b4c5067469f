"""The search box answers by title over what one may see."""

import json

import pytest
from django.urls import reverse

import search
from content.models import ContentPage
from jobs.testing import run_due
from tests.cast import make_space
from tests.search.conftest import write
from wiki.models import Article

pytestmark = pytest.mark.django_db


def titles(text, user, **more):
    run_due()
    return [hit.hit.title for hit in search.query(text, user, **more).hits]


def test_titles_that_hold_every_word_are_found_the_closest_first(cast, space):
    write(space, "成人高钾血症的处理", "高钾血症", "高钾血症的心电图", "低钾血症")

    assert titles("高钾血症", cast.lin_xiaoman) == ["高钾血症", "高钾血症的心电图", "成人高钾血症的处理"]
    assert titles("处理 高钾", cast.lin_xiaoman) == ["成人高钾血症的处理"]


@pytest.mark.parametrize("typed", ("ＣＴ增强", "ct增强", "  CT增强 ", "CT增强\x00\u200b"))
def test_width_case_and_stray_signs_do_not_matter(cast, space, typed):
    write(space, "CT增强检查须知")

    assert titles(typed, cast.lin_xiaoman) == ["CT增强检查须知"]


@pytest.mark.parametrize("typed", ("", "   ", "%", "_", "\\", "'", '"', "(" * 100, "字" * 500, "\x00"))
def test_odd_input_finds_nothing_and_breaks_nothing(client, cast, space, typed):
    write(space, "高钾血症")
    client.force_login(cast.lin_xiaoman)

    assert titles(typed, cast.lin_xiaoman) == []
    for name in ("results", "suggestions"):
        assert client.get(reverse(f"search:{name}"), {"q": typed}).status_code in (200, 400)


@pytest.mark.promise("W4")
def test_a_stranger_finds_neither_title_nor_count_nor_suggestion(client, cast, space):
    write(space, "只给青屿的流程")
    client.force_login(cast.zhao_jingxing)

    results = search.query("青屿", cast.zhao_jingxing)
    page = client.get(reverse("search:results"), {"q": "青屿"}).content.decode()
    offered = client.get(reverse("search:suggestions"), {"q": "青屿"}).content.decode()

    assert (results.total, results.everything) == (0, 0)
    assert "只给青屿的流程" not in page + offered
    assert "青屿知识库" not in page + offered


@pytest.mark.promise("W5")
def test_who_leaves_finds_nothing_from_the_next_question_on(cast, space):
    write(space, "高钾血症")
    assert titles("高钾", cast.lin_xiaoman) == ["高钾血症"]

    cast.lin_xiaoman.memberships.get().delete()

    assert titles("高钾", cast.lin_xiaoman) == []


def test_drafts_are_not_found_not_even_by_their_author(cast, space):
    write(space, "还没发布", live=False, maintainer=cast.zhou_yaning)

    assert titles("还没", cast.zhou_yaning) == []


@pytest.mark.parametrize("typed", ("小满", "linxiaom", "lin xiaoman", "lxm", "QY10874", "qy108"))
def test_colleagues_are_found_as_people_type_them(cast, typed):
    assert titles(typed, cast.zhao_jingxing, kinds=["person"]) == ["林小满"]


def test_a_colleague_who_left_is_not_found(cast):
    cast.lin_xiaoman.is_active = False
    cast.lin_xiaoman.save()

    assert titles("小满", cast.zhou_yaning) == []


@pytest.mark.promise("W30")
def test_a_hit_says_where_it_stands_who_keeps_it_and_marks_the_words(client, cast, space):
    write(space, "高钾血症的处理", maintainer=cast.zhou_yaning, summary="先上心电监护")
    client.force_login(cast.lin_xiaoman)

    page = client.get(reverse("search:results"), {"q": "高钾"}).content.decode()

    assert "<mark>高钾</mark>血症的处理" in page
    assert "青屿知识库" in page
    assert "周雅宁 维护" in page
    assert "先上心电监护" in page


def test_what_is_typed_is_shown_and_never_run(client, cast, space):
    write(space, "<script>alert(1)</script>")
    client.force_login(cast.lin_xiaoman)

    for name in ("results", "suggestions"):
        page = client.get(reverse(f"search:{name}"), {"q": "<script>", "list": '"><b>'}).content.decode()
        assert "<script>alert" not in page
        assert '"><b>' not in page


def test_pages_of_results_never_overlap(cast, space):
    write(space, *(f"高钾 {number:02}" for number in range(45)))

    found = [title for page in (1, 2, 3) for title in titles("高钾", cast.lin_xiaoman, page=page)]

    assert len(found) == len(set(found)) == 45
    assert titles("高钾", cast.lin_xiaoman, page="nonsense") == found[:20]
    assert titles("高钾", cast.lin_xiaoman, page=99) == found[40:]


def test_kinds_follow_each_other_and_can_be_asked_for_alone(client, cast, space):
    write(space, "青屿交接班")
    client.force_login(cast.lin_xiaoman)

    assert titles("青屿", cast.lin_xiaoman) == ["青屿知识库", "青屿交接班"]
    assert titles("青屿", cast.lin_xiaoman, kinds=["page"]) == ["青屿交接班"]
    counts = {count.kind.name: count.number for count in search.query("青屿", cast.lin_xiaoman, kinds=["page"]).counts}
    assert counts == {"space": 1, "page": 1, "person": 0}
    answer = client.get(reverse("search:results"), {"q": "青屿", "kind": "person"}).content.decode()
    assert "看全部 2 条" in answer


def test_nothing_found_says_what_to_try(client, cast):
    client.force_login(cast.lin_xiaoman)

    assert "没有符合的内容" in client.get(reverse("search:results"), {"q": "没有的"}).content.decode()
    assert "想找什么" in client.get(reverse("search:results")).content.decode()


@pytest.mark.parametrize("count", (1, 25))
def test_searching_costs_the_same_for_any_number_of_hits(client, cast, space, count, django_assert_num_queries):
    write(space, *(f"小满 {number}" for number in range(count)), maintainer=cast.zhou_yaning)
    client.force_login(cast.lin_xiaoman)
    client.get(reverse("search:results"), {"q": "小满"})

    with django_assert_num_queries(1 + 3 + 1 + (2 if count == 1 else 0)):  # who comes, counts, pages, people with posts
        client.get(reverse("search:results"), {"q": "小满"})
    with django_assert_num_queries(1 + 3 + 1):
        client.get(reverse("search:suggestions"), {"q": "小满"})


def test_at_most_eight_are_offered_of_all_kinds(client, cast, space):
    write(space, *(f"林 {number}" for number in range(12)))
    make_space(cast.ward, slug="lin", title="林间空间")
    client.force_login(cast.lin_xiaoman)

    offered = client.get(reverse("search:suggestions"), {"q": "林"}).content.decode()

    assert offered.count('role="option"') == 7  # a space, five pages, a colleague
    assert "心内一病区 · 护士" in offered


def test_scripts_get_suggestions_as_json(client, cast, space):
    write(space, "高钾血症")
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
