"""Write what a confirmed list says, some hundred people at a time. Doing a part twice changes nothing."""

import datetime
from collections import defaultdict

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from audit.actions import record_many
from org.actions import leave
from org.models import Membership, User
from org.pinyin import initials_of, pinyin_of
from people.choices import Change
from people.staff.posts import Post, compare
from ui.days import today

AT_A_TIME = 250  # people in one transaction: about half a second, so nobody waits long for the database
LEAVERS_AT_A_TIME = 20  # their sessions, rights and pages are handed over one by one


def apply(staff_import, progress):
    """Leavers first, so that their telephone numbers are free; then everybody else."""
    rows = staff_import.rows.filter(done_at=None).exclude(kind=Change.FAULTY)
    leavers = rows.filter(kind=Change.LEAVER)
    while batch := list(leavers.order_by("pk").select_related("person")[:LEAVERS_AT_A_TIME]):
        with transaction.atomic():
            _let_go(staff_import, batch)
            _done(batch, progress)
    others = rows.exclude(kind=Change.LEAVER)
    while batch := list(others.order_by("pk")[:AT_A_TIME]):
        with transaction.atomic():
            Batch(staff_import, batch).write()
            _done(batch, progress)


def _let_go(staff_import, rows):
    for row in rows:
        if row.person.is_active:
            day = datetime.date.fromisoformat(row.wanted["last_day"])
            leave(row.person, day=day, by=staff_import.confirmed_by)


def _done(rows, progress):
    for row in rows:
        row.done_at = timezone.now()
    type(rows[0]).objects.filter(pk__in=[row.pk for row in rows]).update(done_at=timezone.now())
    progress.step(by=len(rows))
    progress.keep()  # in the transaction of the batch: one without the other never happens


class Batch:
    """Some hundred people, written with a handful of statements."""

    def __init__(self, staff_import, rows):
        self.staff_import, self.rows, self.today = staff_import, rows, today()
        numbers = [row.number for row in rows]
        self.people = {person.number: person for person in User.objects.filter(number__in=numbers)}
        self.memberships = defaultdict(list)
        here = Membership.objects.within(staff_import.unit).filter(person__in=self.people.values())
        for membership in here:
            self.memberships[membership.person_id].append(membership)

    def write(self):
        self._write_accounts()
        self._write_posts()
        self._write_mail_addresses()
        self._write_decisions()

    def _write_accounts(self):
        joiners, changed = [], []
        for row in self.rows:
            person, fields = self.people.get(row.number), row.wanted.get("fields", {})
            if person is None:
                joiners.append(_account(row, fields))
            elif fields or not person.is_active:
                vars(person).update(fields, is_active=True, left_on=None)
                changed.append(person)
        for name in ("phone", "email"):
            self._free(name)
        User.objects.bulk_create(joiners)
        User.objects.bulk_update(changed, ["phone", "email", "is_active", "left_on"])
        self.people |= {person.number: person for person in joiners}

    def _free(self, name):
        """A number or address of somebody who left may be another's today."""
        wanted = [row.wanted["fields"][name] for row in self.rows if name in row.wanted.get("fields", {})]
        User.objects.filter(is_active=False, **{f"{name}__in": wanted}).update(**{name: None})

    def _write_posts(self):
        new, changed, dropped = [], [], []
        for row in self.rows:
            person = self.people[row.number]
            posts = [Post.from_values(values) for values in row.wanted["posts"]]
            difference = compare(self.memberships[person.pk], posts, self.today)
            new += [_membership(person, post) for post in difference.new]
            changed += [*difference.changed, *difference.ended]
            dropped += [membership.pk for membership in difference.dropped]
        Membership.objects.filter(pk__in=dropped).delete()
        Membership.objects.bulk_update(changed, ["starts_on", "ends_on", "is_main"])
        Membership.objects.bulk_create(new)

    def _write_mail_addresses(self):
        """What HR says is verified: the second factor and the code by mail rely on it."""
        people = {
            self.people[row.number].pk: row.wanted["fields"]["email"]
            for row in self.rows
            if "email" in row.wanted.get("fields", {})
        }
        EmailAddress.objects.filter(user__in=people).delete()
        EmailAddress.objects.bulk_create(
            EmailAddress(user_id=pk, email=email, verified=True, primary=True) for pk, email in people.items()
        )

    def _write_decisions(self):
        about = [
            (self.people[row.number], f"person.{row.kind}", {"was": row.shown.get("was", [])}, _after(row))
            for row in self.rows
        ]
        record_many(about, by=self.staff_import.confirmed_by, reason=str(self.staff_import))


def _account(row, fields):
    person = User(number=row.number, name=row.name, **fields)
    person.pinyin, person.initials = pinyin_of(row.name), initials_of(row.name)
    person.set_unusable_password()  # a slip of paper lets them in the first time
    return person


def _membership(person, post):
    return Membership(
        person=person,
        unit_id=post.unit_id,
        position_id=post.position_id,
        starts_on=post.starts_on,
        ends_on=post.ends_on,
        is_main=post.is_main,
    )


def _after(row):
    """No telephone numbers or addresses in what can never be changed; only that they did."""
    return {"now": row.shown.get("now", []), "fields": sorted(row.wanted.get("fields", {}))}
