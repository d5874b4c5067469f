"""A reader proposes, the maintainer takes it over, changes it first or says why not; the reader is told."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from access import audiences
from audit.models import Decision
from content.actions import proposing, publishing, readers
from content.actions.writing import Conflict, Saved
from content.comments.errors import NothingChanged, NotInPlain, TooMuch
from content.comments.replacing import replaced
from content.errors import AlreadyDecided, ChangedMeanwhile, ReasonMissing
from content.models import ContentPage, Proposal
from content.models.proposals import Outcome
from jobs.testing import run_due
from notifications.models import Notice
from notifications.showing import show
from org.choices import PositionKind
from tests.cast import make_space
from tests.content.pages import FIRST, fresh, save

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W29")]
BETTER = FIRST.replace("第二段", "说得更清楚的第二段")


@pytest.fixture
def space(cast):
    """Read by the hospital, written by 周雅宁 alone."""
    return make_space(cast.qingyu, slug="qingyu", editors=[audiences.person(cast.zhou_yaning)],
                      stewards=[audiences.person(cast.shen_zhixia)])  # fmt: skip


@pytest.fixture
def proposal(cast, page):
    return proposing.propose(page, by=cast.lin_xiaoman, body=BETTER, reason="夜里少算一步")


def told(person):
    run_due()
    return [(each.sentence, each.detail) for each in show(person, Notice.objects.of(person).order_by("pk"))]


def latest(page):
    return fresh(page).get_latest_revision_as_object().body


def test_the_maintainer_hears_of_it_and_finds_it_among_what_waits(client, cast, proposal):
    assert told(cast.zhou_yaning) == [("林小满 对《交接班》提了修改建议", "夜里少算一步")]

    client.force_login(cast.zhou_yaning)
    said = client.get(reverse("portal:waiting")).content.decode()
    assert "林小满 建议修改《交接班》" in said
    assert "说得更清楚的" in client.get(proposal.get_absolute_url()).content.decode()


def test_accepted_it_is_a_draft_of_who_accepts_and_the_reader_is_told(cast, page, proposal):
    result = proposing.accept(proposal, by=cast.zhou_yaning, seen=1, answer="谢谢")

    assert isinstance(result, Saved)
    assert (latest(page), fresh(page).body) == (BETTER, FIRST)
    assert told(cast.lin_xiaoman) == [("周雅宁 采纳了您对《交接班》的建议", "谢谢")]
    assert Decision.objects.get(verb="proposal.accepted").after["of"] == "QY10874"


def test_what_others_changed_elsewhere_meanwhile_stays(cast, page, proposal):
    save(page, cast.zhou_yaning, FIRST.replace("第三段", "新的第三段"))

    proposing.accept(proposal, by=cast.zhou_yaning)

    assert latest(page) == BETTER.replace("第三段", "新的第三段")


def test_what_others_changed_at_the_same_place_is_shown_and_nothing_decided(client, cast, page, proposal):
    save(page, cast.zhou_yaning, FIRST.replace("第二段", "别人改的第二段"))

    assert isinstance(proposing.accept(proposal, by=cast.zhou_yaning), Conflict)
    assert Proposal.objects.get().is_waiting

    client.force_login(cast.zhou_yaning)
    shown = client.post(proposal.get_absolute_url(), {"choice": "accept", "seen": 1})
    form = shown.context["form"]
    sent = {field.html_name: field.value() or "" for field in form}
    sent |= {"theirs": shown.context["theirs"].pk, "proposal": proposal.uid, "choice-0": "mine"}
    assert f'name="proposal" value="{proposal.uid}"' in shown.content.decode()
    client.post(reverse("content:resolve", args=[page.uid]), sent)
    assert (latest(page), Proposal.objects.get().outcome) == (BETTER, Outcome.CHANGED)


def test_a_text_that_says_so_already_is_settled_without_a_new_version(cast, page, proposal):
    save(page, cast.zhou_yaning, BETTER)
    before = fresh(page).latest_revision_id

    assert proposing.accept(proposal, by=cast.zhou_yaning) is None
    assert (fresh(page).latest_revision_id, Proposal.objects.get().outcome) == (before, Outcome.ACCEPTED)


def test_changed_first_and_then_taken_over(client, cast, page, proposal):
    client.force_login(cast.zhou_yaning)
    shown = client.get(reverse("content:edit", args=[page.uid]), {"proposal": proposal.uid})
    assert shown.context["form"]["body"].value() == BETTER
    form = {field.html_name: field.value() or "" for field in shown.context["form"]}
    form.pop("empty_is_meant", None)

    client.post(
        reverse("content:edit", args=[page.uid]), {**form, "body": BETTER + "\n补一句。\n", "proposal": proposal.uid}
    )

    done = Proposal.objects.get()
    assert (done.outcome, done.revision_id) == (Outcome.CHANGED, fresh(page).latest_revision_id)
    assert told(cast.lin_xiaoman) == [("周雅宁 采纳了您对《交接班》的建议", "")]


def test_not_taken_over_it_needs_a_reason_that_the_reader_sees(client, cast, proposal):
    with pytest.raises(ReasonMissing):
        proposing.decline(proposal, by=cast.zhou_yaning, answer=" ")

    proposing.decline(proposal, by=cast.zhou_yaning, answer="与说明书不符")

    assert told(cast.lin_xiaoman) == [("周雅宁 没有采纳您对《交接班》的建议", "与说明书不符")]
    client.force_login(cast.lin_xiaoman)
    assert "与说明书不符" in client.get(proposal.get_absolute_url()).content.decode()
    assert "没有采纳" in client.get(reverse("content:proposals")).content.decode()
    with pytest.raises(AlreadyDecided):
        proposing.accept(proposal, by=cast.zhou_yaning)


def test_put_otherwise_meanwhile_it_wants_to_be_read_again(cast, proposal):
    proposing.change(proposal, by=cast.lin_xiaoman, body=FIRST + "还有一句。\n", reason="再想了想")

    with pytest.raises(ChangedMeanwhile):
        proposing.accept(proposal, by=cast.zhou_yaning, seen=1)


def test_taken_back_it_waits_no_more(client, cast, proposal):
    proposing.withdraw(proposal, by=cast.lin_xiaoman)

    client.force_login(cast.zhou_yaning)
    assert "建议修改" not in client.get(reverse("portal:waiting")).content.decode()
    with pytest.raises(AlreadyDecided):
        proposing.accept(proposal, by=cast.zhou_yaning)


def test_only_who_edits_the_page_decides(cast, proposal):
    with pytest.raises(PermissionDenied):
        proposing.accept(proposal, by=cast.lin_xiaoman)
    with pytest.raises(Http404):
        proposing.accept(proposal, by=cast.zhao_jingxing)


def test_who_loses_the_right_to_read_sees_nothing_of_it_any_more(client, cast, page, proposal):
    rows = [audiences.everyone_in(cast.qingyu, position_kind=PositionKind.DOCTOR)]
    readers.narrow(page, by=cast.zhou_yaning, rows=rows)
    proposing.accept(proposal, by=cast.zhou_yaning, answer="谢谢")

    client.force_login(cast.lin_xiaoman)
    assert client.get(proposal.get_absolute_url()).status_code == 404
    assert "交接班" not in client.get(reverse("content:proposals")).content.decode()
    assert told(cast.lin_xiaoman) == []


def test_a_draft_is_no_base_for_anybody_who_proposes(client, cast, page):
    save(page, cast.zhou_yaning, "还没有公布的文字。\n")
    client.force_login(cast.lin_xiaoman)
    address = reverse("content:propose", args=[page.uid])

    form = client.get(address).context["form"]
    client.post(address, {"whole": "1", "body": BETTER, "reason": "说明", "seen": form["seen"].value() + "x",
                          "base": fresh(page).latest_revision_id})  # fmt: skip

    assert form["body"].value() == FIRST
    assert Proposal.objects.get().base_body == FIRST


def test_one_begun_on_an_older_live_text_is_compared_with_that(client, cast, page):
    client.force_login(cast.lin_xiaoman)
    address = reverse("content:propose", args=[page.uid])
    form = client.get(address).context["form"]
    save(page, cast.zhou_yaning, FIRST.replace("第三段", "新的第三段"))
    publishing.publish(ContentPage.objects.get(pk=page.pk).specific, by=cast.zhou_yaning)

    client.post(address, {"whole": "1", "body": BETTER, "reason": "说明", "seen": form["seen"].value()})
    proposing.accept(Proposal.objects.get(), by=cast.zhou_yaning)

    assert latest(page) == BETTER.replace("第三段", "新的第三段")


def test_just_a_passage_is_put_otherwise(client, cast, page):
    client.force_login(cast.lin_xiaoman)

    client.post(reverse("content:propose", args=[page.uid]),
                {"quote": "第二段", "words": "说得更清楚的第二段", "reason": "清楚些"})  # fmt: skip

    assert Proposal.objects.get().body == BETTER


@pytest.mark.parametrize(("source", "said"), [
    ("甲：观察。\n\n乙：观察。\n", "甲：观察。\n\n乙：每小时观察。\n"),
    ("| 甲 | 乙：观察 |\n| --- | --- |\n| 观察 | 2 |\n", "| 甲 | 乙：每小时观察 |\n| --- | --- |\n| 观察 | 2 |\n"),
])  # fmt: skip
def test_of_equal_words_those_meant_are_put_otherwise(source, said):
    assert replaced(source, "观察", "乙：", "", "每小时观察") == said


def test_signs_in_the_new_words_mean_themselves():
    assert replaced("第一段。\n", "第一段", "", "", "a*b*c") == "a\\*b\\*c。\n"


@pytest.mark.parametrize("quote", ["甲乙", "没有的话"])
def test_where_signs_stand_within_the_passage_the_whole_text_is_offered(quote):
    with pytest.raises(NotInPlain):
        replaced("甲**乙**丙\n", quote, "", "", "丁")


def test_nothing_changed_and_too_much_is_refused(cast, page, proposal, monkeypatch):
    with pytest.raises(NothingChanged):
        proposing.propose(page, by=cast.lin_xiaoman, body=FIRST, reason="？")
    monkeypatch.setattr(proposing, "OPEN_AT_ONCE", 1)
    with pytest.raises(TooMuch):
        proposing.propose(page, by=cast.lin_xiaoman, body=BETTER + "再来\n", reason="？")
