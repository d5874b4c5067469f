"""What somebody said and proposed is handed out and, as far as nobody built on it, erased."""

import pytest

from content.actions import commenting, proposing
from content.models import Comment, Proposal
from content.personal_data import Talk
from tests.content.pages import FIRST

pytestmark = [pytest.mark.django_db, pytest.mark.promise("P24")]


@pytest.fixture
def said(cast, page):
    answered = commenting.comment(page, by=cast.lin_xiaoman, text="有人回复")
    commenting.answer(answered, by=cast.zhou_yaning, text="好，@林小满")
    commenting.comment(page, by=cast.lin_xiaoman, text="没人回复")
    proposing.propose(page, by=cast.lin_xiaoman, body=FIRST + "一句。\n", reason="少一句")


def test_all_of_it_is_handed_out(cast, said):
    given = Talk().export(cast.lin_xiaoman)

    assert [each["text"] for each in given["comments"]] == ["有人回复", "没人回复"]
    assert [each["reason"] for each in given["proposals"]] == ["少一句"]


def test_what_others_answered_stays_and_the_report_says_so(cast, said):
    kept = Talk().erase(cast.lin_xiaoman)

    assert [(each.what, each.count) for each in kept] == [("有人回复过的评论", 1)]
    assert list(Comment.objects.values_list("text", flat=True)) == ["有人回复", "好，@…"]
    assert not Proposal.objects.exists()
