"""Who may come into a room: origin, sign-in, page, right, schema and epoch are looked at before anything is sent."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.http import HttpRequest, parse_cookie
from django.http.request import split_domain_port, validate_host
from django.utils.translation import gettext as _

from content.models import ContentPage
from content.text.tree import SCHEMA
from content.together import codes, rights, store
from content.together.rights import Person, Standing
from org import second_step
from org.middleware import SessionMiddleware


@dataclass(frozen=True)
class Call:
    """What a browser said when it asked to come in."""

    uid: str
    epoch: str
    schema: str
    cookies: str
    origin: str
    host: str

    @classmethod
    def of(cls, scope):
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        return cls(
            uid=scope["path"].rstrip("/").rpartition("/")[2],
            epoch=asked.get("epoch", [""])[0],
            schema=asked.get("schema", [""])[0],
            cookies=headers.get(b"cookie", ""),
            origin=headers.get(b"origin", ""),
            host=headers.get(b"host", ""),
        )


@dataclass(frozen=True)
class Admission:
    person: Person
    session: str
    standing: Standing
    page_id: int
    doc_id: int
    epoch: object


@dataclass(frozen=True)
class Refusal:
    code: int
    why: str

    @classmethod
    def of(cls, code):
        return cls(code, str(codes.WORDS[code]))


def admit(call: Call) -> Admission | Refusal:
    """Called in a thread. Words are in the person's language."""
    request = HttpRequest()
    request.COOKIES = parse_cookie(call.cookies)
    SessionMiddleware(lambda request: None).process_request(request)
    if not is_at_home(call.origin, call.host):
        return Refusal(codes.FORBIDDEN, _("这个网页不属于本站。"))
    user = request.user
    if not user.is_authenticated or user.must_change_password or second_step.is_missing(request):
        return Refusal.of(codes.SIGN_IN)
    page = ContentPage.objects.filter(uid=call.uid, space__isnull=False).select_related("space").first()
    if page is None:
        return Refusal.of(codes.GONE)
    standing = rights.standing(user, page := page.specific)
    if standing.code:
        return Refusal(standing.code, standing.why)
    if call.schema != str(SCHEMA):
        return Refusal.of(codes.SCHEMA)
    doc = store.open_doc(page)
    if call.epoch.replace("-", "").lower() != doc.epoch.hex:
        return Refusal.of(codes.EPOCH)
    return Admission(rights.person_of(user), request.session.session_key, standing, page.pk, doc.pk, doc.epoch)


def is_at_home(origin, host):
    """Whether the page that asks is one of ours: no other site may speak with a colleague's cookie."""
    if not origin or not host:
        return False
    asking, home = urlsplit(origin), urlsplit(settings.SITE_URL)
    if (asking.scheme, asking.netloc) == (home.scheme, home.netloc):
        return True
    if settings.SESSION_COOKIE_SECURE and asking.scheme != "https":
        return False
    return asking.netloc == host and validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS)
