"""Whoever does not want a group at the bell finds its notices in the inbox, where they raise no number."""

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from notifications import counters
from notifications.models import Notice, WayChoice
from notifications.ways.base import Way


class InApp(Way):
    name, label, icon = "inapp", _("站内"), "bell"
    leaves_the_house = False

    def reaches(self):
        return Q()

    def hush(self, key, group, after=0):
        """Read from the first moment: read_at = at, which tells it from one that was read by its person."""
        off = WayChoice.objects.filter(group=group.name, way=self.name, is_on=False)
        if group.is_binding or not off.exists():
            return
        loud = Notice.objects.unread().filter(key=key, person__gt=after)
        hushed = list(loud.filter(Exists(off.filter(person=OuterRef("person")))).values_list("person", flat=True))
        Notice.objects.unread().filter(key=key, person__in=hushed).update(read_at=F("at"))
        counters.recount(hushed)


WAY = InApp()
