"""What new pages of a space start from: written, retired and put in order by its stewards."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access import rules
from audit.actions import record
from content.choices import SpaceKind
from content.errors import WritingError
from content.models import PageTemplate
from content.text import rendered
from content.text.words import file_uids

MOST = 100  # templates a space keeps; nobody chooses from more
FACTS = ("name", "hint", "title", "body", "values")


class TooMany(WritingError):
    message = _("模板太多了，请先停用不用的。")


class HasFiles(WritingError):
    message = _("模板里不能放图片和附件：它们属于一篇页面，请在写页面时再放。")


@transaction.atomic
def create(space, *, by, kind, reaches_below=False, **facts):
    """A template more, at the end. One that reaches below is the unit's: every space below may start from it."""
    rules.require(by, "steward", space)
    kept = PageTemplate.objects.kept_by(space)
    if kept.count() >= MOST:
        raise TooMany
    last = kept.aggregate(last=Max("order"))["last"] or 0
    template = PageTemplate(unit=space.unit, kind=kind, order=min(last + 1, 30_000))
    _write(template, space, reaches_below, facts)
    record("template.created", space, by=by, after=_said(template))
    return template


@transaction.atomic
def change(template, space, *, by, reaches_below=False, **facts):
    """Other words from now on. Pages that were begun from it stay as they are."""
    rules.require(by, "steward", space)
    before = _said(template)
    _write(template, space, reaches_below, facts)
    if (after := _said(template)) != before:
        record("template.changed", space, by=by, before=before, after=after)


@transaction.atomic
def retire(template, space, *, by):
    """No new page starts from it; it can be taken back."""
    rules.require(by, "steward", space)
    if template.retired_at is None:
        template.retired_at = timezone.now()
        template.save(update_fields=["retired_at"])
        record("template.retired", space, by=by, before=_said(template))


@transaction.atomic
def take_back(template, space, *, by):
    rules.require(by, "steward", space)
    if template.retired_at is not None:
        template.retired_at = None
        template.save(update_fields=["retired_at"])
        record("template.taken_back", space, by=by, after=_said(template))


@transaction.atomic
def put_in_order(space, uids, *, by):
    """Order the templates the space keeps; those not named come behind."""
    rules.require(by, "steward", space)
    templates = list(PageTemplate.objects.kept_by(space))
    before = [template.name for template in templates]
    places = {uid: place for place, uid in enumerate(uids)}
    templates.sort(key=lambda template: places.get(template.uid, len(places)))
    for place, template in enumerate(templates, start=1):
        template.order = place
    if (after := [template.name for template in templates]) != before:
        PageTemplate.objects.bulk_update(templates, ["order"])
        record("template.ordered", space, by=by, before=before, after=after)


def _write(template, space, reaches_below, facts):
    for name in FACTS:
        setattr(template, name, facts[name])
    if file_uids(template.body):
        raise HasFiles
    rendered(template.body)
    template.space = None if reaches_below and space.kind == SpaceKind.UNIT else space
    template.save()


def _said(template):
    return {
        "name": template.name,
        "kind": template.kind,
        "title": template.title,
        "reaches_below": not template.space_id,
    }
