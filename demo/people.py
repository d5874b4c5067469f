"""Who works in the demo group: the seven everybody meets, the prototype's colleagues, and three hundred more."""

import random
from datetime import timedelta

from django.contrib.auth.hashers import make_password

from demo.names import names
from org.choices import RoleKind
from org.demo import ADMINISTRATOR, PASSWORD, set_up_second_step
from org.models import Membership, Position, Role, User
from org.pinyin import initials_of, pinyin_of
from ui.days import today

STAFF = 360
LARGE = 1_000  # from here on every ward is full and people have second posts

# number, name, unit, position
CAST = [
    ("QY10874", "林小满", "QY-XN1", "nurse"),
    ("QY10231", "周雅宁", "QY-XN1", "physician"),
    ("QY10112", "沈知夏", "QY-JZ", "head_nurse"),
    ("QY20045", "韩予安", "QY-XX", "engineer"),
    ("HX00036", "许文博", "HX-YWB", "officer"),
    ("HX00001", "陆知行", "HX-XXB", "office_head"),
    ("YL10406", "赵景行", "YL-XN1", "nurse"),
]
COLLEAGUES = [
    ("QY10018", "顾明远", "QY-SN", "director"),
    ("QY10007", "程砚秋", "QY-XN", "director"),
    ("QY10061", "江予舟", "QY-XN1", "head_nurse"),
    ("QY10502", "叶清禾", "QY-YX", "pharmacist"),
    ("QY10533", "林可欣", "QY-XN1", "senior_nurse"),
    ("QY10045", "陆行舟", "QY-JZ", "director"),
    ("QY10077", "方若谷", "QY-JZ", "physician"),
    ("QY10015", "温望舒", "QY-HL", "office_head"),
    ("QY10021", "纪怀瑾", "QY-YW", "office_head"),
    ("QY20001", "宋亦舟", "QY-XX", "office_head"),
    ("QY10066", "白念初", "QY-YG", "infection_officer"),
    ("HX00012", "苏亦安", "HX-HLB", "office_head"),
    ("HX00015", "陶星野", "HX-YGB", "office_head"),
    ("HX00018", "韦昭宁", "HX-YXB", "office_head"),
    ("HX00009", "顾听澜", "HX-YWB", "office_head"),
    ("YL10011", "唐晚晴", "YL-XN", "director"),
    ("YL10032", "罗浮青", "YL-XN1", "head_nurse"),
]
# role, number, unit
ROLES = [
    (RoleKind.ADMINISTRATOR, "HX00001", "HX"),
    (RoleKind.LIBRARIAN, "HX00036", "HX"),
    (RoleKind.APPROVER, "HX00009", "HX"),
    (RoleKind.ADMINISTRATOR, "QY20001", "QY"),
    (RoleKind.LIBRARIAN, "QY10015", "QY"),
    (RoleKind.APPROVER, "QY10007", "QY-XN"),
    (RoleKind.APPROVER, "QY10021", "QY"),
    (RoleKind.APPROVER, "QY10112", "QY-JZ"),
    (RoleKind.DESK_LEAD, "QY20045", "QY-XX"),
    (RoleKind.CHANNEL_OPERATOR, "HX00036", "HX"),
]
BY_DEPARTMENT = {
    "YX": ["office_head", "pharmacist"],
    "JY": ["director", "technician"],
    "FS": ["director", "radiographer"],
    "HL": ["office_head", "officer"],
    "YW": ["office_head", "officer"],
    "YG": ["office_head", "infection_officer"],
    "XX": ["office_head", "engineer"],
    "HQ": ["office_head", "keeper"],
}
FIRST = ["YW", "HL", "JZ", "XN", "YX"]  # departments whose head every hospital has
WARD = ["head_nurse", "physician", "nurse", "senior_nurse", "resident", "nurse"]
DEPARTMENT = ["director", "associate_chief", "chief_physician"]
MORE = ["physician", "nurse", "resident", "nurse", "senior_nurse"]  # when every clinical post is filled once


def load(units, count=STAFF) -> dict[str, User]:
    """Everybody by number, and the first colleague of each unit by its code.

    Named colleagues first; the rest fills the units, heads before staff.
    """
    wanted = [(number, name, units[unit], position) for number, name, unit, position in CAST + COLLEAGUES]
    taken = {name for _, name, *_ in wanted}
    headed = {(unit.pk, position) for _, _, unit, position in wanted}
    pool = (name for name in names() if name not in taken)
    serial = 30_001
    for unit, position in _posts(units, count):
        if len(wanted) >= count:
            break
        if (unit.pk, position) in headed and position in ("director", "head_nurse", "office_head"):
            continue
        headed.add((unit.pk, position))
        wanted.append((f"{unit.code.split('-')[0]}{serial}", next(pool), unit, position))
        serial += 1
    missing = {number for number, *_ in wanted} - set(User.objects.values_list("number", flat=True))
    _hire([each for each in wanted if each[0] in missing])
    _give_roles(units)
    people = {user.number: user for user in User.objects.filter(number__in=[number for number, *_ in wanted])}
    set_up_second_step(people[ADMINISTRATOR])
    firsts = {unit.code: people[number] for number, _, unit, _ in reversed(wanted)}
    return people | firsts


def _posts(units, count):
    """Places to fill, round after round, so that small demos reach every hospital."""
    ordered = sorted(units.values(), key=lambda unit: unit.path)
    staffed = [unit for unit in ordered if unit.code.split("-")[0] in ("QY", "YL", "HX")]
    others = [unit for unit in ordered if unit not in staffed]
    for unit in staffed:  # two hospitals and the group's offices are staffed like real ones
        yield from ((unit, position) for position in _posts_of(unit))
    for suffix in FIRST:
        yield from ((unit, _posts_of(unit)[0]) for unit in others if unit.code.endswith(f"-{suffix}"))
    for turn in range(3):
        yield from ((unit, posts[turn]) for unit in others if turn < len(posts := _posts_of(unit)))
    while count > LARGE:
        turn += 1
        yield from ((unit, _more_of(posts)[turn % 5]) for unit in ordered if (posts := _posts_of(unit)))


def _more_of(posts):
    return MORE if posts in (WARD, DEPARTMENT) else posts[1:] * 5


def _posts_of(unit):
    suffix = unit.code.rpartition("-")[2]
    if unit.kind == "ward":
        return WARD
    if unit.kind == "department":
        return BY_DEPARTMENT.get(suffix, ["office_head", "officer"] if unit.code.startswith("HX-") else DEPARTMENT)
    return []


def _hire(rows):
    password = make_password(PASSWORD)
    chance = random.Random(7)
    people = User.objects.bulk_create(
        [
            User(
                number=number,
                name=name,
                pinyin=pinyin_of(name),
                initials=initials_of(name),
                email=f"{number.lower()}@example.invalid",
                password=password,
            )
            for number, name, *_ in rows
        ],
        batch_size=500,
    )
    positions = {position.code: position for position in Position.objects.all()}
    Membership.objects.bulk_create(
        [
            Membership(
                person=person,
                unit=unit,
                position=positions[position],
                starts_on=today() - timedelta(days=chance.randint(200, 4_000)),
            )
            for person, (_, _, unit, position) in zip(people, rows, strict=True)
        ],
        batch_size=500,
    )


def _give_roles(units):
    people = {user.number: user for user in User.objects.filter(number__in=[number for _, number, _ in ROLES])}
    for kind, number, unit in ROLES:
        Role.objects.get_or_create(
            person=people[number],
            kind=kind,
            unit=units[unit],
            defaults={"starts_on": today() - timedelta(days=400), "reason": "演示数据"},
        )
