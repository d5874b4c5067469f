"""What this room holds about people (P24): their notices."""

from django.utils.translation import gettext_lazy as _

from notifications.models import Notice
from org.models import User
from org.personal_data import Holding, register


class Notices(Holding):
    """What the person was told. In notices of others the name is looked up, so erasing the account erases it there."""

    name, label = "notices", _("通知")

    def export(self, person):
        return list(Notice.objects.of(person).values("kind", "at", "read_at", "values"))

    def erase(self, person):
        Notice.objects.of(person).delete()
        User.objects.filter(pk=person.pk).update(unread=0)
        return []


register(Notices())
