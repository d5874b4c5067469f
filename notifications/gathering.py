"""From rows that are due to messages: who wants to be left alone, what is read by now, what may still be seen."""

from collections import defaultdict

from django.utils import timezone
from django.utils.translation import gettext as _

from notifications import composing, groups, registry, resting, showing
from notifications.choices import State
from notifications.models import Delivery, Rhythm, WayChoice
from notifications.ways.base import Message
from org import duty

USUAL = Rhythm()


def messages(way, people):
    """One message a person, of everything due. What is put off or pointless is written down on the way."""
    now = timezone.now()
    rows = Delivery.objects.by(way.name).due(now).filter(person__in=people)
    rows = rows.select_related("notice__actor", "person__rhythm").order_by("notice__at", "notice")
    per_person = defaultdict(list)
    for row in rows:
        per_person[row.person].append(row)
    notes = Notes(way, people, now)
    made = [message for person, rows in per_person.items() if (message := notes.message(person, rows))]
    notes.write()
    return made


class Notes:
    """What is decided about many rows, written in a handful of statements."""

    def __init__(self, way, people, now):
        self.way, self.now = way, now
        self.dropped, self.put_off = defaultdict(list), defaultdict(list)
        self.choices = {
            (person, group): is_on
            for person, group, is_on in WayChoice.objects.filter(way=way.name, person__in=people).values_list(
                "person", "group", "is_on"
            )
        }
        self.on_duty = duty.who_is_on(None, None, now)

    def message(self, person, rows):
        rows = self._that_may_come_now(person, self._that_are_wanted(person, rows))
        rows = self._that_may_be_seen(person, rows)
        if not rows:
            return None
        notices = [row.notice for row in rows]
        named = frozenset(registry.find(notice.kind).group for notice in notices)
        return Message(person, notices, composing.key_of(self.way.name, notices), named)

    def _that_are_wanted(self, person, rows):
        for row in rows:
            if not person.is_active:
                self.dropped["left"].append(row.pk)
            elif _is_read(row.notice):
                self.dropped["read"].append(row.pk)
            elif not self._is_on(person, row.notice):
                self.dropped["off"].append(row.pk)
            else:
                yield row

    def _is_on(self, person, notice):
        group = groups.find(registry.find(notice.kind).group)
        return group.is_binding or self.choices.get((person.pk, group.name), True)

    def _that_may_come_now(self, person, rows):
        rhythm = getattr(person, "rhythm", USUAL)
        until = resting.until(rhythm, self.now, is_on_duty=person.pk in self.on_duty)
        for row in rows:
            kind = registry.find(row.notice.kind)
            if until > self.now and not kind.is_urgent and not groups.find(kind.group).is_binding:
                self.put_off[until].append(row.pk)
            else:
                yield row

    def _that_may_be_seen(self, person, rows):
        rows = list(rows)
        showing.show(person, [row.notice for row in rows])
        may = [row for row in rows if row.notice.shown_as is not registry.GONE]
        per_kind = defaultdict(list)
        for row in may:
            per_kind[row.notice.kind].append(row.notice)
        wanted = {
            notice.pk
            for kind, notices in per_kind.items()
            for notice in registry.find(kind).still_wanted(person, notices)
        }
        for row in rows:
            if row not in may:
                self.dropped["gone"].append(row.pk)
            elif row.notice_id not in wanted:
                self.dropped["unfollowed"].append(row.pk)
        return [row for row in may if row.notice_id in wanted]

    def write(self):
        for why, numbers in self.dropped.items():
            rows = Delivery.objects.due(self.now).filter(pk__in=numbers)
            rows.update(state=State.DROPPED, reason=REASONS[why](), done_at=self.now)
        for moment, numbers in self.put_off.items():
            Delivery.objects.due(self.now).filter(pk__in=numbers).update(due_at=moment)


def _is_read(notice):
    """By its person; one made without touching the bell bears the moment it was made."""
    return notice.read_at is not None and notice.read_at != notice.at


REASONS = {
    "left": lambda: _("本人已离职"),
    "read": lambda: _("已在站内看过"),
    "off": lambda: _("本人关闭了这种方式"),
    "gone": lambda: _("内容已删除，或不再对本人开放"),
    "unfollowed": lambda: _("本人不再关注"),
}
