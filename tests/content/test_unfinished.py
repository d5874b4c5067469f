"""我的草稿: whatever one wrote and readers do not see yet, saved or not."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from content import queries
from content.actions import placing, publishing, writing
from content.actions.writing import Text
from content.models import ContentPage, Draft
from tests.cast import make_space

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W43")]


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


def begin(space, by, title):
    return writing.create(space, "article", by=by, text=Text(title, "正文"))


def titles(user):
    return [(each.title, each.is_saved) for each in queries.drafts_of(user)]


def test_a_page_that_was_saved_and_not_published_is_among_the_drafts(client, cast, space):
    page = begin(space, cast.lin_xiaoman, "夜班交接")
    begin(space, cast.zhou_yaning, "别人的")

    assert titles(cast.lin_xiaoman) == [("夜班交接", True)]
    client.force_login(cast.lin_xiaoman)
    for address in ("/library/", "/"):
        answer = client.get(address).content.decode()
        assert reverse("content:draft", args=[page.uid]) in answer, address
        assert "已保存，还没有发布" in answer


def test_each_stands_there_once_the_newest_first_until_it_is_published_or_removed(cast, space):
    first, second = begin(space, cast.lin_xiaoman, "甲"), begin(space, cast.lin_xiaoman, "乙")
    third = begin(space, cast.lin_xiaoman, "丙")
    writing.keep_draft(by=cast.lin_xiaoman, page=first, base=first.latest_revision_id, text=Text("甲改", "正文"))
    writing.keep_draft(by=cast.lin_xiaoman, parent=space, kind="case", text=Text("没存过", "正文"))
    publishing.publish(second, by=cast.lin_xiaoman)
    placing.remove(third, by=cast.lin_xiaoman)

    assert titles(cast.lin_xiaoman) == [("没存过", False), ("甲改", False)]


@pytest.mark.promise("W4", "W5")
def test_whoever_may_not_write_there_any_more_is_not_told_what_it_is_called_now(cast, space):
    begin(space, cast.lin_xiaoman, "夜班交接")

    cast.lin_xiaoman.memberships.get().delete()

    assert titles(cast.lin_xiaoman) == []


def test_what_somebody_saved_meanwhile_is_said(cast, space):
    page = begin(space, cast.lin_xiaoman, "甲")
    base = page.latest_revision_id
    writing.keep_draft(by=cast.lin_xiaoman, page=page, base=base, text=Text("甲", "我的"))
    assert [each.is_overtaken for each in queries.drafts_of(cast.lin_xiaoman)] == [False]

    writing.save(ContentPage.objects.get(pk=page.pk), by=cast.zhou_yaning, base=base, text=Text("甲", "别人的"))

    assert [each.is_overtaken for each in queries.drafts_of(cast.lin_xiaoman)] == [True]


@pytest.mark.parametrize("count", [1, 6])
def test_whatever_waits_it_is_one_query_besides_who_one_is(cast, space, count, django_assert_num_queries):
    for number in range(count):
        begin(space, cast.lin_xiaoman, f"第 {number} 篇")
    queries.drafts_of(cast.lin_xiaoman)

    with django_assert_num_queries(3):
        assert len(queries.drafts_of(cast.lin_xiaoman)) == count


@pytest.mark.promise("P25")
@pytest.mark.parametrize("base", ["123456", "-5", "9" * 30])
def test_a_text_that_says_it_began_with_nothing_known_is_kept_all_the_same(client, cast, space, base):
    page = begin(space, cast.lin_xiaoman, "甲")
    client.force_login(cast.lin_xiaoman)
    sent = {"page": page.uid, "title": "甲", "body": "我的", "base": base}

    answer = client.post(reverse("content:draft_keep"), sent)
    connection.check_constraints()

    assert answer.status_code == 200
    assert Draft.objects.get(page=page).base is None


def test_two_windows_begin_the_same_new_page_in_one_row(cast, space):
    Draft.objects.create(person=cast.lin_xiaoman, parent=space, kind="article")

    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.create(person=cast.lin_xiaoman, parent=space, kind="article")
