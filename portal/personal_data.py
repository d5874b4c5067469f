"""What this room holds about people (P24): their own quick links."""

from django.utils.translation import gettext_lazy as _

from org.personal_data import Holding, register
from portal.models import QuickLink


class QuickLinks(Holding):
    name, label = "quick_links", _("自定义常用")

    def export(self, person):
        return list(QuickLink.objects.filter(person=person).values("name", "address", "module__name"))

    def erase(self, person):
        QuickLink.objects.filter(person=person).delete()
        return []


register(QuickLinks())
