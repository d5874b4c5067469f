"""The browser somebody sits at: what to call it, and who has signed in there before."""

import ipaddress
import re

from allauth.core.internal.httpkit import get_client_ip
from django.core import signing
from django.core.exceptions import ImproperlyConfigured
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import gettext_lazy as _

COOKIE = "hzh_device"
KEPT_FOR = 400 * 24 * 3600  # the longest that browsers keep a cookie
REMEMBERED = 30  # people a ward PC knows; each sign-in moves to the front

BROWSERS = (  # the first that fits; each pretends to be those further down
    (r"Lark|Feishu", _("飞书")),
    (r"MicroMessenger", _("微信")),
    (r"Edg", "Edge"),
    (r"Firefox|FxiOS", "Firefox"),
    (r"QQBrowser", _("QQ 浏览器")),
    (r"Chrome|CriOS|Chromium", "Chrome"),
    (r"Safari", "Safari"),
)
SYSTEMS = (
    (r"iPhone", "iPhone"),
    (r"iPad", "iPad"),
    (r"HarmonyOS|OpenHarmony", _("鸿蒙设备")),
    (r"Android", _("安卓设备")),
    (r"Windows", _("Windows 电脑")),
    (r"Macintosh", _("苹果电脑")),
    (r"Linux", _("Linux 电脑")),
)
PHONES = r"iPhone|Android|Mobile|HarmonyOS"


class Device:
    """A browser as its signed cookie tells: an id, and the people who have signed in there, the latest first."""

    def __init__(self, key="", people=()):
        self.key, self.people = key or get_random_string(16), list(people)

    @classmethod
    def of(cls, request):
        try:
            key, people = signing.loads(request.COOKIES.get(COOKIE, ""), salt=COOKIE)
        except (signing.BadSignature, ValueError, TypeError):
            return cls()
        return cls(key, people)

    def knows(self, person):
        return _mark(person) in self.people

    @property
    def latest(self):
        return self.people[0] if self.people else None

    def welcome(self, person):
        """The same browser after this person has signed in."""
        mark = _mark(person)
        return Device(self.key, [mark, *(each for each in self.people if each != mark)][:REMEMBERED])

    def keep(self, request, response):
        value = signing.dumps([self.key, self.people], salt=COOKIE)
        secure = request.is_secure()
        response.set_cookie(COOKIE, value, max_age=KEPT_FOR, httponly=True, samesite="Lax", secure=secure)


def _mark(person):
    """Recognises a person without telling who it is."""
    return salted_hmac("org.device", str(person.pk)).hexdigest()[:12]


def address_of(request):
    """Where the request came from: proxies count as configured, and whoever came around them counts as themselves."""
    try:
        return get_client_ip(request)
    except ImproperlyConfigured:
        return request.META.get("REMOTE_ADDR")


def network_of(address):
    """What counts as one place: an IPv4 address, or the /64 that a household or ward gets."""
    if not address:
        return "?"
    ip = ipaddress.ip_address(address)
    return str(ipaddress.ip_network((ip, 64), strict=False).network_address) if ip.version == 6 else str(ip)


def agent_of(request):
    return request.headers.get("User-Agent", "")[:200]


def in_words(agent):
    """“Edge，Windows 电脑”."""
    found = [_first(BROWSERS, agent), _first(SYSTEMS, agent)]
    return str(_("，")).join(filter(None, found)) or str(_("不认识的设备"))


def is_phone(agent):
    return bool(re.search(PHONES, agent))


def _first(names, agent):
    return next((str(name) for pattern, name in names if re.search(pattern, agent)), "")
