"""Where somebody works, as it is and as it shall be, and the difference between the two."""

import datetime
from dataclasses import dataclass, field, replace

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Post:
    """A line of the list: this position in this unit, from a day to a day. No start means: as it was, or today."""

    unit_id: int
    position_id: int
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    is_main: bool = True

    @property
    def key(self):
        return self.unit_id, self.position_id

    def as_values(self):
        return [self.unit_id, self.position_id, _iso(self.starts_on), _iso(self.ends_on), self.is_main]

    @classmethod
    def from_values(cls, values):
        unit_id, position_id, starts_on, ends_on, is_main = values
        return cls(unit_id, position_id, _date(starts_on), _date(ends_on), is_main)


@dataclass
class Difference:
    """What has to be done so that the memberships become the wanted posts."""

    new: list[Post] = field(default_factory=list)
    changed: list = field(default_factory=list)  # memberships with their new days and main mark already set
    ended: list = field(default_factory=list)  # memberships with their last day set
    dropped: list = field(default_factory=list)  # memberships that never came to be
    is_reopened: bool = False

    def __bool__(self):
        return bool(self.new or self.changed or self.ended or self.dropped)

    @property
    def is_move(self):
        """Whether somebody works elsewhere or as something else, and not only from or until another day."""
        return bool(self.new or self.ended or self.dropped or self.is_reopened)


def compare(memberships, wanted, today) -> Difference:
    """The difference between all memberships somebody has or had and the wanted posts. Sets days on the former."""
    difference, open_ones, past = Difference(), {}, {}
    for membership in memberships:
        key = membership.unit_id, membership.position_id
        if membership.ends_on is None or membership.ends_on >= today:
            open_ones.setdefault(key, []).append(membership)
        else:
            past[*key, membership.starts_on] = membership
    begins = []
    for post in wanted:
        if same := open_ones.get(post.key):
            membership = same.pop(0)
            if _take_over(membership, post):
                difference.changed.append(membership)
            if membership.starts_on > today:
                begins.append(membership.starts_on)
        elif (again := past.get((*post.key, post.starts_on))) and _take_over(again, post):
            difference.changed.append(again)
            difference.is_reopened = True
        elif again is None:
            difference.new.append(replace(post, starts_on=post.starts_on or today))
            begins.append(post.starts_on or today)
    first = min(begins, default=today)
    for membership in (each for left in open_ones.values() for each in left):
        _end(membership, first, today, difference)
    return difference


def _take_over(membership, post):
    wanted = {"starts_on": post.starts_on or membership.starts_on, "ends_on": post.ends_on, "is_main": post.is_main}
    is_changed = any(getattr(membership, name) != value for name, value in wanted.items())
    vars(membership).update(wanted)
    return is_changed


def _end(membership, first, today, difference):
    """The day before the new post begins is the last one; what has not begun yet is taken back."""
    last = first - DAY
    if membership.starts_on > today or last < membership.starts_on == today:
        difference.dropped.append(membership)
        return
    last = max(last, membership.starts_on)
    if membership.ends_on is None or membership.ends_on > last:
        membership.ends_on = last
        difference.ended.append(membership)


def _iso(day):
    return day.isoformat() if day else None


def _date(text):
    return datetime.date.fromisoformat(text) if text else None
