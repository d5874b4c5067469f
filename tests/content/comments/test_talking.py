"""What people say about a page: to whom it shows, who is told, what is settled."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from access import audiences
from audit.models import Decision
from content.actions import commenting, placing, readers
from content.comments.errors import NothingSaid, PassageMoved, TooLong, TooMuch
from content.comments.queries import talk_about
from content.models import Comment
from jobs.testing import run_due
from notifications.models import Notice
from notifications.showing import show
from org.choices import PositionKind
from tests.cast import make_space
from tests.content.pages import fresh, save

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W28", "E26")]
EDITS = frozenset(["view", "draft", "edit"])


@pytest.fixture
def space(cast):
    """Read by the hospital, written by 周雅宁 alone."""
    return make_space(cast.qingyu, slug="qingyu", editors=[audiences.person(cast.zhou_yaning)],
                      stewards=[audiences.person(cast.shen_zhixia)])  # fmt: skip


@pytest.fixture
def said(cast, page):
    return commenting.comment(page, by=cast.lin_xiaoman, text="这里写清楚几支", passage=("第二段", "", ""))


def told(person):
    run_due()
    return [(each.sentence, each.detail) for each in show(person, Notice.objects.of(person).order_by("pk"))]


def texts(user, page, verbs=frozenset(["view"]), **which):
    return [thread.comment.text for thread in talk_about(user, page, verbs, **which).threads]


def test_a_reader_comments_on_a_passage_and_the_maintainer_hears_of_it(cast, page, said):
    thread = talk_about(cast.lin_xiaoman, page, frozenset(["view"])).passages[0]

    assert (thread.passage.quote, thread.passage.start, thread.comment.quote) == ("第二段", 5, "第二段")
    assert told(cast.zhou_yaning) == [("林小满 评论了《交接班》", "这里写清楚几支")]


def test_it_stands_in_the_draft_as_well_and_moves_along_with_both(cast, page, said):
    save(page, cast.zhou_yaning, "新的开头。\n\n第一段。\n\n改过的第二段。\n")

    live, draft = (talk_about(cast.zhou_yaning, page, EDITS, is_draft=each).passages[0].passage for each in (0, 1))
    assert (live.quote, live.start) == ("第二段", 5)
    assert (draft.quote, draft.start) == ("第二段", 14)


def test_when_its_passage_vanishes_it_is_still_listed(cast, page, said):
    from content.actions import publishing

    save(page, cast.zhou_yaning, "第一段。\n\n第三段。\n")
    publishing.publish(fresh(page), by=cast.zhou_yaning)

    talk = talk_about(cast.lin_xiaoman, page, frozenset(["view"]))
    assert (talk.passages, [each.comment.quote for each in talk.vanished]) == ([], ["第二段"])

    save(page, cast.zhou_yaning, "第一段。\n\n第二段。\n\n第三段。\n")
    publishing.publish(fresh(page), by=cast.zhou_yaning)
    assert len(talk_about(cast.lin_xiaoman, page, frozenset(["view"])).passages) == 1


def test_a_passage_that_is_not_in_the_text_takes_no_comment(cast, page):
    with pytest.raises(PassageMoved):
        commenting.comment(page, by=cast.lin_xiaoman, text="？", passage=("第九段", "", ""))

    assert not Comment.objects.exists()


def test_who_takes_part_hears_of_answers_once_and_who_is_named_as_such(cast, page, said):
    commenting.answer(said, by=cast.zhou_yaning, text="两支。@沈知夏 请看")

    assert told(cast.lin_xiaoman) == [("周雅宁 回复了《交接班》的评论", "两支。@沈知夏 请看")]
    assert told(cast.shen_zhixia) == [("周雅宁 在《交接班》的评论里提到您", "两支。@沈知夏 请看")]


def test_whoever_may_not_read_the_page_is_told_nothing_even_when_named(cast, page, said):
    commenting.answer(said, by=cast.lin_xiaoman, text=f"[@赵景行](mention:{cast.zhao_jingxing.uid}) 看看")

    assert told(cast.zhao_jingxing) == []
    with pytest.raises(Http404):
        commenting.answer(said, by=cast.zhao_jingxing, text="我来看看")


def test_words_of_a_page_that_was_shut_are_gone_from_the_notice(cast, page, said):
    commenting.answer(said, by=cast.zhou_yaning, text="@林小满 请看")
    run_due()
    readers.narrow(page, by=cast.zhou_yaning,
                   rows=[audiences.everyone_in(cast.qingyu, position_kind=PositionKind.DOCTOR)])  # fmt: skip

    assert told(cast.lin_xiaoman) == [("这条通知的内容已删除，或不再对您开放", "")]
    assert texts(cast.lin_xiaoman, page) == []


def test_what_is_said_of_the_draft_stays_among_those_who_see_it(cast, page):
    save(page, cast.zhou_yaning, "第一段。\n\n还没有公布的一段。\n")
    commenting.comment(page, by=cast.zhou_yaning, text="先别公布", passage=("没有公布", "", ""), on_draft=True)

    assert texts(cast.lin_xiaoman, page, is_draft=True) == []
    assert texts(cast.zhou_yaning, page, EDITS, is_draft=True) == ["先别公布"]
    with pytest.raises(PermissionDenied):
        commenting.comment(page, by=cast.lin_xiaoman, text="？", on_draft=True)


def test_it_stays_so_when_the_draft_has_gone_live(cast, page):
    from content.actions import publishing

    save(page, cast.zhou_yaning, "第一段。\n\n还没有公布的一段。\n")
    commenting.comment(page, by=cast.zhou_yaning, text="先别公布", passage=("没有公布", "", ""), on_draft=True)
    publishing.publish(fresh(page), by=cast.zhou_yaning)

    assert texts(cast.lin_xiaoman, page) == []
    assert talk_about(cast.zhou_yaning, page, EDITS).passages[0].passage.quote == "没有公布"


def test_settled_and_taken_up_again_with_a_line_for_each(cast, page, said):
    commenting.resolve(said, by=cast.zhou_yaning, is_taken=True)
    commenting.resolve(said, by=cast.zhou_yaning)
    assert len(talk_about(cast.lin_xiaoman, page, frozenset()).resolved) == 1
    assert told(cast.lin_xiaoman) == [("周雅宁 采纳了您对《交接班》的评论", "这里写清楚几支")]

    commenting.reopen(said, by=cast.lin_xiaoman)

    assert talk_about(cast.lin_xiaoman, page, frozenset()).resolved == []
    assert list(Decision.objects.filter(verb__startswith="comment.").order_by("pk").values_list("verb", flat=True)) == [
        "comment.resolved", "comment.reopened"]  # fmt: skip


def test_only_who_began_it_or_edits_the_page_settles_it(cast, page, said):
    with pytest.raises(PermissionDenied):
        commenting.resolve(said, by=cast.han_yuan)


def test_own_words_are_changed_and_taken_back_and_answers_stay(cast, page, said):
    commenting.edit(said, by=cast.lin_xiaoman, text="写几支")
    commenting.answer(said, by=cast.zhou_yaning, text="好")
    with pytest.raises(PermissionDenied):
        commenting.edit(said, by=cast.zhou_yaning, text="别人的话")

    commenting.remove(Comment.objects.get(pk=said.pk), by=cast.lin_xiaoman)

    thread = talk_about(cast.lin_xiaoman, page, frozenset()).threads[0]
    assert (thread.comment.text, thread.comment.quote, [each.comment.text for each in thread.replies]) == (
        "",
        "",
        ["好"],
    )


def test_who_keeps_the_page_takes_away_what_must_not_stand_there(cast, page, said):
    with pytest.raises(PermissionDenied):
        commenting.remove(said, by=cast.han_yuan)

    commenting.remove(said, by=cast.shen_zhixia, reason="含患者姓名")

    assert not Comment.objects.exists()
    assert Decision.objects.get(verb="comment.removed").reason == "含患者姓名"


@pytest.mark.parametrize(("text", "error"), [("  ", NothingSaid), ("长" * 2001, TooLong)])
def test_nothing_and_too_much_at_once_are_refused(cast, page, text, error):
    with pytest.raises(error):
        commenting.comment(page, by=cast.lin_xiaoman, text=text)


def test_who_writes_too_fast_is_asked_to_wait(cast, page, said, monkeypatch):
    monkeypatch.setattr(commenting, "MOST", 2)
    commenting.comment(page, by=cast.lin_xiaoman, text="二")

    with pytest.raises(TooMuch):
        commenting.comment(page, by=cast.lin_xiaoman, text="三")


@pytest.mark.parametrize("count", [1, 4])
def test_the_talk_costs_the_same_however_long(cast, page, count, django_assert_max_num_queries):
    for number in range(count):
        made = commenting.comment(page, by=cast.lin_xiaoman, text=f"第{number}", passage=("第一段", "", ""))
        commenting.answer(made, by=cast.zhou_yaning, text="好")
        commenting.resolve(made, by=cast.zhou_yaning)
    talk_about(cast.lin_xiaoman, page, frozenset())  # what is remembered of rights

    with django_assert_max_num_queries(7):
        talk = talk_about(cast.lin_xiaoman, page, frozenset())
        assert [(each.html, each.resolution.by.name, each.replies[0].html) for each in talk.resolved]


def test_a_page_in_the_bin_keeps_its_talk_to_who_may_bring_it_back(cast, page, said):
    placing.remove(page, by=cast.zhou_yaning)

    assert texts(cast.lin_xiaoman, page) == []
