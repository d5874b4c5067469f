"""Rights that change while a room is open: within five seconds, and back again."""

import asyncio

import pytest

from tests.content.together.browsers import agree, until
from tests.content.together.opening import LIN, ZHOU, opened

FIVE = 5.5  # seconds of the promise, and the way there


async def told(browser, may):
    return await until(lambda: browser.told("state")[-1:] and browser.told("state")[-1]["may"] == may, within=FIVE)


def words(house, uid):
    return house.tell(f"words({uid!r})")


@pytest.mark.promise("E17")
@pytest.mark.parametrize(
    ("loss", "code"),
    (
        ("from org import actions; User.objects.filter(number='QY10874').update(is_active=False)", 4401),
        ("from org.models import Session; Session.objects.filter(user__number='QY10874').delete()", 4401),
        ("ContentPage.objects.get(uid=uid).delete()", 4404),
    ),
)
def test_who_loses_a_right_stops_writing_and_nothing_more_is_stored(house, uid, loss, code):
    house.do("User.objects.update(is_active=True)")

    async def story():
        browser = await opened(house, uid, LIN)
        assert await told(browser, "edit")
        house.do(f"uid = {uid!r}")
        house.do(loss)
        await asyncio.wait_for(browser.reading, FIVE)
        assert browser.code == code
        assert browser.told("closing")

    asyncio.run(story())
    house.do("User.objects.update(is_active=True)")


@pytest.mark.promise("E17")
def test_who_is_no_editor_any_more_reads_on_or_leaves(house, uid):
    async def story():
        browser = await opened(house, uid, LIN)
        await browser.type("甲")
        assert await until(lambda: browser.is_saved)
        house.do(
            "from access import audiences\n"
            "space = Space.objects.get(slug='qingyu')\n"
            "Space.objects.filter(pk=space.pk).update(editors=audiences.intern([audiences.heads_of(space.unit)]))"
        )
        await asyncio.wait_for(browser.reading, FIVE)
        assert browser.code == 4403

    try:
        asyncio.run(story())
    finally:
        house.do(
            "Space.objects.filter(pk=space.pk).update(editors=audiences.intern([audiences.everyone_in(space.unit)]))"
        )
    assert words(house, uid).startswith("第一段。甲\n")


LOCK = """
from django.utils import timezone
p = page({uid!r})
p.locked, p.locked_by, p.locked_at = True, User.objects.get(number="QY10231"), timezone.now()
p.save()
"""
UNLOCK = "p = page({uid!r}); p.locked, p.locked_by = False, None; p.save()"


@pytest.mark.promise("E18")
def test_a_lock_makes_open_editors_read_only_and_back_and_what_was_typed_meanwhile_arrives_then(house, uid):
    async def story():
        browser, keeper = await opened(house, uid, LIN), await opened(house, uid, ZHOU)
        house.do(LOCK.format(uid=uid))
        assert await told(browser, "read")
        assert "周雅宁" in browser.told("state")[-1]["why"]
        assert keeper.told("state")[-1]["may"] == "edit"
        await browser.type("乙")
        await keeper.type("甲")
        assert await until(lambda: browser.told("refused") and keeper.is_saved)
        await asyncio.sleep(0.5)
        assert not browser.is_saved
        assert words(house, uid).startswith("第一段。甲\n")
        house.do(UNLOCK.format(uid=uid))
        assert await told(browser, "edit")
        assert await until(lambda: browser.is_saved and agree(browser, keeper))
        assert "乙" in words(house, uid)
        await browser.close()
        await keeper.close()

    asyncio.run(story())


APPROVAL = """
from wagtail.models import Workflow, WorkflowPage, WorkflowTask
from content.models import RoleApprovalTask
from org.choices import RoleKind
from org.models import Role
from tests.cast import LONG_AGO
p = page({uid!r})
task = RoleApprovalTask.objects.create(name="医务审批", role=RoleKind.APPROVER)
workflow = Workflow.objects.create(name="发布审批")
WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
WorkflowPage.objects.create(page=p, workflow=workflow)
zhou = User.objects.get(number="QY10231")
Role.objects.create(person=zhou, kind=RoleKind.APPROVER, unit=p.space.unit, starts_on=LONG_AGO)
author = User.objects.get(number="QY10874")
"""


@pytest.mark.promise("E18")
def test_a_change_that_waits_for_approval_is_written_by_reviewers_only(house, uid):
    house.do(APPROVAL.format(uid=uid))

    async def story():
        author, reviewer = await opened(house, uid, LIN), await opened(house, uid, ZHOU)
        house.do("publishing.submit(page(p.uid), by=author)")
        assert await told(author, "read")
        await reviewer.type("甲")
        assert await until(lambda: reviewer.is_saved)
        assert reviewer.told("state")[-1]["may"] == "edit"
        house.do("publishing.withdraw(page(p.uid), by=author)")
        assert await told(author, "edit")
        await author.close()
        await reviewer.close()

    asyncio.run(story())


@pytest.mark.promise("E18")
def test_a_scheduled_publication_makes_open_editors_read_only(house, uid):
    async def story():
        author = await opened(house, uid, LIN)
        house.do(
            "import datetime\nfrom django.utils import timezone\n"
            f"publishing.publish(page({uid!r}), by=User.objects.get(number='QY10231'),"
            " at=timezone.now() + datetime.timedelta(days=1))"
        )
        assert await told(author, "read")
        house.do(f"publishing.withdraw(page({uid!r}), by=User.objects.get(number='QY10231'))")
        assert await told(author, "edit")
        await author.close()

    asyncio.run(story())
