"""Who may come into a room: origin, sign-in, page, right, schema and epoch are looked at before anything is sent."""

from dataclasses import dataclass
from urllib.parse import parse_qs

from django.utils.translation import gettext as _

from content.models import ContentPage
from content.text.tree import SCHEMA
from content.together import codes, rights, store
from content.together.rights import Person, Standing
from org.sockets import callers
from org.sockets.callers import Caller


@dataclass(frozen=True)
class Call:
    """What a browser said when it asked to come in."""

    uid: str
    epoch: str
    schema: str
    caller: Caller

    @classmethod
    def of(cls, scope):
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        return cls(
            uid=scope["path"].rstrip("/").rpartition("/")[2],
            epoch=asked.get("epoch", [""])[0],
            schema=asked.get("schema", [""])[0],
            caller=Caller.of(scope),
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
    request = call.caller.request()
    if not call.caller.is_at_home():
        return Refusal(codes.FORBIDDEN, _("这个网页不属于本站。"))
    if not callers.may_enter(request):
        return Refusal.of(codes.SIGN_IN)
    user = request.user
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
