"""The demo's people on the sign-in page. Never together with production settings (config/env.py)."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.utils.translation import gettext_lazy as _

from org.models import User

PEOPLE = {
    "QY10874": _("护士"),
    "QY10231": _("主治医师"),
    "QY10112": _("护士长"),
    "QY20045": _("工程师"),
    "HX00036": _("集团医务部"),
    "YL10406": _("云岭医院护士"),
    "HX00001": _("集团管理员"),
}
PASSWORD = "hongzhihui-demo"  # of everybody in the demo
ADMINISTRATOR = "HX00001"
SECRET = "HONGZHIHUIDEMOSECRETHONGZHIHUIDE"  # base32; printed on the sign-in page of every demo anyway


def people():
    """The demo people in the order of the story, each with what they are."""
    found = {person.number: person for person in User.objects.active().filter(number__in=PEOPLE)}
    return [(found[number], what) for number, what in PEOPLE.items() if number in found]


def find(number):
    return User.objects.active().filter(number=number).first() if number in PEOPLE else None


def set_up_second_step(person):
    """Give the demo's administrator an authenticator whose code the sign-in page shows."""
    if not Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists():
        TOTP.activate(person, SECRET)


def code():
    """The administrator's code of this half minute, as “418 206”."""
    administrator = Authenticator.objects.filter(user__number=ADMINISTRATOR, type=Authenticator.Type.TOTP).first()
    if administrator is None:
        return ""
    now = list(yield_hotp_counters_from_time())
    digits = format_hotp_value(hotp_value(decrypt(administrator.data["secret"]), now[len(now) // 2]))
    return f"{digits[:3]} {digits[3:]}"
