"""Whoever leaves hands over: every page has somebody who keeps it, the head first (W44)."""

from django.utils.translation import gettext as _

from audit.actions import record_many
from content.models import ContentPage
from notifications.actions import notify
from notifications.registry import NoticeKind, register
from org.choices import RoleKind
from org.leaving import head_above, on_leave
from org.models import Role, Unit, User


@on_leave
def hand_over_pages(person, *, day, by):
    """Pages go to the leaver's head; where there is none, to an administrator of the part of the tree they are in."""
    pages = list(ContentPage.objects.filter(maintainer=person).select_related("space__unit"))
    if not pages:
        return
    head, heirs = head_above(person), {}
    for page in pages:
        heirs.setdefault(head or _keeper_of(page, person) or by, []).append(page)
    for heir, theirs in heirs.items():
        _give(theirs, heir, person, by)


def _keeper_of(page, leaver):
    """The administrator nearest above the page's unit."""
    unit = page.space.unit if page.space_id else Unit.get_first_root_node()
    roles = Role.objects.today().reaching(unit).filter(kind=RoleKind.ADMINISTRATOR, person__is_active=True)
    nearest = roles.exclude(person=leaver).order_by("-unit__path", "starts_on").values_list("person", flat=True).first()
    return User.objects.filter(pk=nearest).first()


def _give(pages, heir, leaver, by):
    ContentPage.objects.filter(pk__in=[page.pk for page in pages]).update(maintainer=heir)
    before, after = {"maintainer": leaver.uid}, {"maintainer": heir.uid}
    record_many([(page, "page.handed_over", before, after) for page in pages], by=by)
    notify(
        "page.handed_over",
        to=[heir],
        key=f"{leaver.uid}:{heir.uid}:{leaver.left_on}",
        who=leaver.name,
        count=len(pages),
    )


@register
class HandedOver(NoticeKind):
    name = "page.handed_over"
    tile = "person"
    group = "approval"
    needs = None

    def sentence(self, notice):
        return _("%(who)s离职，维护的 %(count)s 页交给您") % notice.values

    def detail(self, notice):
        return _("请看看还对不对，或转给合适的同事")
