"""The rows of an audience as they travel in a form: short texts that hold uids and codes, never ids.

unit~<uid> · unit~<uid>~kind~nurse · unit~<uid>~position~<code> · unit~<uid>~heads · unit~<uid>~role~approver ·
person~<uid>; a star instead of the uid is the whole group, an exclamation mark in front excludes.
"""

from access.audiences import Row
from access.models import AudienceRow
from org.choices import PositionKind, RoleKind
from org.models import Position, Unit, User

ANYWHERE = "*"
MOST = 100  # rows; nobody reads more, and each is a part of the query that counts


class UnknownToken(ValueError):
    """A text that names nothing: made up, or of something that is gone."""


def token_of(row) -> str:
    """The text of a row whose unit, position and person are at hand."""
    if row.person_id:
        token = f"person~{row.person.uid}"
    else:
        token = f"unit~{row.unit.uid if row.unit else ANYWHERE}"
        if row.role:
            token += f"~role~{row.role}"
        elif row.heads:
            token += "~heads"
        elif row.position_id:
            token += f"~position~{row.position.code}"
        elif row.position_kind:
            token += f"~kind~{row.position_kind}"
    return f"!{token}" if row.is_exclusion else token


def rows_of(tokens) -> list[AudienceRow]:
    """Unstored rows with unit, position and person at hand. Costs three queries at most."""
    tokens = list(dict.fromkeys(tokens))[: MOST + 1]
    parts = [token.removeprefix("!").split("~") for token in tokens]
    units = _found(Unit, "uid", (part[1] for part in parts if part[0] == "unit" and len(part) > 1))
    people = _found(User, "uid", (part[1] for part in parts if part[0] == "person" and len(part) > 1))
    positions = _found(Position, "code", (part[3] for part in parts if len(part) == 4 and part[2] == "position"))
    return [_row(token, part, units, people, positions) for token, part in zip(tokens, parts, strict=True)]


def _found(model, column, keys):
    keys = set(keys)
    return {getattr(each, column): each for each in model.objects.filter(**{f"{column}__in": keys})} if keys else {}


def _row(token, parts, units, people, positions):
    row = AudienceRow(is_exclusion=token.startswith("!"))
    units = {ANYWHERE: None, **units}
    try:
        match parts:
            case ["person", uid]:
                row.person = people[uid]
            case ["unit", uid]:
                row.unit = units[uid]
            case ["unit", uid, "heads"]:
                row.unit, row.heads = units[uid], True
            case ["unit", uid, "kind", kind]:
                row.unit, row.position_kind = units[uid], PositionKind(kind).value
            case ["unit", uid, "position", code]:
                row.unit, row.position = units[uid], positions[code]
            case ["unit", uid, "role", role]:
                row.unit, row.role = units[uid], RoleKind(role).value
            case _:
                raise UnknownToken(token)
    except (KeyError, ValueError) as error:
        raise UnknownToken(token) from error
    return row


def plain(row) -> Row:
    """The row by plain ids, as `audiences.intern` takes it."""
    return Row(**{name: getattr(row, name) for name in Row.__dataclass_fields__})


def tokens_of(rows) -> list[str]:
    """Of stored or plain rows; costs three queries at most."""
    rows = list(rows)
    units = Unit.objects.in_bulk({row.unit_id for row in rows if row.unit_id})
    people = User.objects.in_bulk({row.person_id for row in rows if row.person_id})
    positions = Position.objects.in_bulk({row.position_id for row in rows if row.position_id})
    whole = []
    for row in rows:
        values = {name: getattr(row, name) for name in Row.__dataclass_fields__ if not name.endswith("_id")}
        known = {"unit": units.get(row.unit_id), "person": people.get(row.person_id)}
        whole.append(AudienceRow(**values, **known, position=positions.get(row.position_id)))
    return [token_of(row) for row in whole]
