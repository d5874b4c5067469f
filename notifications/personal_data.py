"""What this room holds about people (P24): their notices."""

from django.utils.translation import gettext_lazy as _

from notifications.models import Notice, Rhythm
from org.models import User
from org.personal_data import Holding, register


class Notices(Holding):
    """What the person was told. In notices of others the name is looked up, so erasing the account erases it there."""

    name, label = "notices", _("通知")

    def export(self, person):
        return list(Notice.objects.of(person).values("kind", "at", "read_at", "values"))

    def erase(self, person):
        Notice.objects.of(person).delete()
        User.objects.filter(pk=person.pk).update(unread=0, urgent=0)
        return []


class Telling(Holding):
    """How the person wants to be told, and where: addresses of robots are keys, so only their ends are shown."""

    name, label = "telling", _("通知设置和设备")

    def export(self, person):
        return {
            "ways": list(person.way_choices.values("group", "way", "is_on")),
            "paces": list(person.pace_choices.values("group", "pace")),
            "rhythm": list(Rhythm.objects.filter(person=person).values()),
            "devices": list(person.push_devices.values("name", "at", "reached_at")),
            "robots": [{"way": robot.way, "end": robot.end, "at": robot.at} for robot in person.robots.all()],
        }

    def erase(self, person):
        for rows in (person.way_choices, person.pace_choices, person.push_devices, person.robots):
            rows.all().delete()
        Rhythm.objects.filter(person=person).delete()
        return []


register(Notices())
register(Telling())
