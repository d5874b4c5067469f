"""What org, the lower rooms and this one hold about people (P24). What hangs on pages is content's to name."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.contenttypes.models import ContentType
from django.forms.models import model_to_dict
from django.utils.translation import gettext_lazy as _

from access.models import AccessRequest, AudienceRow, Grant
from activity.models import Favourite, Reaction, Visit, Watch
from audit.models import Decision
from notifications.models import Notice
from org.models import Membership, Role, Session, SignIn, Slip
from org.personal_data import Holding, Kept, register
from people.actions.erasing import pseudonym
from people.models import Profile, StaffImportRow
from portal.models import QuickLink

EVIDENCE = _("谁在什么时候决定了什么，是医院依法要保留的记录；姓名换成了代号")
HISTORY = _("谁在什么时候负责什么，追溯责任时要用；姓名换成了代号")
INTERNED = _("范围按内容存放，几处共用；离职的人不再因它看到任何内容")


class Rows(Holding):
    """Rows of one model that name the person; deleted by erasure, or kept for a reason."""

    def __init__(self, name, label, model, shown, *, column="person", why_kept=""):
        self.name, self.label, self.model, self.shown = name, label, model, shown
        self.column, self.why_kept = column, why_kept

    def rows(self, person):
        return self.model.objects.filter(**{self.column: person})

    def export(self, person):
        return list(self.rows(person).values(*self.shown))

    def erase(self, person):
        if not self.why_kept:
            self.rows(person).delete()
            return []
        count = self.rows(person).count()
        return [Kept(self.label, self.why_kept, count)] if count else []


class RowsAbout(Rows):
    """Rows about any kind of thing. Its title is not told: the person may no longer see it."""

    def export(self, person):
        found = self.rows(person).values(*self.shown, "about_type", "about_id")
        return [{**{name: each[name] for name in self.shown}, "about": _about(each)} for each in found]


def _about(row):
    kind = ContentType.objects.get_for_id(row["about_type"]) if row["about_type"] else None
    return f"{kind.app_label}.{kind.model}:{row['about_id']}" if kind else ""


class Account(Holding):
    """Name, number, telephone, mail, and every way to sign in."""

    name, label = "account", _("账号")
    shown = ("uid", "number", "name", "pinyin", "email", "phone", "left_on", "joined_at", "last_login", "language")

    def export(self, person):
        return {name: getattr(person, name) for name in self.shown}

    def erase(self, person):
        for model in (EmailAddress, Authenticator, SocialAccount):
            model.objects.filter(user=person).delete()
        person.name, person.number = str(pseudonym(person)), f"ZX{person.uid}".upper()
        person.email = person.phone = None
        person.face = ""
        person.set_unusable_password()
        person.save()
        return [Kept(_("账号的编号"), _("别人写的内容指向它；里面已经没有能认出您的信息"), 1)]


class OwnProfile(Holding):
    """What the person told, and the picture."""

    name, label = "profile", _("个人资料")

    def export(self, person):
        profile = Profile.objects.filter(person=person).first()
        return model_to_dict(profile, exclude=["id", "person", "picture"]) if profile else {}

    def files(self, person):
        profile = Profile.objects.filter(person=person).select_related("picture").first()
        return [(profile.picture.name, profile.picture.file.open("rb"))] if profile and profile.picture else []

    def erase(self, person):
        for profile in Profile.objects.filter(person=person).select_related("picture"):
            profile.delete()
            if profile.picture:
                profile.picture.delete()
        return []


class Decisions(Holding):
    """What the person decided, and what was decided about the person."""

    name, label = "decisions", _("记录")

    def export(self, person):
        about = Decision.objects.filter(about_type="org.user", about_key=person.uid)
        rows = (Decision.objects.filter(by=person) | about).values("at", "verb", "about_type", "about_key", "reason")
        return list(rows)

    def erase(self, person):
        count = Decision.objects.filter(by=person).count()
        return [Kept(self.label, EVIDENCE, count)] if count else []


class ImportedRows(Holding):
    """The person's lines of staff lists, kept some weeks to look up what a list changed."""

    name, label = "staff_lists", _("人员名单")

    def rows(self, person):
        return StaffImportRow.objects.filter(number=person.number)

    def export(self, person):
        return list(self.rows(person).values("staff_import__at", "kind", "shown", "wanted"))

    def erase(self, person):
        self.rows(person).delete()
        return []


DATES = ("starts_on", "ends_on")
register(ImportedRows())  # by the number, so before the account loses it
register(OwnProfile())
register(Rows("posts", _("任职"), Membership, ("unit__name", "position__name", "is_main", *DATES), why_kept=HISTORY))
register(Rows("roles", _("角色"), Role, ("kind", "unit__name", "reason", *DATES), why_kept=HISTORY))
register(Rows("sessions", _("登录的设备"), Session, ("started_at", "last_seen_at", "address", "device"), column="user"))
register(Rows("sign_ins", _("登录记录"), SignIn, ("at", "way", "device", "address")))
register(Rows("slips", _("登录条"), Slip, ("made_at", "used_at")))
register(RowsAbout("grants", _("单独授予的权限"), Grant, ("verb", "reason", *DATES)))
register(RowsAbout("requests", _("查看请求"), AccessRequest, ("reason", "asked_at", "decided_at", "answer")))
register(Rows("audiences", _("点名的范围"), AudienceRow, ("is_exclusion",), why_kept=INTERNED))
register(RowsAbout("favourites", _("收藏"), Favourite, ("since",)))
register(RowsAbout("watches", _("关注"), Watch, ("since", "level")))
register(RowsAbout("visits", _("最近看过"), Visit, ("at",)))
register(RowsAbout("reactions", _("有用没用"), Reaction, ("at", "is_useful")))
register(RowsAbout("notices", _("通知"), Notice, ("kind", "at", "read_at", "values")))
register(Rows("quick_links", _("常用"), QuickLink, ("name", "address")))
register(Decisions())
register(Account())  # last: everything else looks for the person under the old number
