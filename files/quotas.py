"""How much room files may take, and who keeps it: rooms register what shares a limit."""

from dataclasses import dataclass

from django.db.models import Sum
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from access import rules
from files import holders
from files.errors import NoRoom
from files.models import HELD

MEGABYTE = 1024 * 1024
NEARLY_FULL = 85  # percent
LOOSE_LIMIT = 1024 * MEGABYTE  # what one person may have uploaded and not attached; it is cleaned after a day

_quotas: dict[type, "Quota"] = {}


class Quota:
    """Room that many holders share, kept by one thing: the pages of a space share the room of the space."""

    model = None  # the holders
    keeper_model = None
    verb = "edit"  # who may do this with the keeper sees what takes the room

    def keeper(self, holder):
        raise NotImplementedError

    def limit(self, keeper) -> int:
        """In bytes."""
        raise NotImplementedError

    def holders(self, keeper):
        """Queryset of everything that shares the room."""
        raise NotImplementedError


def register(quota):
    """A class decorator."""
    _quotas[quota.model] = quota()
    return quota


@dataclass(frozen=True)
class Usage:
    used: int
    limit: int

    @property
    def left(self):
        return max(0, self.limit - self.used)

    @property
    def percent(self):
        return min(100, round(100 * self.used / self.limit)) if self.limit else 100

    @property
    def tone(self):
        """Amber when somebody should make room soon."""
        return "warn" if self.percent >= NEARLY_FULL else ""


def usage_of(quota, keeper) -> Usage:
    """Costs two queries whatever the number of files."""
    return Usage(sum(size_of(files) for files in files_of(quota, keeper)), quota.limit(keeper))


def files_of(quota, keeper):
    """Querysets of the pictures and of the attachments that take the room."""
    kind = holders.holder_of(quota.model).kind
    theirs = quota.holders(keeper).order_by().values("pk")
    return [model.objects.filter(about_type=kind, about_id__in=theirs) for model in HELD]


def check(size, *, about, by):
    """Raise NoRoom where a file of this size does not fit any more."""
    if about is None:
        loose = sum(size_of(model.objects.loose().filter(uploaded_by_user=by)) for model in HELD)
        if loose + size > LOOSE_LIMIT:
            raise NoRoom(_("还没有放进页面的文件太多，请先保存页面再继续上传。"))
    elif quota := quota_for(type(about)):
        usage = usage_of(quota, quota.keeper(about))
        if size > usage.left:
            raise NoRoom(
                _("空间的文件容量只剩 %(left)s，放不下这个文件（%(size)s）。请删除不用的文件，或请空间负责人扩容。")
                % {"left": filesizeformat(usage.left), "size": filesizeformat(size)}
            )


def quota_for(model):
    return next((_quotas[ancestor] for ancestor in model.__mro__ if ancestor in _quotas), None)


def find(user, uid):
    """(quota, keeper) where this person may see what takes the room of the keeper of that uid, or (None, None)."""
    for quota in _quotas.values():
        keepers = rules.allowed(user, quota.verb, quota.keeper_model._default_manager.filter(uid=uid))
        if keeper := keepers.first():
            return quota, keeper
    return None, None


def size_of(files):
    return files.order_by().aggregate(total=Sum("file_size"))["total"] or 0
