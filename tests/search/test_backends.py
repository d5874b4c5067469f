"""Wagtail's own search: the same questions, the same answers, whichever engine (docs/search.md)."""

import pytest
from django.db.models import F
from modelsearch.backends.base import SearchFieldError
from wagtail.search.query import MATCH_ALL, And, Boost, Fuzzy, Not, Or, Phrase, PlainText
from wagtail.search.utils import parse_query_string

from content.models import ContentPage
from files.models import Attachment, Picture
from tests.cast import make_space
from tests.search.backends import complete, search, titles, up_to_date, write
from wiki.models import Article, Regulation

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W30")]

BODY = "发现血钾高于6.5mmol/L时，立即复查并电话通知值班医师，在三十分钟内完成处置。见CT增强扫描5mg。"
SIGNS = """" "高钾 ' * 高钾* AND 高钾　AND NEAR(高钾) title: {title}:x ^高 -高钾 😀 ！？。 %s % \\ :* <-> ! (("""
BAD = [
    *SIGNS.split(" "),
    *("\0", "高\0钾", "\ud800", "\u3000", " ", "OR NOT", "'; DROP TABLE x; --", '{"a": [1]}'),
    *("高" * 10_000, "a" * 10_000, "高 " * 5_000),
]


@pytest.fixture
def pages(engine, space):
    made = [
        write(space, "高钾血症的急诊处理", BODY),
        write(space, "ICU 危急值报告", "科室收到危急值后登记。心肌梗死病人优先。"),
        write(space, "心肌梗死护理常规", "癌症病人另见。"),
        write(space, "信息科 IT 服务手册", "打印机的处理，the printer。"),
    ]
    up_to_date()
    return made


IN_THE_TITLE = ["血症", "症的急", "高钾血症", "的急诊处理", "钾血症的急诊", "高钾血症的急诊", "钾血症的急诊处理"]
IN_THE_TEXT = ["血钾", "值班医", "立即复查", "电话通知值", "三十分钟内完", "即复查并电话通", "三十分钟内完成处"]


@pytest.mark.parametrize("word", [*IN_THE_TITLE, *IN_THE_TEXT, "时，立即", "知值班医师，在"])
def test_a_word_of_two_to_eight_characters_is_found_in_the_middle(pages, word):
    assert search(word) == ["高钾血症的急诊处理"]


@pytest.mark.parametrize("letter", ["症", "钾", "理", "癌", "見", "见"])
def test_single_characters_are_found_wherever_they_stand(pages, letter):
    simple = {"見": "见"}.get(letter, letter)
    expected = [page.title for page in pages if simple in page.title + page.body]

    assert sorted(search(letter)) == sorted(expected) != []


@pytest.mark.parametrize(
    "typed", ["CT增强", "ct", "ＣＴ增强扫描", "5mg", "5 mg", "扫描5", "描5mg", "6.5mmol", "CT增強掃描5MG"]
)
def test_letters_digits_and_characters_may_be_mixed(pages, typed):
    assert search(typed) == ["高钾血症的急诊处理"]


def test_words_that_other_engines_leave_out_are_found(pages):
    assert search("IT") == search("the") == ["信息科 IT 服务手册"]


def test_letters_are_whole_words(pages):
    assert search("C") == search("mmo") == []


def test_characters_that_do_not_follow_each_other_are_no_word(pages):
    assert search("钾急") == search("血钾的") == search("扫描立即") == search("处置见") == []


def test_all_words_are_wanted_unless_one_asks_for_any(pages):
    assert search("高钾 心肌梗死") == search("急诊 打印机") == []
    assert search("急诊 复查") == ["高钾血症的急诊处理"]  # one in the title, one in the body
    assert sorted(search("急诊 打印机", operator="or")) == ["信息科 IT 服务手册", "高钾血症的急诊处理"]


def test_a_title_counts_more_than_a_text(pages):
    assert search("心肌梗死") == ["心肌梗死护理常规", "ICU 危急值报告"]


def test_one_may_ask_of_titles_alone(pages):
    assert search("心肌梗死", fields=["title"]) == ["心肌梗死护理常规"]
    assert search("血钾", fields=["title"]) == []
    assert search("心肌梗死", fields=["title", "body"]) == ["心肌梗死护理常规", "ICU 危急值报告"]
    with pytest.raises(SearchFieldError):
        search("心肌梗死", fields=["slug"])


@pytest.mark.parametrize("typed", ["高", "高钾", "钾血症", "处理", "急诊处", "高钾血症的急诊处理", "高钾 急"])
def test_titles_are_found_while_they_are_typed(pages, typed):
    assert complete(typed) == ["高钾血症的急诊处理"]


@pytest.mark.parametrize("typed", ["I", "IC", "icu", "ICU危", "ICU 危急值报", "危急值 IC"])
def test_letters_may_be_half_typed(pages, typed):
    assert "ICU 危急值报告" in complete(typed)


def test_while_typing_only_titles_are_looked_at(pages):
    assert complete("血钾") == complete("打印机") == []


def test_wagtails_ways_of_asking(pages):
    assert search(Phrase("心肌梗死 护理")) == []
    assert search(Phrase("危急值报告")) == ["ICU 危急值报告"]
    assert search(And([PlainText("心肌"), Not(PlainText("护理"))])) == ["ICU 危急值报告"]
    assert sorted(search(Or([PlainText("高钾"), PlainText("打印机")]))) == ["信息科 IT 服务手册", "高钾血症的急诊处理"]
    assert len(search(Not(PlainText("心肌")))) == 2
    assert len(search(MATCH_ALL)) == 4
    assert search(Not(MATCH_ALL)) == []
    assert search(Boost(PlainText("高钾"), 2.0)) == search(Fuzzy("高钾")) == ["高钾血症的急诊处理"]
    assert search(And([MATCH_ALL, PlainText("高钾")])) == ["高钾血症的急诊处理"]
    assert search(parse_query_string('心肌 "护理常规"', operator="and")[1]) == ["心肌梗死护理常规"]


def test_any_filter_works_and_counts_as_what_is_shown(pages, cast, space):
    other = make_space(cast.yunling, slug="yunling")
    write(other, "高钾血症，云岭", "急诊")
    up_to_date()

    here = Article.objects.filter(space=space)
    assert search("高钾", here) == ["高钾血症的急诊处理"]
    assert here.search("高钾").count() == 1
    assert Article.objects.search("高钾").count() == 2
    assert Article.objects.descendant_of(other).search("高钾").count() == 1
    assert search("高钾", Article.objects.filter(space__slug="yunling", summary="")) == ["高钾血症，云岭"]
    assert search("高钾", Article.objects.none()) == []


def test_types_are_kept_apart_and_found_together(pages, space):
    space.add_child(instance=Regulation(title="高钾血症处置制度", number="QY-1"))
    up_to_date()

    assert search("高钾", Regulation.objects.all()) == ["高钾血症处置制度"]
    assert sorted(search("高钾", ContentPage.objects.all())) == ["高钾血症处置制度", "高钾血症的急诊处理"]
    found = ContentPage.objects.specific().search("处置制度")
    assert [type(page) for page in found] == [Regulation]
    assert dict(ContentPage.objects.search("高钾").facet("content_type_id")) == {
        page.content_type_id: 1 for page in ContentPage.objects.filter(title__startswith="高钾")
    }


def test_another_order_than_relevance(pages):
    every = Article.objects.search("的 OR 理", operator="or", order_by="title")

    assert titles(every) == sorted(titles(every))
    assert search("心肌梗死", Article.objects.order_by("title"), order_by_relevance=False) == [
        "ICU 危急值报告",
        "心肌梗死护理常规",
    ]
    assert search("心肌梗死", Article.objects.order_by(F("title").desc()), order_by_relevance=False) == [
        "心肌梗死护理常规",
        "ICU 危急值报告",
    ]


def test_pages_of_results_are_pieces_of_one_list(engine, space, cast):
    other = make_space(cast.yunling, slug="yunling")
    for number in range(7):
        write(space, f"采血流程 {number}", "采血" * (number % 3))
        write(other, f"采血采血 {number}", "采血" * 9)  # better, and not asked for
    up_to_date()

    def found():  # anew: what was fetched once would be cut in memory
        return Article.objects.filter(space=space).search("采血")

    whole = titles(found())
    assert len(whole) == found().count() == len(set(whole)) == 7
    assert titles(found()[:3]) + titles(found()[3:6]) + titles(found()[6:9]) == whole
    assert [found()[2:5].count(), found()[6:9].count(), found()[9:12].count()] == [3, 1, 0]
    assert found()[3].title == whole[3]
    assert titles(found()[2:5][1:]) == whole[3:5]


def test_a_score_may_be_asked_for(pages):
    found = list(Article.objects.search("心肌梗死").annotate_score("_score"))

    assert found[0]._score > found[1]._score


def test_what_changed_is_found_as_it_is_now(pages, space):
    first, *_ = pages
    first.title, first.body = "低钾血症的处理", "补钾。"
    first.save()
    up_to_date()

    assert search("高钾") == search("立即复查") == complete("高钾") == []
    assert search("补钾") == complete("低钾") == ["低钾血症的处理"]


def test_what_was_moved_is_found_in_its_new_place_at_once(pages, cast):
    first, *_ = pages
    other = make_space(cast.yunling, slug="yunling")
    old = first.get_parent()

    first.move(other, pos="last-child")

    assert search("高钾", Article.objects.descendant_of(old)) == []
    assert search("高钾", Article.objects.descendant_of(other)) == ["高钾血症的急诊处理"]


def test_what_was_deleted_is_gone_at_once(pages):
    pages[0].delete()

    assert search("高钾") == []
    assert Article.objects.search("高钾").count() == 0


@pytest.mark.parametrize("text", BAD)
def test_whatever_is_typed_gets_an_answer(pages, text):
    for ask in (Article.objects.search, Article.objects.autocomplete):
        found = ask(text)
        assert found.count() == len(list(found))
        assert list(found[:3]) == list(found)[:3]


def test_signs_are_found_nowhere_and_hinder_nothing(pages):
    assert search("！？") == search("😀") == search("高钾 AND 急诊") == []
    assert search("（高钾）！ 急诊；") == search('"高钾"') == search("高钾*") == ["高钾血症的急诊处理"]


def test_the_longest_text_is_found_to_its_end(engine, space):
    """A vector of PostgreSQL takes 1 MB and 16,383 places; a text has a million characters at most."""
    letters = [chr(0x4E00 + (number * 7919 + number // 20_000 * 31) % 20_000) for number in range(999_980)]
    write(space, "长文", "".join(letters[:500_000]) + "甲状腺结节" + "".join(letters[500_000:]) + "尾声在此处")
    up_to_date()

    assert search("甲状腺结节") == ["长文"]
    assert search("".join(letters[300_000:300_006])) == ["长文"]
    assert search("甲状结") == []


def test_pictures_and_attachments_are_found_by_title(engine, cast):
    Attachment.objects.create(title="输液泵操作规程（2024）", file="documents/a.pdf")
    Picture.objects.create(title="心电图示意", file="pictures/a.png", width=1, height=1)
    up_to_date()

    for ask in (search, complete):
        assert ask("输液泵", Attachment.objects.all()) == ["输液泵操作规程（2024）"]
        assert ask("电图", Picture.objects.all()) == ["心电图示意"]
        assert ask("输液泵", Picture.objects.all()) == []


def test_tags_of_a_picture_are_found(engine, cast):
    picture = Picture.objects.create(title="心电图示意", file="pictures/a.png", width=1, height=1)
    picture.tags.add("教学查房")
    picture.save()
    up_to_date()

    assert search("教学查房", Picture.objects.all()) == ["心电图示意"]
