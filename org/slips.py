"""登录条: a code on paper that lets a colleague without mail in, once, within seven days."""

import secrets
from unicodedata import normalize

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from audit.actions import record
from hanzi import sounds
from org.choices import RoleKind
from org.models import Role, Slip, Unit

# Words that sound different from each other, so the code can be typed as characters or as pinyin.
WORDS = (
    "松溪山云竹梅月星江河湖海林桥舟雪风雨花鸟茶灯泉石田晨春秋冬夏"
    "兰柳桃鹿燕麦稻帆塔窗琴棋书笔墨瓷金银铜虹霜雷岭谷滩港浪沙木叶"
)


def new_code():
    """“松-4827-溪-16”: two words and six digits, four thousand million in all."""
    first, second = secrets.choice(WORDS), secrets.choice(WORDS)
    return f"{first}-{secrets.randbelow(10_000):04}-{second}-{secrets.randbelow(100):02}"


def give(person, by):
    """A new slip for this person; older ones end. The code is told here and never again."""
    return give_many([person], by)[0][1]


@transaction.atomic
def give_many(people, by):
    """Slips for a department: pairs of person and code, to be printed now and never shown again."""
    given = [(person, new_code()) for person in people]
    Slip.objects.filter(person__in=[person.pk for person, _ in given], used_at=None).delete()
    Slip.objects.bulk_create([Slip(person=person, code_hash=_hash(code), made_by=by) for person, code in given])
    for person, _ in given:
        record("slip.given", person, by=by)
    return given


def find(person, code):
    """The newest slip of this person if the code is its, open or not; None otherwise."""
    slip = person.slips.first() if person else None
    expected = slip.code_hash if slip else ""
    return slip if constant_time_compare(expected, _hash(code)) else None


def keepers(person):
    """The administrators who may give this person a slip, nearest first."""
    posts = person.memberships.today().select_related("unit")
    paths = {unit.path for unit in Unit.objects.above([post.unit.path for post in posts])}
    roles = Role.objects.today().filter(kind=RoleKind.ADMINISTRATOR, unit__path__in=paths, person__is_active=True)
    return [role.person for role in roles.select_related("person", "unit").order_by("-unit__path")[:3]]


@transaction.atomic
def use(slip):
    """Spend the slip: the person must set an own password next. False if somebody was quicker or it is too late."""
    if not slip.is_open or not Slip.objects.filter(pk=slip.pk, used_at=None).update(used_at=timezone.now()):
        return False
    slip.person.must_change_password = True
    slip.person.save(update_fields=["must_change_password"])
    record("slip.used", slip.person, by=slip.person)
    return True


def _hash(code):
    """Keyed, so that the rows alone tell nothing, and quick, for ten thousand are printed at once."""
    spoken = "".join(sounds.spoken(normalize("NFKC", code[:40]))).casefold()
    return salted_hmac("org.slip", "".join(filter(str.isalnum, spoken)), algorithm="sha256").hexdigest()
