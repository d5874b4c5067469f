"""Approvals: what readers see meanwhile, who decides about what, and the one door past them."""

import datetime
import io
import zipfile

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from access import audiences
from audit.models import Decision
from content.actions import placing, publishing, writing
from content.actions.spaces import demand_approval
from content.actions.writing import Text
from content.errors import (
    AlreadyDecided,
    ChangedMeanwhile,
    NeedsApproval,
    NeedsApprovalThere,
    PageLocked,
    ReasonMissing,
)
from content.models import ContentPage, Override
from content.transfer import exporting
from jobs.testing import run_due
from notifications.models import Notice
from org.choices import RoleKind
from org.models import Role
from tests.cast import LONG_AGO, make_space
from tests.content.pages import FIRST, fresh, live_text, save, step

pytestmark = pytest.mark.django_db
SECRET = "隐星草"  # only in the change that waits
NEW = f"改过的{SECRET}一段。\n"
REASON = "明早八点起执行，审批人都在手术台上"


@pytest.fixture
def waiting(cast, page, approval):
    """A change by 周雅宁 that waits; 沈知夏 may approve it."""
    save(page, cast.zhou_yaning, NEW)
    publishing.submit(page, by=cast.zhou_yaning, reason="更新")
    return step()


@pytest.fixture
def administrator(cast):
    """The hospital's administrator, who writes in the space like everybody there."""
    Role.objects.create(person=cast.han_yuan, kind=RoleKind.ADMINISTRATOR, unit=cast.qingyu, starts_on=LONG_AGO)
    return cast.han_yuan


def door(state):
    return reverse("content:override", args=[state.pk])


@pytest.mark.promise("W12")
def test_a_live_page_is_not_carried_past_the_approvals_of_another_place(cast, page, approval):
    own = make_space(cast.ward, slug="ward", editors=[audiences.everyone_in(cast.qingyu)])
    elsewhere = writing.create(own, "article", by=cast.zhou_yaning, text=Text("要点", FIRST))
    publishing.publish(elsewhere, by=cast.zhou_yaning)

    with pytest.raises(NeedsApprovalThere):
        placing.move(fresh(elsewhere), page.get_parent(), by=cast.zhou_yaning)
    placing.move(fresh(page), own, by=cast.zhou_yaning)

    publishing.unpublish(fresh(elsewhere), by=cast.zhou_yaning)
    assert placing.move(fresh(elsewhere), page.space, by=cast.zhou_yaning).space_id == page.space_id


# -- what readers see meanwhile


@pytest.mark.promise("W12", "W4")
def test_readers_meet_the_approved_text_alone_at_every_exit(client, cast):
    """Page, tree, history, comparison, draft, preview, menus, search, lists, inbox, export."""
    space = make_space(
        cast.qingyu,
        slug="read-only",
        editors=[audiences.person(cast.zhou_yaning)],
        stewards=[audiences.person(cast.han_yuan)],
    )
    page = writing.create(space, "article", by=cast.zhou_yaning, text=Text("床旁交接", FIRST))
    publishing.publish(page, by=cast.zhou_yaning)
    Role.objects.create(person=cast.shen_zhixia, kind=RoleKind.APPROVER, unit=cast.qingyu, starts_on=LONG_AGO)
    demand_approval(space, RoleKind.APPROVER, by=cast.han_yuan)
    change = Text(f"床旁交接{SECRET}", NEW, f"{SECRET}摘要", (f"{SECRET}标签",))
    writing.save(fresh(page), by=cast.zhou_yaning, base=fresh(page).latest_revision_id, text=change)
    publishing.submit(page, by=cast.zhou_yaning, reason=f"{SECRET}原因")
    run_due()
    page, state = fresh(page), step()
    addresses = [
        *(reverse(f"content:{name}", args=[page.uid]) for name in ("page_short", "page_menu", "around", "branch")),
        *(reverse(f"content:{name}", args=[page.uid]) for name in ("draft", "edit", "history", "publish", "copy")),
        *(reverse(f"content:{name}", args=[space.slug]) for name in ("space", "export", "import_start", "bin")),
        reverse("content:compare", args=[page.uid, page.live_revision_id, page.latest_revision_id]),
        reverse("content:approval", args=[state.pk]),
        door(state),
        reverse("content:find", args=[space.slug]) + "?q=交接",
        *("/library/", "/search/?q=交接", "/search/suggestions/?q=交接&kind=page", "/", "/cards/main/", "/cards/side/"),
        *("/waiting/", "/inbox/", f"/people/{cast.zhou_yaning.uid}/", "/admin/", f"/admin/pages/{page.pk}/edit/"),
    ]
    client.force_login(cast.lin_xiaoman)

    told = {address: client.get(address, follow=True).content.decode() for address in addresses}
    archive = io.BytesIO()
    exporting.export(space, archive, by=cast.lin_xiaoman)
    exported = zipfile.ZipFile(archive)

    assert "第一段。" in told[addresses[0]]
    assert "床旁" in told["/search/?q=交接"]
    assert [address for address, words in told.items() if SECRET in words] == []
    assert [name for name in exported.namelist() if SECRET in name + exported.read(name).decode()] == []


@pytest.mark.promise("W12")
def test_an_approver_who_may_not_write_lets_the_text_go_live(cast, page, approval):
    save(page, cast.zhou_yaning, NEW)
    page.space.as_space.editors = audiences.intern([audiences.person(cast.zhou_yaning)])
    page.space.as_space.save()
    publishing.submit(fresh(page), by=cast.zhou_yaning)

    publishing.approve(step(), by=cast.shen_zhixia)

    assert live_text(page) == NEW


@pytest.mark.promise("W12", "W13")
def test_only_the_text_that_was_read_is_approved(client, cast, page, waiting):
    """沈知夏 has the change open while 韩予安, an approver too, writes on."""
    Role.objects.create(person=cast.han_yuan, kind=RoleKind.APPROVER, unit=cast.qingyu, starts_on=LONG_AGO)
    save(page, cast.han_yuan, "后来塞进去的。\n")

    with pytest.raises(ChangedMeanwhile):
        publishing.approve(waiting, by=cast.shen_zhixia, seen=waiting.revision_id)

    assert live_text(page) == FIRST
    client.force_login(cast.shen_zhixia)
    shown = client.get(reverse("content:approval", args=[waiting.pk])).content.decode()
    assert "后来塞进去的" in shown
    client.post(reverse("content:approval", args=[waiting.pk]), {"answer": "yes", "seen": step().revision_id})
    assert live_text(page) == "后来塞进去的。\n"
    assert fresh(page).live_revision.publication.reason == "更新"


@pytest.mark.promise("W12")
def test_who_asked_takes_it_back_and_writes_on(client, cast, page, approval):
    save(page, cast.lin_xiaoman, NEW)
    publishing.submit(page, by=cast.lin_xiaoman)
    with pytest.raises(PageLocked):
        save(page, cast.lin_xiaoman, "再改。\n")
    client.force_login(cast.lin_xiaoman)

    client.post(reverse("content:withdraw", args=[page.uid]))

    save(page, cast.lin_xiaoman, "再改。\n")
    assert live_text(page) == FIRST
    client.post(reverse("content:withdraw", args=[page.uid]))
    assert Decision.objects.filter(verb="page.withdrawn", about_key=page.uid).count() == 1


def test_a_colleague_does_not_take_it_back(client, cast, page, waiting):
    client.force_login(cast.han_yuan)

    assert client.post(reverse("content:withdraw", args=[page.uid])).status_code == 403
    assert step().pk == waiting.pk


@pytest.mark.promise("W12")
def test_sending_back_needs_words(client, cast, waiting):
    with pytest.raises(ReasonMissing):
        publishing.decline(waiting, by=cast.shen_zhixia, comment="  ")
    client.force_login(cast.shen_zhixia)

    client.post(reverse("content:approval", args=[waiting.pk]), {"answer": "no", "comment": ""})

    assert step().pk == waiting.pk


# -- the door past an approval


@pytest.mark.promise("W13", "P23")
def test_an_administrator_lets_a_change_live_with_a_reason_and_everybody_concerned_is_told(
    client, cast, page, waiting, administrator
):
    before = fresh(page).live_revision_id
    client.force_login(administrator)

    client.post(door(waiting), {"reason": REASON})
    run_due()

    assert live_text(page) == NEW
    row = Override.objects.get()
    assert (row.by, row.reason, row.publication.revision_id) == (administrator, REASON, waiting.revision_id)
    written = Decision.objects.get(verb="page.overridden")
    assert (written.by, written.reason, written.about_key) == (administrator, REASON, page.uid)
    assert (written.before["live_revision"], written.after["revision"]) == (before, waiting.revision_id)
    told = Notice.objects.filter(kind="page.overridden").order_by("person__number")
    assert [notice.person.number for notice in told] == ["QY10112", "QY10231"]


@pytest.mark.promise("W13")
def test_the_history_says_that_nobody_approved_and_why(client, cast, page, waiting, administrator):
    publishing.override(waiting, by=administrator, reason=REASON)
    run_due()
    client.force_login(cast.shen_zhixia)

    assert f"原因：{REASON}" in client.get(reverse("content:history", args=[page.uid])).content.decode()
    told = client.get("/inbox/").content.decode()
    assert "韩予安 未经审批发布了《交接班》" in told
    assert REASON in told


@pytest.mark.promise("W13")
@pytest.mark.parametrize("reason", ("", "   "))
def test_without_a_reason_the_door_stays_shut(client, page, waiting, administrator, reason):
    client.force_login(administrator)

    assert client.post(door(waiting), {"reason": reason}).status_code == 422
    with pytest.raises(ReasonMissing):
        publishing.override(waiting, by=administrator, reason=reason)
    assert live_text(page) == FIRST


@pytest.mark.promise("W12")
def test_only_the_text_that_was_read_goes_past_its_approval(client, cast, page, waiting, administrator):
    client.force_login(administrator)
    shown = client.get(door(waiting)).content.decode()
    Role.objects.create(person=cast.lin_xiaoman, kind=RoleKind.APPROVER, unit=cast.qingyu, starts_on=LONG_AGO)
    save(page, cast.lin_xiaoman, "后来塞进去的。\n")

    assert f'name="seen" value="{waiting.revision_id}"' in shown
    client.post(door(waiting), {"reason": REASON, "seen": waiting.revision_id})
    assert live_text(page) == FIRST

    client.post(door(waiting), {"reason": REASON, "seen": step().revision_id})
    assert live_text(page) == "后来塞进去的。\n"


@pytest.mark.promise("W13")
def test_nobody_else_finds_the_door(client, cast, page, waiting):
    """Not its author, nor an approver or a reader: for them a change that waits is nothing they could count."""
    Role.objects.create(person=cast.zhao_jingxing, kind=RoleKind.ADMINISTRATOR, unit=cast.yunling, starts_on=LONG_AGO)
    answers = {}
    for person in (cast.zhou_yaning, cast.shen_zhixia, cast.lin_xiaoman, cast.zhao_jingxing, cast.lu_zhixing):
        client.force_login(person)
        shown = client.get(door(waiting)).status_code
        answers[person.name] = (shown, client.post(door(waiting), {"reason": REASON}).status_code)
        with pytest.raises((PermissionDenied, Http404)):
            publishing.override(waiting, by=person, reason=REASON)

    # 陆知行 is an administrator of the group, but the readers of this space are those of 青屿医院.
    assert set(answers.values()) == {(404, 404)}
    assert live_text(page) == FIRST


@pytest.mark.promise("W13")
def test_an_administrator_who_wrote_the_change_has_this_door_and_no_other(client, cast, page, approval, administrator):
    """Though an approver and an editor too, and at Wagtail's admin as well."""
    Role.objects.create(person=administrator, kind=RoleKind.APPROVER, unit=cast.qingyu, starts_on=LONG_AGO)
    save(page, administrator, NEW)
    publishing.submit(page, by=administrator)
    waiting = step()
    client.force_login(administrator)
    admin = f"/admin/pages/{page.pk}"

    with pytest.raises(NeedsApproval):
        publishing.publish(page, by=administrator)
    with pytest.raises(PermissionDenied):
        publishing.approve(waiting, by=administrator)
    client.post(reverse("content:approval", args=[waiting.pk]), {"answer": "yes"})
    client.post(
        f"{admin}/edit/", {"title": "交接班", "slug": page.uid, "action-publish": "1", "tags": "", "summary": ""}
    )
    client.post(f"{admin}/workflow/action/approve/{waiting.pk}/", {"comment": ""})
    client.post(f"/admin/bulk/content/contentpage/publish/?id={page.pk}", {})
    assert (live_text(page), step().pk) == (FIRST, waiting.pk)

    assert client.post(door(waiting), {"reason": REASON}).status_code == 302
    assert live_text(page) == NEW


@pytest.mark.promise("W13")
def test_what_was_decided_is_not_overridden(client, cast, page, waiting, administrator):
    publishing.decline(waiting, by=cast.shen_zhixia, comment="先改")
    client.force_login(administrator)

    with pytest.raises(AlreadyDecided):
        publishing.override(waiting, by=administrator, reason=REASON)
    client.post(door(waiting), {"reason": REASON})

    assert live_text(page) == FIRST


@pytest.mark.promise("W13")
def test_a_change_for_later_that_is_overridden_keeps_its_day(cast, page, approval, administrator):
    save(page, cast.zhou_yaning, NEW)
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    publishing.submit(page, by=cast.zhou_yaning, at=tomorrow)

    publishing.override(step(), by=administrator, reason=REASON)

    assert live_text(page) == FIRST
    assert fresh(page).specific.current_workflow_state is None
    assert ContentPage.objects.get(pk=page.pk).approved_schedule


def test_the_menu_and_the_approval_lead_administrators_to_the_door(client, cast, page, waiting, administrator):
    client.force_login(administrator)

    shown = client.get(reverse("content:draft", args=[page.uid])).content.decode()

    assert door(waiting) in shown


@pytest.mark.promise("P23")
def test_ending_the_demand_of_approvals_is_kept_with_what_was_demanded(cast):
    space = make_space(cast.qingyu, slug="kept", stewards=[audiences.person(cast.han_yuan)])
    demand_approval(space, RoleKind.APPROVER, by=cast.han_yuan)

    demand_approval(space, None, by=cast.han_yuan)

    written = Decision.objects.filter(verb="space.approval").order_by("-pk").first()
    assert (written.before, written.after) == ({"role": "approver"}, {"role": None})
