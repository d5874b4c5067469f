"""How often one may try: counted per person and place, so that nobody locks out a colleague or a hospital.

The place is the browser where the person has signed in before; else the one who has signed in on that browser; else
the address. So whoever guesses at a colleague's password uses up the own tries, never the colleague's.
"""

import math
import time
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from org import logins
from org.devices import Device, address_of, network_of

MINUTE = 60
HOUR = 60 * MINUTE


class TooMany(ValidationError):
    """No more tries for so many seconds. Forms show it as it is."""

    def __init__(self, seconds):
        super().__init__(_("请 %(time)s后再试") % {"time": in_words(seconds)}, code="too_many")
        self.seconds = seconds


@dataclass(frozen=True)
class Limit:
    """So many tries within so many seconds, whichever they are."""

    name: str
    tries: int
    seconds: int

    def take(self, who):
        """Use one try up, and say how many are left. Raises TooMany."""
        key = self._key(who)
        with _alone(key):
            now = time.time()
            taken = self._taken(key, now)
            if len(taken) >= self.tries:
                raise TooMany(max(1, math.ceil(taken[0] + self.seconds - now)))
            cache.set(key, [*taken, now], self.seconds)
            return self.tries - len(taken) - 1

    def give_back(self, who):
        """The last try was right and does not count."""
        key = self._key(who)
        with _alone(key):
            cache.set(key, self._taken(key, time.time())[:-1], self.seconds)

    def _taken(self, key, now):
        return [at for at in cache.get(key, []) if at > now - self.seconds]

    def _key(self, who):
        return f"tries:{self.name}:{sha256(who.encode()).hexdigest()}"


@dataclass(frozen=True)
class Limits:
    """What holds for one kind of try."""

    from_place: Limit  # at one person from one place
    at_person: Limit  # from all strange browsers together
    from_address: Limit  # strange browsers behind it, whomever they try
    from_device: Limit  # a browser where somebody has signed in, whomever it tries


PASSWORDS = Limits(
    Limit("password-place", 5, 5 * MINUTE),
    Limit("password-person", 300, HOUR),
    Limit("password-address", 300, 10 * MINUTE),
    Limit("password-device", 60, 10 * MINUTE),
)
SLIPS = Limits(
    Limit("slip-place", 5, 5 * MINUTE),
    Limit("slip-person", 60, HOUR),
    Limit("slip-address", 300, 10 * MINUTE),
    Limit("slip-device", 60, 10 * MINUTE),
)
CODES = Limits(
    Limit("code-place", 4, 10 * MINUTE),
    Limit("code-person", 20, HOUR),
    Limit("code-address", 200, 10 * MINUTE),
    Limit("code-device", 60, 10 * MINUTE),
)


class Attempt:
    """One try at somebody's account: begin() may refuse, succeeded() gives the try back."""

    def __init__(self, request, login, limits):
        device, address = Device.of(request), network_of(address_of(request))
        whom, person = logins.normal(login), logins.find(login)
        place = device.key if person and device.knows(person) else device.latest or address
        self.counts = [(limits.from_place, f"{whom} {place}")]
        if device.latest:
            self.counts += [(limits.from_device, device.latest)]
        else:
            self.counts += [(limits.at_person, whom), (limits.from_address, address)]
        self.left = None

    def begin(self):
        self.left = min([limit.take(who) for limit, who in self.counts])

    def succeeded(self):
        for limit, who in self.counts:
            limit.give_back(who)


@contextmanager
def _alone(key):
    """Two tries at the same moment must not count as one."""
    lock, patience = f"{key}:lock", time.monotonic() + 3
    while not cache.add(lock, 1, 10):
        if time.monotonic() > patience:
            raise TooMany(5)
        time.sleep(0.02)
    try:
        yield
    finally:
        cache.delete(lock)


def in_words(seconds):
    """“4 分 32 秒”."""
    minutes, seconds = divmod(int(seconds), 60)
    if not minutes:
        return _("%(seconds)d 秒") % {"seconds": seconds}
    if not seconds:
        return _("%(minutes)d 分钟") % {"minutes": minutes}
    return _("%(minutes)d 分 %(seconds)d 秒") % {"minutes": minutes, "seconds": seconds}
