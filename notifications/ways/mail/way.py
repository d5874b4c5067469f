"""Mail."""

from contextlib import contextmanager

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from notifications.ways.base import Refused, Way
from notifications.ways.mail import handing, writing


class Mail(Way):
    name, label, icon = "mail", gettext_lazy("邮件"), "mail"
    _line = None

    def is_open(self):
        return settings.MAIL_IS_SET

    def reaches(self):
        return Q(person__email__isnull=False) & ~Q(person__email="")

    def has(self, person):
        return bool(person.email)

    @contextmanager
    def opened(self):
        """One connection for all; a server that cannot be reached is nobody's failure."""
        with handing.line() as self._line:
            yield
        self._line = None

    def send(self, message):
        if not message.person.email:
            raise Refused(_("没有填写邮箱"))
        handing.hand_over(self._line, writing.letter(message))


WAY = Mail()
