"""The result page and the list below the box, as the server gives them."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import ContentPage
from jobs.testing import run_due
from org.models import User
from search.history import recording
from search.models import PastSearch
from search.words import actions as words
from tests.search.conftest import write
from ui.days import today

pytestmark = pytest.mark.django_db
RESULTS, SUGGESTIONS = "/search/", "/search/suggestions/"


@pytest.fixture
def pages(cast, space):
    """Three live texts on one subject, one on another."""
    texts = (
        Text("高钾血症的处理", "## 用药\n\n葡萄糖酸钙静脉缓慢推注。", tags=("急诊", "电解质")),
        Text("高钾血症的心电图", "T 波高尖，见高钾血症的处理。", tags=("心电图",)),
        Text("低钾血症补钾", "口服为先，不同于高钾血症。", tags=("电解质",)),
        Text("手卫生", "七步洗手。", tags=("院感",)),
    )
    made = [writing.create(space, "article", by=cast.lin_xiaoman, text=each) for each in texts]
    made = [ContentPage.objects.get(pk=publishing.publish(each, by=cast.lin_xiaoman).pk) for each in made]
    run_due()
    return made


@pytest.fixture
def look(client, cast):
    """look("高钾", kind="page") → the page as a nurse gets it."""
    client.force_login(cast.lin_xiaoman)

    def read(text, **more):
        answer = client.get(RESULTS, {"q": text, **more})
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "html.parser")

    return read


def said(page, selector):
    return [" ".join(each.get_text().split()) for each in page.select(selector)]


@pytest.mark.promise("W30")
def test_a_hit_shows_marked_words_where_they_stand_path_maintainer_and_day(look, pages):
    (hit,) = look("葡萄糖酸钙").select("article.hit")

    assert said(hit, "h3") == ["高钾血症的处理"]
    assert said(hit, "mark") == ["葡萄糖酸钙"]
    assert said(hit, ".place") == ["用药："]
    assert "青屿知识库" in said(hit, ".path")[0]
    assert said(hit, ".meta span")[0] == "林小满 维护"
    assert said(hit, ".meta span")[-1].endswith("更新")
    assert "#" in hit.h3.a["href"] and ":~:text=" in hit.h3.a["href"]


def test_the_state_of_a_text_stands_on_a_tag(look, pages):
    ContentPage.objects.filter(pk=pages[0].pk).update(valid_until=today() + timedelta(days=30))
    ContentPage.objects.filter(pk=pages[1].pk).update(valid_until=today() - timedelta(days=1))
    ContentPage.objects.filter(pk=pages[2].pk).update(binds_until=today())
    run_due()

    tags = {said(hit, "h3")[0]: said(hit, ".path .tag") for hit in look("高钾血症").select("article.hit")}

    assert tags == {"高钾血症的处理": ["已核验"], "高钾血症的心电图": ["已过有效期"], "低钾血症补钾": ["已废止"]}


def test_the_best_passage_stands_above_the_list_with_its_source(look, pages):
    (answer,) = look("高钾血症的处理").select("section.answer")

    assert said(answer, "h3") == ["高钾血症的处理"]
    assert "推注" in said(answer, "blockquote")[0]
    assert said(answer, ".meta span")[:2] == ["青屿知识库", "林小满 维护"]


@pytest.mark.promise("W64")
def test_a_question_without_a_good_passage_says_so(look, pages):
    page = look("心电图机器人的轮子更换以后为什么还是不能充电？")

    assert page.select("section.answer") == []
    assert "没有能直接回答的原文" in page.get_text()


def test_tabs_count_and_keep_the_search(look, pages):
    page = look("高钾", order="date")

    assert {"全部3", "知识3", "制度0"} < set(said(page, ".tabs a"))
    assert all("order=date" in link["href"] for link in page.select(".tabs a"))
    assert said(look("高钾", kind="article"), ".tabs [aria-current]") == ["知识3"]


@pytest.mark.promise("W31")
def test_filters_show_what_there_is_and_several_may_be_chosen(look, pages):
    page = look("高钾", tag=["急诊", "心电图"])

    assert sorted(said(page, "article.hit h3")) == ["高钾血症的处理", "高钾血症的心电图"]
    assert sorted(each["value"] for each in page.select("#facets input[checked]")) == ["心电图", "急诊"]
    assert said(page, ".filter-row .tag") == ["标签：急诊", "标签：心电图"]
    assert page.select_one(".filter-row .tag a")["href"] == "?q=%E9%AB%98%E9%92%BE&tag=%E5%BF%83%E7%94%B5%E5%9B%BE"


def test_a_filter_typed_into_the_box_is_a_chip_too(look, pages):
    page = look("高钾 标签:急诊 更新:近一年")

    assert said(page, "article.hit h3") == ["高钾血症的处理"]
    chips = page.select(".filter-row .tag")
    assert said(page, ".filter-row .tag")[0] == "标签：急诊"
    assert "%E6%A0%87%E7%AD%BE" not in chips[0].a["href"]  # the search without “标签:”
    assert "q=%E9%AB%98%E9%92%BE+%E6%9B%B4%E6%96%B0" in chips[0].a["href"]


def test_filters_that_hide_everything_say_what_there_would_be(look, pages):
    page = look("高钾", tag="院感", updated="year")

    assert "没有完全符合的内容" in page.get_text()
    assert "去掉“标签：院感”有 3 条" in page.get_text()
    assert "去掉“近 1 年”" not in page.get_text()  # that would not help
    assert "全部去掉有 3 条" in page.get_text()


def test_what_matches_in_part_stands_below_a_heading_and_is_not_counted(look, pages):
    page = look("高钾 洗手")

    assert said(page, ".tabs a")[0] == "全部0"
    assert "没有完全符合的内容" in page.get_text()
    assert said(page, ".partly h2") == ["部分匹配"]
    assert len(page.select("article.hit")) == 4


@pytest.mark.promise("W34")
def test_synonyms_are_named_and_switched_off_with_one_click(look, pages, cast):
    words.add_synonym(by=cast.xu_wenbo, unit=cast.group, word="电解质乱", others=["高钾血症"], is_two_way=False)

    page = look("电解质乱")
    (also,) = page.select("#also")
    assert "高钾血症" in also.get_text()
    assert len(page.select("article.hit")) >= 3

    exactly = also.a["href"]
    assert exactly.endswith("exact=1")
    assert "也搜同义词" in look("电解质乱", exact="1").get_text()
    assert said(look("电解质乱", exact="1"), ".tabs a")[0] == "全部0"


@pytest.mark.promise("W35")
def test_what_was_perhaps_meant_is_one_click_away(look, pages):
    page = look("高甲血症")

    (meant,) = page.select(".didmean")
    assert "您要找的是 高钾血症 吗" in " ".join(meant.get_text().split())


def test_colleagues_stand_in_a_row_of_their_own(look, pages):
    page = look("小满")

    assert said(page, ".people .person .strong") == ["林小满"]
    assert "没有完全符合的内容" not in page.get_text()


def test_all_colleagues_stand_on_their_own_tab_a_page_at_a_time(look, cast):
    for number in range(25):
        User.objects.create_user(number=f"QY9{number:04}", name=f"柳青{number:02}", password="x")

    assert len(said(look("柳青"), ".person")) == 3
    first, second = (said(look("柳青", kind="person", page=number), ".person .strong") for number in ("1", "2"))

    assert (len(first), len(second)) == (20, 5)
    assert len({*first, *second}) == 25


@pytest.mark.parametrize(
    "nonsense",
    (
        {"page": "999999999999"},
        {"page": "-1"},
        {"page": "²"},
        {"kind": "nope"},
        {"order": "'; DROP"},
        {"exact": "yes"},
        {"updated": "soon"},
        {"space": ["x", "9" * 5000, "0", "-1"]},
        {"tag": ["a" * 5000] * 50},
        {"tag": "\x00", "space": "\x00", "page": "\x00"},
        {"maintainer": "1 OR 1=1"},
        {"q": "高钾 空间:没有 作者:谁 状态:怪 附件:啥 类型:无"},
        {"q": "x" * 10_000},
        {"q": '"高钾 * AND OR NOT \x00 {"a": 1} <script>'},
    ),
)
def test_a_nonsense_address_is_answered_like_any_other(look, pages, nonsense):
    page = look(**{"text": "高钾", **{("text" if key == "q" else key): value for key, value in nonsense.items()}})

    assert "DROP" not in str(page.select_one(".tabs"))


def test_what_is_typed_or_written_never_becomes_part_of_the_page(look, cast, space):
    writing_it = Text("<script>alert(1)</script>标题", "正文 <b>粗</b> &lt;i&gt;")
    publishing.publish(writing.create(space, "article", by=cast.lin_xiaoman, text=writing_it), by=cast.lin_xiaoman)
    run_due()

    page = look("标题 <img src=x onerror=alert(1)>")

    assert page.select("main img, main script") == []


def test_the_order_can_be_the_day_of_change(look, pages):
    for place, page in enumerate(pages):
        ContentPage.objects.filter(pk=page.pk).update(last_published_at=timezone.now() - timedelta(days=place))
    run_due()

    assert said(look("高钾", order="date"), "article.hit h3") == ["高钾血症的处理", "高钾血症的心电图", "低钾血症补钾"]


def test_pages_of_results_never_overlap(look, cast, space):
    write(space, *(f"交接班要点{number}" for number in range(45)))
    run_due()

    found = [said(look("交接班", page=str(number)), "article.hit h3") for number in range(1, 6)]

    assert [len(each) for each in found] == [10, 10, 10, 10, 5]
    assert len({title for each in found for title in each}) == 45
    assert said(look("交接班", page="99"), "article.hit h3") == found[4]


def test_htmx_gets_the_part_that_changes(client, cast, pages):
    client.force_login(cast.lin_xiaoman)

    part = client.get(RESULTS, {"q": "高钾"}, headers={"HX-Request": "true"}).content.decode()

    assert part.strip().startswith('<div id="found"')
    assert "<html" not in part


def test_a_page_of_results_costs_the_same_whatever_is_found(client, cast, space, django_assert_num_queries):
    client.force_login(cast.lin_xiaoman)
    write(space, *(f"交接班{number}" for number in range(12)))
    run_due()
    client.get(RESULTS, {"q": "交接班"})
    with CaptureQueriesContext(connection) as few:
        client.get(RESULTS, {"q": "交接班"})

    write(space, *(f"交接班要点{number}" for number in range(15)))
    run_due()

    with django_assert_num_queries(len(few)):
        client.get(RESULTS, {"q": "交接班"})


@pytest.mark.promise("W69")
def test_a_search_is_remembered_once_and_not_what_was_filtered(look, pages, cast):
    look("高钾")
    look("高钾", page="2")
    look("高钾", tag="院感")
    recording.flush()

    assert list(PastSearch.objects.values_list("person", "phrase", "found")) == [(cast.lin_xiaoman.pk, "高钾", 3)]


@pytest.mark.promise("W4")
def test_a_stranger_sees_no_hit_no_number_no_filter(client, cast, pages):
    client.force_login(cast.zhao_jingxing)

    page = BeautifulSoup(client.get(RESULTS, {"q": "高钾血症"}).content, "html.parser")

    assert page.select("article.hit, .answer, .facet, .didmean") == []
    assert all(each.endswith("0") for each in said(page, ".tabs a"))


def test_suggestions_for_people_are_links_and_for_scripts_plain(client, cast, pages):
    client.force_login(cast.lin_xiaoman)

    shown = BeautifulSoup(client.get(SUGGESTIONS, {"q": "高钾", "list": "q-sug"}).content, "html.parser")
    plain = client.get(SUGGESTIONS, {"q": "高钾", "kind": "page"}, headers={"Accept": "application/json"}).json()

    assert shown.select_one("[role=listbox]")["id"] == "q-sug"
    assert [each["id"] for each in shown.select("[role=option]")] == ["q-sug-search-0", "q-sug-page-1", "q-sug-page-2"]
    assert said(shown, ".sug-h") == ["搜索", "标题"]
    assert {each["title"] for each in plain["suggestions"]} == {"高钾血症的处理", "高钾血症的心电图"}
    assert set(plain["suggestions"][0]) == {"kind", "title", "url", "uid", "path"}


@pytest.mark.promise("E28")
def test_scripts_get_several_kinds_in_the_order_they_ask_for(client, cast, pages, space):
    named = writing.create(space, "article", by=cast.lin_xiaoman, text=Text("周雅宁查房记录", "正文"))
    publishing.publish(named, by=cast.lin_xiaoman)
    run_due()
    client.force_login(cast.lin_xiaoman)

    def kinds(*asked):
        query = {"q": "zyn", "kind": asked}
        answer = client.get(SUGGESTIONS, query, headers={"Accept": "application/json"})
        return [(each["kind"], each["title"]) for each in answer.json()["suggestions"]]

    person, page = ("person", "周雅宁"), ("page", "周雅宁查房记录")
    assert kinds("person", "page") == [person, page]
    assert kinds("page", "person") == [page, person]
    assert kinds("page") == [page]


@pytest.mark.promise("W4")
def test_a_stranger_is_offered_colleagues_but_no_page_he_may_not_see(client, cast, pages):
    client.force_login(cast.zhao_jingxing)

    query = {"q": "高钾", "kind": ["person", "page"]}
    assert client.get(SUGGESTIONS, query, headers={"Accept": "application/json"}).json() == {"suggestions": []}


def test_ones_own_last_searches_are_offered_again(client, cast, look, pages):
    look("高钾血症 心电图")

    offered = client.get(SUGGESTIONS, {"q": "高钾"}).content.decode()
    empty = client.get(SUGGESTIONS, {"q": ""}).content.decode()

    assert 'data-fill="高钾血症 心电图"' in offered
    assert "最近搜过" in empty and "高钾血症 心电图" in empty


def test_the_address_of_every_part_is_known():
    assert (reverse("search:results"), reverse("search:suggestions")) == (RESULTS, SUGGESTIONS)
