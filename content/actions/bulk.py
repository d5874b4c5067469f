"""One thing done to many pages: each for itself with a result of its own, and one way back for all."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access import rules
from audit.actions import record
from content.actions import life, placing, publishing, writing
from content.actions.writing import Text
from content.errors import AlreadyDecided, WritingError
from content.models import BulkChange, ContentPage, Export, Removal
from jobs import due
from org.models import User

MOST = 100  # pages at once: some seconds of work
What = BulkChange.What


class NothingChosen(WritingError):
    message = gettext_lazy("没有选中页面。")


@transaction.atomic
def carry_out(space, uids, *, by, what, to=None, tag="", person=None):
    """`to`: the page to stand under; `tag`: the word to add; `person`: who will maintain. Unknown pages stay out."""
    rules.require(by, "create", space)
    found = ContentPage.objects.pages().may(by, "move").filter(space=space.pk, uid__in=uids)
    pages = list(found.order_by("path")[:MOST])
    if not pages:
        raise NothingChosen
    if what == What.MOVE:
        results = _each(pages, partial(_move, to=to, by=by), takes_below=True)
    elif what == What.TAG:
        results = _each(pages, partial(_tag, add=tag, by=by))
    elif what == What.ENTRUST:
        results = _entrust(pages, person, by)
    elif what == What.REMOVE:
        results = _each(pages, partial(_remove, by=by), takes_below=True)
    else:
        results = _export(space, pages, by)
    change = BulkChange.objects.create(space=space, by=by, what=what, results=results)
    record("pages.bulk", space, by=by, after={"what": str(what), "done": len(change.done), "left": len(change.left)})
    return change


@transaction.atomic
def undo(change, *, by):
    """Every page back as it was, the last one first; what cannot go back says why."""
    change = BulkChange.objects.select_for_update().get(pk=change.pk)
    if by != change.by or not change.may_be_undone:
        raise AlreadyDecided
    for result in reversed(change.results):
        if result["back"]:
            result |= _tried(partial(_put_back, change.what, result, by))
    change.undone_at = timezone.now()
    change.save(update_fields=["results", "undone_at"])
    record("pages.bulk_undone", change.space, by=by, after={"what": change.what})
    return change


def _each(pages, act, *, takes_below=False):
    results, taken = [], []
    for page in pages:
        if takes_below and page.path.startswith(tuple(taken)):
            result = {"is_done": True, "words": _("随上级页面一起"), "back": None}
        else:
            result = _tried(partial(act, page))
            taken += [page.path] * result["is_done"]
        results.append({"uid": page.uid, "title": page.title, **result})
    return results


def _tried(act):
    """What became of one page; whatever is refused leaves the others alone."""
    try:
        with transaction.atomic():
            words, back = act()
    except WritingError as refused:
        return {"is_done": False, "words": str(refused), "back": None}
    except (PermissionDenied, Http404, ContentPage.DoesNotExist, Removal.DoesNotExist, User.DoesNotExist):
        return {"is_done": False, "words": _("没有权限，或已不在"), "back": None}
    return {"is_done": True, "words": words, "back": back}


def _move(page, *, to, by):
    page = ContentPage.objects.get(pk=page.pk)
    parent, following = page.get_parent(), page.get_next_sibling()
    placing.move(page, to, by=by)
    return _("已移到《%(parent)s》下") % {"parent": to.title}, {
        "to": parent.uid, "before": following.uid if following else "",
    }  # fmt: skip


def _tag(page, *, by, add="", drop=""):
    """On the newest text; readers see it at once where that text is live and nothing has to be approved or asked."""
    page = ContentPage.objects.get(pk=page.pk).specific
    now = page.get_latest_revision_as_object()
    tags = [name for name in now.tags.names() if name != drop]
    if add in tags or (drop and len(tags) == now.tags.count()):
        return _("不用改"), None
    may_go_live = page.live and not page.has_unpublished_changes and not page.publication_form_class
    text = Text(now.title, now.body, now.summary, (*tags, add) if add else tuple(tags))
    writing.save(page, by=by, base=page.latest_revision_id, text=text, empty_is_meant=True)
    back = {"tag": add} if add else None
    if not may_go_live or page.get_workflow() is not None:
        return _("改在草稿里，发布后读者才会看到"), back
    publishing.publish(ContentPage.objects.get(pk=page.pk).specific, by=by, reason=_("整理标签"))
    return _("已改"), back


def _remove(page, *, by):
    return _("已放进回收站"), {"removal": placing.remove(page, by=by).pk}


def _entrust(pages, person, by):
    """All in one, so that the new maintainer is told once."""
    before = dict(
        ContentPage.objects.filter(pk__in=[page.pk for page in pages]).values_list("pk", "maintainer__number")
    )
    queryset = ContentPage.objects.filter(pk__in=before)
    handed = life.hand_over(queryset, to=person, by=by, reason=_("批量整理"))
    given, unreadable = ({page.pk for page in some} for some in (handed.given, handed.unreadable))
    results = []
    for page in pages:
        if page.pk in given:
            result = {"is_done": True, "words": _("已改"), "back": {"maintainer": before[page.pk]}}
        elif before[page.pk] == person.number:
            result = {"is_done": True, "words": _("不用改"), "back": None}
        else:
            words = _("对方看不到这一页") if page.pk in unreadable else _("没有权限，或已不在")
            result = {"is_done": False, "words": words, "back": None}
        results.append({"uid": page.uid, "title": page.title, **result})
    return results


def _export(space, pages, by):
    asked = Export.objects.create(space=space, by=by, only=[page.uid for page in pages])
    due("content.export", key=asked.uid, payload={"export": asked.pk}, lane="slow")
    return _each(pages, lambda page: (_("在准备，好了会出现在“导出空间”里"), None))


def _put_back(what, result, by):
    back = result["back"]
    if what == What.REMOVE:
        placing.restore(Removal.objects.get(pk=back["removal"]), by=by)
    else:
        page = ContentPage.objects.get(uid=result["uid"])
        if what == What.MOVE:
            before = ContentPage.objects.filter(uid=back["before"]).first() if back["before"] else None
            placing.move(page, ContentPage.objects.get(uid=back["to"]), by=by, before=before)
        elif what == What.TAG:
            _tag(page, drop=back["tag"], by=by)
        else:
            was = User.objects.get(number=back["maintainer"])
            if not life.hand_over(
                ContentPage.objects.filter(pk=page.pk), to=was, by=by, reason=_("撤销批量整理")
            ).given:
                raise PermissionDenied
    return _("已撤销"), None
