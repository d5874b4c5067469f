"""Who opens a socket: the page it comes from is ours, and the cookie is that of somebody who may come in."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, parse_cookie
from django.http.request import split_domain_port, validate_host

from org import second_step
from org.middleware import SessionMiddleware


@dataclass(frozen=True)
class Caller:
    """What the browser says at the handshake."""

    cookies: str
    origin: str
    host: str

    @classmethod
    def of(cls, scope):
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        return cls(headers.get(b"cookie", ""), headers.get(b"origin", ""), headers.get(b"host", ""))

    def request(self) -> HttpRequest:
        """As the session middleware makes it, with user, session and versions; their language speaks. One query."""
        request = HttpRequest()
        request.COOKIES = parse_cookie(self.cookies)
        SessionMiddleware(lambda request: None).process_request(request)
        return request

    def is_at_home(self):
        """Whether the page that asks is one of ours: no other site may speak with a colleague's cookie."""
        if not self.origin or not self.host:
            return False
        asking, home = urlsplit(self.origin), urlsplit(settings.SITE_URL)
        if (asking.scheme, asking.netloc) == (home.scheme, home.netloc):
            return True
        if settings.SESSION_COOKIE_SECURE and asking.scheme != "https":
            return False
        return asking.netloc == self.host and validate_host(split_domain_port(self.host)[0], settings.ALLOWED_HOSTS)


def may_enter(request):
    """Whether they have done all that comes before the first page."""
    user = request.user
    return user.is_authenticated and not user.must_change_password and not second_step.is_missing(request)
