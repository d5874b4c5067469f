"""The stories of pages: writing, merging, publishing, approving, moving, the bin, asking."""

import datetime
import re
import time

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.http import Http404
from django.utils import timezone

from access import audiences
from access.models import AccessRequest, Grant
from audit.models import Decision
from content.actions import life, placing, publishing, requests, writing
from content.actions.writing import Conflict, Saved, Text
from content.errors import AlreadyDecided, EmptyText, NeedsApproval, OwnChange, TooDeep, WritingError, WrongPlace
from content.models import ContentPage, Draft, Removal
from jobs.testing import run_due
from notifications.models import Notice
from tests.cast import make_space
from tests.content.pages import FIRST, live_text, save, step
from ui.days import today

pytestmark = pytest.mark.django_db


# -- writing


@pytest.mark.promise("W9")
def test_two_people_who_changed_different_paragraphs_both_keep_their_words(cast, page):
    base = page.latest_revision_id
    save(page, cast.lin_xiaoman, FIRST.replace("第一段", "林改的第一段"), base)

    result = save(page, cast.zhou_yaning, FIRST.replace("第三段", "周改的第三段"), base)

    assert isinstance(result, Saved)
    assert result.merged
    assert result.revision.as_object().body == "林改的第一段。\n\n第二段。\n\n周改的第三段。\n"


@pytest.mark.promise("W9")
def test_two_people_who_changed_the_same_paragraph_see_both_and_nothing_is_saved(cast, page):
    base = page.latest_revision_id
    first = save(page, cast.lin_xiaoman, FIRST.replace("第二段", "林改的"), base)

    result = save(page, cast.zhou_yaning, FIRST.replace("第二段", "周改的"), base)

    assert isinstance(result, Conflict)
    assert [(part.my_text, part.their_text) for part in result.parts.conflicts] == [("周改的。", "林改的。")]
    assert ContentPage.objects.get(pk=page.pk).latest_revision_id == first.revision.pk


@pytest.mark.promise("W11")
def test_an_empty_text_over_a_full_one_needs_a_word_and_can_be_taken_back(cast, page):
    with pytest.raises(EmptyText):
        save(page, cast.zhou_yaning, "  ")
    before = ContentPage.objects.get(pk=page.pk).latest_revision

    save(page, cast.zhou_yaning, "", empty_is_meant=True)
    writing.restore_revision(ContentPage.objects.get(pk=page.pk), before, by=cast.zhou_yaning)

    assert ContentPage.objects.get(pk=page.pk).get_latest_revision_as_object().body == FIRST


def test_a_draft_is_one_row_a_page_and_person(cast, page):
    for words in ("一", "二", "三"):
        writing.keep_draft(by=cast.lin_xiaoman, page=page, base=page.latest_revision_id, text=Text("交接班", words))

    assert Draft.objects.get().body == "三"
    assert page.revisions.count() == 1


def test_who_only_reads_may_not_write(cast):
    made = make_space(cast.qingyu, slug="read-only", editors=[audiences.person(cast.han_yuan)])

    with pytest.raises((PermissionDenied, Http404)):
        writing.create(made, "article", by=cast.lin_xiaoman, text=Text("x", "y"))


# -- publishing and approval


@pytest.mark.promise("W12")
def test_readers_see_the_old_text_until_somebody_else_has_approved(cast, page, approval):
    save(page, cast.zhou_yaning, "新的文字。\n")
    with pytest.raises(NeedsApproval):
        publishing.publish(page, by=cast.zhou_yaning)

    publishing.submit(page, by=cast.zhou_yaning, reason="更新")
    assert live_text(page) == FIRST

    publishing.approve(step(), by=cast.shen_zhixia, comment="同意")
    assert live_text(page) == "新的文字。\n"


@pytest.mark.promise("W13")
@pytest.mark.parametrize("as_superuser", (False, True))
def test_nobody_approves_an_own_change_whatever_they_are(cast, page, approval, as_superuser):
    cast.zhou_yaning.is_superuser = as_superuser
    cast.zhou_yaning.save()
    save(page, cast.zhou_yaning, "新的文字。\n")
    publishing.submit(page, by=cast.zhou_yaning)

    with pytest.raises((PermissionDenied, OwnChange)):
        publishing.approve(step(), by=cast.zhou_yaning)
    with pytest.raises(OwnChange):
        step().task.specific.on_action(step(), cast.zhou_yaning, "approve")
    assert live_text(page) == FIRST


@pytest.mark.promise("W13")
def test_who_asked_for_the_approval_of_somebody_elses_words_does_not_give_it(cast, page, approval):
    save(page, cast.lin_xiaoman, "新的文字。\n")
    publishing.submit(page, by=cast.shen_zhixia)

    with pytest.raises((PermissionDenied, OwnChange)):
        publishing.approve(step(), by=cast.shen_zhixia)
    assert live_text(page) == FIRST


@pytest.mark.promise("W13")
def test_who_wrote_a_part_of_the_change_is_an_author_too(cast, page, approval):
    save(page, cast.shen_zhixia, FIRST.replace("第一段", "沈的话"))
    save(page, cast.zhou_yaning, FIRST.replace("第一段", "沈的话").replace("第三段", "周的话"))
    publishing.submit(page, by=cast.zhou_yaning)

    with pytest.raises((PermissionDenied, OwnChange)):
        publishing.approve(step(), by=cast.shen_zhixia)


@pytest.mark.promise("W12")
def test_a_declined_change_goes_back_with_its_reason_and_can_come_again(cast, page, approval):
    save(page, cast.lin_xiaoman, "新的文字。\n")
    publishing.submit(page, by=cast.lin_xiaoman)
    publishing.decline(step(), by=cast.shen_zhixia, comment="请补充依据")
    run_due()

    assert live_text(page) == FIRST
    assert Notice.objects.get(person=cast.lin_xiaoman, kind="page.declined").values["comment"] == "请补充依据"
    publishing.submit(page, by=cast.lin_xiaoman)
    publishing.approve(step(), by=cast.shen_zhixia)
    assert live_text(page) == "新的文字。\n"


@pytest.mark.promise("W12")
def test_a_decision_is_taken_once(cast, page, approval):
    save(page, cast.lin_xiaoman, "新的文字。\n")
    publishing.submit(page, by=cast.lin_xiaoman)
    waiting = step()
    publishing.approve(waiting, by=cast.shen_zhixia)

    with pytest.raises(AlreadyDecided):
        publishing.decline(waiting, by=cast.zhou_yaning, comment="不")


def test_a_text_set_for_later_goes_live_at_its_moment_and_not_before(cast, page):
    save(page, cast.zhou_yaning, "明天的文字。\n")
    soon = timezone.now() + datetime.timedelta(seconds=2)
    publishing.publish(page, by=cast.zhou_yaning, at=soon)
    assert live_text(page) == FIRST

    time.sleep(2)
    call_command("publish_scheduled", verbosity=0)

    assert live_text(page) == "明天的文字。\n"


@pytest.mark.promise("W6")
def test_an_old_revision_never_brings_old_readers_or_places_back(cast, page, space):
    old = ContentPage.objects.get(pk=page.pk).latest_revision
    closed = make_space(cast.ward, slug="ward")
    placing.move(page, closed, by=cast.zhou_yaning)

    writing.restore_revision(ContentPage.objects.get(pk=page.pk), old, by=cast.zhou_yaning)
    publishing.publish(ContentPage.objects.get(pk=page.pk), by=cast.zhou_yaning)

    now = ContentPage.objects.get(pk=page.pk)
    assert (now.space_id, now.scope) == (closed.pk, closed.scope)
    assert not ContentPage.objects.visible_to(cast.shen_zhixia).filter(pk=page.pk).exists()


# -- placing


@pytest.mark.promise("W39")
def test_an_address_holds_through_renaming_and_moving(cast, client, page):
    address = page.get_absolute_url()
    closed = make_space(cast.ward, slug="ward")
    placing.move(page, closed, by=cast.zhou_yaning)
    writing.save(
        ContentPage.objects.get(pk=page.pk),
        by=cast.zhou_yaning,
        base=ContentPage.objects.get(pk=page.pk).latest_revision_id,
        text=Text("改了名", FIRST),
    )
    publishing.publish(ContentPage.objects.get(pk=page.pk), by=cast.zhou_yaning)
    client.force_login(cast.lin_xiaoman)

    assert "改了名" in client.get(address).content.decode()


def test_a_page_never_stands_below_itself_nor_too_deep(cast, space, page):
    child = writing.create(page, "article", by=cast.zhou_yaning, text=Text("下级", ""))
    with pytest.raises(WrongPlace):
        placing.move(page, child, by=cast.zhou_yaning)

    with pytest.raises(TooDeep):
        for number in range(12):
            child = writing.create(child, "article", by=cast.zhou_yaning, text=Text(f"{number}", ""))


def test_what_is_removed_nobody_reads_and_it_comes_back_as_it_was(cast, client, space, page):
    child = writing.create(page, "article", by=cast.zhou_yaning, text=Text("草稿下级", ""))
    removal = placing.remove(page, by=cast.zhou_yaning)
    assert not ContentPage.objects.pages().visible_to(cast.zhou_yaning).exists()
    client.force_login(cast.lin_xiaoman)
    assert client.get(page.get_absolute_url()).status_code == 404

    placing.restore(removal, by=cast.zhou_yaning)

    back = ContentPage.objects.get(pk=page.pk)
    assert (back.live, back.get_parent().pk, back.scope) == (True, space.pk, space.scope)
    assert not ContentPage.objects.get(pk=child.pk).live
    assert not Removal.objects.exists()
    assert ContentPage.find_problems() == ([], [], [], [], [])


def test_what_stood_below_a_page_that_is_gone_comes_back_to_its_space(cast, space, page):
    child = writing.create(page, "article", by=cast.zhou_yaning, text=Text("下级", ""))
    removal = placing.remove(child, by=cast.zhou_yaning)
    placing.remove(page, by=cast.zhou_yaning)

    assert placing.restore(removal, by=cast.zhou_yaning).get_parent().pk == space.pk


@pytest.mark.promise("P23")
def test_the_bin_forgets_after_thirty_days(cast, page):
    removal = placing.remove(page, by=cast.zhou_yaning)
    Removal.objects.filter(pk=removal.pk).update(at=timezone.now() - datetime.timedelta(days=31))

    placing.purge_old()

    assert not ContentPage.objects.filter(pk=page.pk).exists()
    assert Decision.objects.filter(verb="page.purged", about_key=page.uid).exists()


# -- life and asking


@pytest.mark.promise("W45")
def test_still_correct_counts_as_a_review(cast, page):
    row = life.verify(page, by=cast.zhou_yaning)

    assert ContentPage.objects.get(pk=page.pk).trust == "verified"
    assert (row.by, row.content_hash) == (cast.zhou_yaning, ContentPage.objects.get(pk=page.pk).content_hash)


@pytest.mark.promise("W45")
def test_who_only_reads_a_page_does_not_say_that_it_is_correct(cast):
    space = make_space(cast.qingyu, slug="read", editors=[audiences.person(cast.zhou_yaning)])
    draft = writing.create(space, "article", by=cast.zhou_yaning, text=Text("要点", "正文"))
    page = publishing.publish(draft, by=cast.zhou_yaning)

    with pytest.raises(PermissionDenied):
        life.verify(page, by=cast.lin_xiaoman)
    assert ContentPage.objects.get(pk=page.pk).valid_until is None


@pytest.mark.promise("W42", "P35")
def test_asking_for_a_page_reaches_the_maintainer_and_opens_it_for_some_days(cast, page):
    requests.ask(cast.zhao_jingxing, page.uid, "转院患者")
    requests.ask(cast.zhao_jingxing, page.uid, "再问一次")
    requests.ask(cast.zhao_jingxing, "zzzzzzzzzzzz", "没有这一页")
    run_due()
    waiting = AccessRequest.objects.get()
    assert Notice.objects.filter(person=cast.zhou_yaning, kind="access.asked").count() == 1
    assert not ContentPage.objects.visible_to(cast.zhao_jingxing).filter(pk=page.pk).exists()

    requests.decide(waiting, by=cast.zhou_yaning, days=7)

    assert ContentPage.objects.visible_to(cast.zhao_jingxing).filter(pk=page.pk).exists()
    assert Grant.objects.get().ends_on == today() + datetime.timedelta(days=7)
    with pytest.raises(AlreadyDecided):
        requests.decide(waiting, by=cast.zhou_yaning, days=7)


@pytest.mark.promise("W42", "W4")
def test_a_request_is_answered_by_who_may_change_the_page(cast, page):
    requests.ask(cast.zhao_jingxing, page.uid, "转院患者")

    with pytest.raises(Http404):
        requests.decide(AccessRequest.objects.get(), by=cast.zhao_jingxing, days=7)
    assert not Grant.objects.exists()


@pytest.mark.promise("W42", "P25")
def test_nobody_asks_without_end(cast, page, monkeypatch):
    monkeypatch.setattr(requests, "ASKED_A_DAY", 1)
    requests.ask(cast.zhao_jingxing, page.uid, "转院患者")
    requests.decide(AccessRequest.objects.get(), by=cast.zhou_yaning)

    requests.ask(cast.zhao_jingxing, page.uid, "再问一次")

    assert AccessRequest.objects.count() == 1


@pytest.mark.promise("P23")
def test_a_request_for_a_page_that_is_gone_is_answered_with_not_found(cast, client, page):
    requests.ask(cast.zhao_jingxing, page.uid, "借鉴")
    asked = AccessRequest.objects.get()
    ContentPage.objects.get(pk=page.pk).delete()
    client.force_login(cast.zhou_yaning)

    assert client.post(f"/requests/{asked.pk}/", {"days": "7"}).status_code == 404


@pytest.mark.promise("W10")
def test_publishing_carries_no_text_along_that_was_not_on_the_screen(cast, client, page):
    save(page, cast.zhou_yaning, "周雅宁的。\n")
    client.force_login(cast.zhou_yaning)
    draft = client.get(f"/wiki/{page.uid}/draft/").content.decode()
    seen = re.search(r"/publish/\?seen=(\d+)", draft)[1]
    save(page, cast.lin_xiaoman, "林小满还没写完的。\n")

    answer = client.post(f"/wiki/{page.uid}/publish/", {"change": "editorial", "seen": seen}, follow=True)

    assert live_text(page) == FIRST
    assert "请看过新的文字再决定" in answer.content.decode()
    now = ContentPage.objects.get(pk=page.pk).latest_revision_id
    client.post(f"/wiki/{page.uid}/publish/", {"change": "editorial", "seen": now})
    assert live_text(page) == "林小满还没写完的。\n"


@pytest.mark.promise("W42")
def test_who_may_only_read_the_page_learns_of_no_request(cast, client):
    space = make_space(cast.qingyu, slug="read", editors=[audiences.person(cast.zhou_yaning)])
    draft = writing.create(space, "article", by=cast.zhou_yaning, text=Text("要点", "正文"))
    requests.ask(cast.zhao_jingxing, publishing.publish(draft, by=cast.zhou_yaning).uid, "借鉴")
    client.force_login(cast.lin_xiaoman)

    answers = [client.post(f"/requests/{pk}/", {"days": "7"}) for pk in (AccessRequest.objects.get().pk, 99)]

    assert [answer.status_code for answer in answers] == [404, 404]


@pytest.mark.promise("P23")
def test_every_decision_leaves_a_row(cast, space, page):
    writing.create(page, "article", by=cast.zhou_yaning, text=Text("下级", ""))
    placing.copy(page, space, by=cast.zhou_yaning)
    publishing.unpublish(page, by=cast.zhou_yaning)
    placing.remove(ContentPage.objects.get(pk=page.pk), by=cast.zhou_yaning)

    verbs = list(Decision.objects.filter(by=cast.zhou_yaning).order_by("pk").values_list("verb", flat=True))

    assert verbs == [
        *("page.created", "page.published", "page.created", "page.copied"),
        *("page.unpublished", "page.removed"),
    ]


@pytest.mark.promise("W4")
def test_double_brackets_do_not_tell_whether_a_hidden_page_is_called_so(cast, page):
    mine = writing.create(
        make_space(cast.yunling, slug="yunling"), "article", by=cast.zhao_jingxing, text=Text("我的", "见[[交接班]]。")
    )

    assert mine.body == "见[[交接班]]。"


@pytest.mark.promise("W4", "W6")
def test_a_page_goes_nowhere_its_mover_may_not_write(cast, page):
    stranger = make_space(cast.yunling, slug="yunling")
    readable = make_space(
        cast.qingyu, slug="read", editors=[audiences.person(cast.shen_zhixia)], stewards=[audiences.heads_of(cast.it)]
    )

    with pytest.raises(Http404):
        placing.move(page, stranger, by=cast.zhou_yaning)
    with pytest.raises(PermissionDenied):
        placing.move(page, readable, by=cast.zhou_yaning)


def test_a_title_in_double_brackets_becomes_a_link_that_survives_renaming(cast, page):
    saved = save(page, cast.zhou_yaning, "见[[交接班]]和[[没有的]]。")

    assert saved.revision.as_object().body == f"见[交接班](page:{page.uid})和[[没有的]]。"


@pytest.mark.promise("P25")
def test_a_text_that_cannot_be_drawn_is_refused_with_a_reason_and_nothing_is_saved(cast, page):
    with pytest.raises(WritingError, match="套得太深"):
        save(page, cast.zhou_yaning, "> " * 2_000 + "深")

    assert page.revisions.count() == 1
