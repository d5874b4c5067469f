"""What is chosen in one picker, and what its buttons do to it. The form carries the whole state; nothing is stored."""

from functools import cached_property

from django.core import signing
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from access.models import Scope
from access.picker import counting, tokens, units, words
from access.picker.tokens import UnknownToken, token_of
from org.choices import PositionKind
from org.models import Membership, Position, User

SALT = "audience picker"
MOST_FOUND = 8


class Selection:
    """The rows of a picker named `name`; `setup` are the words and limits its form gave it."""

    def __init__(self, name, rows, setup, data=None):
        self.name, self.rows, self.setup = name, list(rows), setup
        self.data = data or {}
        self.trouble = ""

    @classmethod
    def from_post(cls, name, data, setup=None):
        """As it was sent. Raises UnknownToken for rows that nobody can have chosen."""
        if setup is None:
            try:
                setup = signing.loads(data.get(f"{name}-setup", ""), salt=SALT)
            except signing.BadSignature as error:
                raise UnknownToken("setup") from error
        return cls(name, tokens.rows_of(data.getlist(name)), setup, data)

    @property
    def signed_setup(self):
        return signing.dumps(
            {key: value if key == "within" else str(value) for key, value in self.setup.items()}, salt=SALT
        )

    def answer(self):
        """Do what the pressed button says."""
        op, _colon, token = self.data.get(f"{self.name}-op", "").partition(":")
        if op == "remove":
            self._drop([token])
        elif op in ("person", "not-person"):
            self._add(tokens.rows_of([f"{'!' * (op == 'not-person')}person~{token}"]))
        elif op in ("add", "exclude") and self._list("unit"):
            self._add(self._ticked(is_exclusion=op == "exclude"))
        elif op in ("add", "exclude"):
            self.trouble = _("请先勾选单位")

    def taken(self):
        """The form itself was sent: without JavaScript the ticks count now, with it a forgotten tick is a mistake."""
        if self.data.get(f"{self.name}-plain"):
            self._drop(self._list("drop"))
            self._add(self._ticked())
            self._add_numbers()
        elif self._list("unit"):
            self.trouble = _("勾选的单位还没有加入范围，请按“加入”，或取消勾选")
        return self

    def _drop(self, dropped):
        self.rows = [row for row in self.rows if token_of(row) not in dropped]

    def _add_numbers(self):
        numbers = self.data.get(f"{self.name}-numbers", "").upper().split()[: tokens.MOST]
        people = User.objects.active().filter(number__in=numbers)
        self._add(tokens.rows_of(f"person~{person.uid}" for person in people))
        if unknown := set(numbers) - {person.number for person in people}:
            self.trouble = _("没有这个工号：%(numbers)s") % {"numbers": "、".join(sorted(unknown))[:100]}

    def _add(self, rows):
        chosen = {token_of(row) for row in self.rows}
        self.rows += [row for row in rows if token_of(row) not in chosen]
        if len(self.rows) > tokens.MOST:
            self.rows = self.rows[: tokens.MOST]
            self.trouble = _("最多 %(most)d 条，请选上一级单位") % {"most": tokens.MOST}

    def _ticked(self, is_exclusion=False):
        """Every ticked unit with every ticked kind; without a kind, everybody there."""
        uids, kinds = self._list("unit"), self._list("kind")
        narrowed = [f"~{kind}" if kind == "heads" else f"~kind~{kind}" for kind in kinds]
        if position := self.data.get(f"{self.name}-position"):
            narrowed.append(f"~position~{position}")
        sign = "!" if is_exclusion else ""
        return tokens.rows_of(f"{sign}unit~{uid}{narrow}" for uid in uids for narrow in narrowed or [""])

    def _list(self, what):
        return self.data.getlist(f"{self.name}-{what}") if self.data else []

    @property
    def parameters(self):
        """Names of the inputs that belong to the picker: no button of it sends the rest of the form."""
        parts = ("setup", "op", "unit", "kind", "position", "where", "find")
        return ",".join([self.name, *(f"{self.name}-{part}" for part in parts)])

    # -- what the template shows -----------------------------------------------------------------

    @cached_property
    def count(self):
        return counting.count(self.rows, self.scope)

    @cached_property
    def scope(self):
        return Scope.objects.filter(pk=self.setup["within"]).first() if self.setup.get("within") else None

    @cached_property
    def lines(self):
        return [
            {"row": row, "token": token_of(row), "words": words.line(row), "icon": words.icon(row), "people": people}
            for row, people in zip(self.rows, self.count.rows, strict=True)
        ]

    @property
    def kinds(self):
        ticked = self._list("kind")
        return [(value, label, value in ticked) for value, label in PositionKind.choices]

    @property
    def positions(self):
        return Position.objects.all()

    @property
    def sought_units(self):
        return self.data.get(f"{self.name}-where", "")[:40]

    @cached_property
    def tree(self):
        return units.found(self.sought_units) if self.sought_units else units.top()

    @property
    def sought_people(self):
        return self.data.get(f"{self.name}-find", "")[:40]

    @cached_property
    def found_people(self):
        """Colleagues found, each with the rows that name them already."""
        if not self.sought_people.strip():
            return []
        today = Membership.objects.today().select_related("unit", "position")
        people = list(
            User.objects.active()
            .matching(self.sought_people)
            .prefetch_related(Prefetch("memberships", queryset=today, to_attr="posts"))[:MOST_FOUND]
        )
        reasons = counting.reasons(self.rows, people)
        return [{"person": person, **self._why(reasons.get(person.pk, ()))} for person in people]

    def _why(self, rows):
        against = [words.line(row) for row in rows if row.is_exclusion]
        let_in = [words.line(row) for row in rows if not row.is_exclusion]
        return {"is_in": bool(let_in) and not against, "let_in": let_in, "against": against}

    @cached_property
    def people(self):
        """Everybody who is chosen, for the list of names."""
        return User.objects.active().filter(counting.people_of(self.rows)).order_by("number")
