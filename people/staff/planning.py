"""What a staff list would change, person by person. Reads everything it needs in a few queries, writes nothing."""

from collections import defaultdict
from dataclasses import replace
from string import ascii_uppercase

from django.utils.translation import gettext as _

from org.choices import RoleKind
from org.models import Membership, Role, User
from people.choices import Change
from people.models import StaffImportRow
from people.staff.cells import LOOKS_LIKE_DIGITS
from people.staff.drafts import Reader
from people.staff.posts import DAY, compare
from ui.days import today

AT_A_TIME = 500  # values in one IN (…)


class Plan:
    """The rows of a preview and how many people there are before and after."""

    def __init__(self, staff_import, sheet, columns, known):
        self.staff_import, self.known, self.today = staff_import, known, today()
        self.reader = Reader(columns, known, staff_import.replacements)
        self.lines = self.reader.lines(sheet)
        self.drafts = self.reader.people(self.lines)
        self._load()
        self.rows, self.same = [], 0
        for draft in self.drafts:
            self._judge(draft)
        if staff_import.is_complete:
            self._find_leavers()

    def _load(self):
        numbers = [draft.number for draft in self.drafts if draft.number]
        here = Membership.objects.within(self.staff_import.unit)
        self.posts = defaultdict(list)
        for membership in here:
            self.posts[membership.person_id].append(membership)
        self.working = {pk for pk, posts in self.posts.items() if any(self._goes_on(post) for post in posts)}
        self.people = {person.number: person for person in _in_parts(User.objects.all(), "number", numbers)}
        concerned = self.working | {person.pk for person in self.people.values()}
        self.elsewhere = self._posts_elsewhere(concerned)
        self.staff = {person.pk: person for person in _in_parts(User.objects.active(), "pk", self.working)}
        self.numbers_here = {person.number for person in self.staff.values()}
        self.protected = self._protected()
        self.phones = self._holders("phone")
        self.emails = self._holders("email")
        present = {pk for pk in self.working if any(post.holds_today for post in self.posts[pk])}
        self.before = len(present & self.staff.keys())

    def _goes_on(self, post):
        return post.ends_on is None or post.ends_on >= self.today

    def _posts_elsewhere(self, people):
        """{person: posts outside the subtree that go on}"""
        posts = defaultdict(list)
        if self.staff_import.unit.is_root():
            return posts
        outside = Membership.objects.exclude(unit__path__startswith=self.staff_import.unit.path)
        for post in _in_parts(outside.select_related("unit"), "person", people):
            if self._goes_on(post):
                posts[post.person_id].append(post)
        return posts

    def _protected(self):
        """People whose account a hospital's list must not touch: they administer more than this part of the tree."""
        root = self.staff_import.unit
        if root.is_root():
            return set()
        above = Role.objects.filter(kind=RoleKind.ADMINISTRATOR).exclude(unit__path__startswith=root.path)
        roles = {role.person_id for role in above if self._goes_on(role)}
        return roles | set(User.objects.filter(is_superuser=True).values_list("pk", flat=True))

    def _holders(self, name):
        """{telephone or mail: the active colleague who has it}"""
        wanted = [getattr(draft, name) for draft in self.drafts if getattr(draft, name)]
        holders = _in_parts(User.objects.active(), name, wanted)
        return {getattr(person, name).lower(): person for person in holders}

    def _judge(self, draft):
        person = self.people.get(draft.number)
        if not draft.faults:
            self._check_identity(draft, person)
        if draft.faults:
            self._add_faulty(draft)
            return
        posts = self._with_main(draft, person)
        if all(post.ends_on and post.ends_on < self.today for post in posts):
            self._leaves(draft, person, max(post.ends_on for post in posts))
            return
        posts = [post for post in posts if not post.ends_on or post.ends_on >= self.today]
        if person is None or not person.is_active:
            self._add(Change.JOINER, draft, person, posts, self._fields(draft, person))
            return
        fields = {} if self._is_others(person) else self._fields(draft, person)
        difference = compare(self.posts[person.pk], posts, self.today)
        if difference.is_move:
            self._add(Change.MOVER, draft, person, posts, fields, difference)
        elif difference or fields:
            self._add(Change.CHANGED, draft, person, posts, fields, difference)
        else:
            self.same += 1

    def _check_identity(self, draft, person):
        line, complain = draft.lines[0], self.reader.complain
        if person is None and (meant := self._lookalike(draft.number)):
            words = _("工号里有字母，应为 %(guess)s") % {"guess": meant}
            complain(line, "number", words, meant)
        elif person and person.name != draft.name:
            complain(line, "number", _("这个工号已经是 %(name)s") % {"name": person.name})
        elif person and not person.is_active and person.left_on is None:
            complain(line, "number", _("这个账号已被管理员停用，请先启用"))
        for name, holders in (("phone", self.phones), ("email", self.emails)):
            value = getattr(draft, name)
            holder = holders.setdefault(value, draft) if value else draft
            is_other = holder is not draft and getattr(holder, "number", "") != draft.number
            if is_other:
                complain(line, name, _("已经是 %(name)s 的") % {"name": f"{holder.name}（{holder.number}）"})
        main = next((post for post in self.elsewhere.get(person.pk, ()) if post.is_main), None) if person else None
        if main and draft.says_main:
            complain(line, "is_main", _("主岗在%(unit)s，请由对方先改") % {"unit": main.unit})

    def _lookalike(self, number):
        """The number of somebody here that looks the same with digits for letters: QYO0057 is QY00057."""
        letters = len(number) - len(number.lstrip(ascii_uppercase))
        meant = (number[:place] + number[place:].translate(LOOKS_LIKE_DIGITS) for place in range(letters))
        numbers = self.numbers_here
        return next((each for each in meant if each in numbers), "")

    def _with_main(self, draft, person):
        """Where the list does not say, the first post is the main one, unless that is elsewhere."""
        if draft.says_main or (person and any(post.is_main for post in self.elsewhere.get(person.pk, ()))):
            return draft.posts
        return [replace(draft.posts[0], is_main=True), *draft.posts[1:]]

    def _fields(self, draft, person):
        """What changes in the account; an empty cell changes nothing."""
        fields = {name: getattr(draft, name) for name in ("phone", "email") if getattr(draft, name)}
        if person is None:
            return fields
        return {name: value for name, value in fields.items() if (getattr(person, name) or "").lower() != value}

    def _is_others(self, person):
        """Whether another administrator looks after this account."""
        return person.pk in self.protected or any(post.is_main for post in self.elsewhere.get(person.pk, ()))

    def _leaves(self, draft, person, day):
        if person is None or not person.is_active:
            self.reader.complain(draft.lines[0], "ends_on", _("结束日期已经过去，没有可以导入的任职"))
            self._add_faulty(draft)
        else:
            self._add_leaver(person, day, line=draft.lines[0].place)

    def _find_leavers(self):
        """Whoever works here and is not on the list; lines that could not be read protect whom they may mean."""
        named = {draft.number for draft in self.drafts}
        unread = [draft for draft in self.drafts if draft.faults]
        named |= {fault["guess"] for draft in unread for fault in draft.faults if fault["field"] == "number"}
        names = {line.written.get("name", "") for draft in unread for line in draft.lines if not draft.number}
        for person in sorted(self.staff.values(), key=lambda person: person.number):
            if person.number not in named and person.name not in names:
                self._add_leaver(person, self.today - DAY)

    def _add_leaver(self, person, day, line=0):
        if person.pk == self.staff_import.by_id or person.pk in self.protected:
            is_self = person.pk == self.staff_import.by_id
            words = _("名单里没有您自己，您不会离职") if is_self else _("是上级的管理员，请由上级处理")
            faults = [{"field": "number", "cell": "", "written": person.number, "words": words, "guess": ""}]
            self._append(Change.FAULTY, line, person.number, person.name, person, {"faults": faults}, {})
            return
        was = [self._words(post) for post in self.posts[person.pk] if self._goes_on(post)]
        shown, wanted = {"was": was, "last_day": day.isoformat()}, {"posts": [], "last_day": day.isoformat()}
        if outside := self.elsewhere.get(person.pk):
            shown["now"] = [f"{post.unit}" for post in outside]
            self._append(Change.MOVER, line, person.number, person.name, person, shown, wanted)
        else:
            self._append(Change.LEAVER, line, person.number, person.name, person, shown, wanted)

    def _add(self, kind, draft, person, posts, fields, difference=None):
        shown = {"now": [self.known.post_in_words(*post.key) for post in posts]}
        since = [post.starts_on or self.today for post in posts]
        if difference is not None:
            gone = [*difference.ended, *difference.dropped]
            shown = {
                "was": [self._words(post) for post in gone],
                "now": [self.known.post_in_words(*post.key) for post in difference.new],
                "dates": [self._dates(post) for post in difference.changed],
                "effects": self._effects(difference, gone),
            }
            since = [post.starts_on for post in difference.new]
        shown["since"] = min(since).isoformat() if since else ""
        shown["again"] = bool(person) and kind == Change.JOINER
        old = {name: getattr(person, name) or "" for name in fields} if person else {}
        shown["fields"] = [[name, old.get(name, ""), value] for name, value in fields.items()]
        wanted = {"fields": fields, "posts": [post.as_values() for post in posts]}
        self._append(kind, draft.lines[0].place, draft.number, draft.name, person, shown, wanted)

    def _effects(self, difference, gone):
        """Who heads what follows from posts."""
        loses = [post.unit_id for post in gone if self.known.positions[post.position_id].is_head]
        gains = [post.unit_id for post in difference.new if self.known.positions[post.position_id].is_head]
        return [_("不再负责%(unit)s") % {"unit": self.known.units[unit]} for unit in loses if unit not in gains] + [
            _("开始负责%(unit)s") % {"unit": self.known.units[unit]} for unit in gains if unit not in loses
        ]

    def _dates(self, post):
        return [self._words(post), post.starts_on.isoformat(), post.ends_on.isoformat() if post.ends_on else ""]

    def _words(self, post):
        return self.known.post_in_words(post.unit_id, post.position_id)

    def _add_faulty(self, draft):
        for line in draft.lines:
            if line.faults:
                unit, position, number, name = (
                    line.written.get(each, "") for each in ("unit", "position", "number", "name")
                )
                shown = {"unit": unit, "position": position, "faults": line.faults}
                self._append(Change.FAULTY, line.place, number[:40], name, None, shown, {})

    def _append(self, kind, line, number, name, person, shown, wanted):
        self.rows.append(
            StaffImportRow(
                staff_import=self.staff_import, kind=kind, line=line, number=number, name=name, person=person,
                shown=shown, wanted=wanted,
            )
        )  # fmt: skip

    @property
    def counts(self):
        counts = dict.fromkeys(Change.values, 0)
        for row in self.rows:
            counts[row.kind] += 1
        return {**counts, "same": self.same}

    @property
    def after(self):
        counts = self.counts
        return self.before + counts[Change.JOINER] - counts[Change.LEAVER]


def _in_parts(queryset, column, values):
    values = list(values)
    for start in range(0, len(values), AT_A_TIME):
        yield from queryset.filter(**{f"{column}__in": values[start : start + AT_A_TIME]})
