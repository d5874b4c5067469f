"""Keep review dates from being forgotten: who maintains a page is reminded, then the head of its unit is told (W45)."""

from datetime import timedelta

from django.db import transaction

import jobs
from access import rules
from content.actions.requests import deciders
from content.models import ContentPage, Reminder
from notifications.actions import notify
from org.choices import RoleKind
from org.models import Membership, Role
from ui.days import today

REMIND = "content.remind"
BEFORE = (0, 7, 30)  # days before the date, each told once
AGAIN = 30  # days until the head is told again
BATCH = 50  # pages of one piece of quick work
ASKED = 5  # heads upwards that are tried: the one next to the page may not be a reader of it


def stage_of(valid_until) -> int | None:
    """The reminder that today asks for: 30, 7, 0, then -1, -31, -61 …; None while the date is far."""
    left = (valid_until - today()).days
    if left < 0:
        return -1 - AGAIN * ((-left - 1) // AGAIN)
    return next((stage for stage in BEFORE if left <= stage), None)


def plan():
    """Ask for the reminders of today. Two queries; whatever was told already is left out, so twice is once."""
    pages = ContentPage.objects.pages().filter(live=True, removal=None)
    near = pages.filter(valid_until__lte=today() + timedelta(days=max(BEFORE)))
    told = set(Reminder.objects.filter(page__in=near.values("pk")).values_list("page", "valid_until", "stage"))
    rows = near.order_by("pk").values_list("pk", "valid_until")
    missing = [pk for pk, valid_until in rows if (pk, valid_until, stage_of(valid_until)) not in told]
    for start in range(0, len(missing), BATCH):
        batch = missing[start : start + BATCH]
        jobs.due(REMIND, key=f"{today()}:{batch[0]}", payload={"pages": batch})


@transaction.atomic
def remind(pages):
    """Tell of these pages what is due now; one whose date was moved meanwhile is left in peace."""
    found = ContentPage.objects.filter(pk__in=pages, live=True, removal=None).select_related(
        "maintainer", "space__unit", "space__stewards"
    )
    for page in found.exclude(valid_until=None):
        stage = stage_of(page.valid_until)
        if stage is not None:
            _tell(page, stage)


def _tell(page, stage):
    _row, is_new = Reminder.objects.get_or_create(page=page, valid_until=page.valid_until, stage=stage)
    if not is_new:
        return
    values = {"until": str(page.valid_until), "days": (page.valid_until - today()).days}
    key = f"{page.uid}:{page.valid_until}:{stage}"
    head = head_over(page) if stage < 0 else None
    kind = "review.due" if stage >= 0 else "review.overdue"
    notify(kind, to=deciders(page), about=page, key=key, **values, head=head.name if head else "")
    if head is not None:
        who = page.maintainer.name if page.maintainer else ""
        notify("review.escalated", to=[head], about=page, key=key, **values, maintainer=who)


def head_over(page):
    """The nearest head of the page's unit who may read it, else the nearest administrator; never its maintainer."""
    heads = Membership.objects.today().filter(position__is_head=True)
    keepers = Role.objects.today().filter(kind=RoleKind.ADMINISTRATOR)
    for rows in (heads, keepers):
        near = rows.reaching(page.space.unit).filter(person__is_active=True).exclude(person=page.maintainer_id)
        for row in near.order_by("-unit__path", "person__number").select_related("person")[:ASKED]:
            if rules.can(row.person, "view", page):
                return row.person
    return None
