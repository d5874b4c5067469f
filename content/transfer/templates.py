"""The templates of a space, out and in again under the uids they had."""

from datetime import datetime

from access import rules
from content import kinds
from content.actions import templates
from content.errors import WritingError
from content.models import PageTemplate
from content.transfer import frontmatter
from org.models import Unit
from ui.uid import is_uid

FOLDER = "templates/"


def write(template) -> str:
    """A file of Markdown; units stand by their codes, which mean the same in another installation."""
    values = dict(template.values)
    for name in _units_in(template.kind):
        values[name] = Unit.objects.filter(pk=values.get(name)).values_list("code", flat=True).first() or ""
    facts = {name: getattr(template, name) for name in ("uid", "kind", "name", "hint", "title", "order")}
    retired = template.retired_at.isoformat() if template.retired_at else ""
    facts |= {"reaches_below": template.space_id is None, "retired": retired, "values": values}
    return frontmatter.join(facts, template.body)


def bring(entries, *, by, space):
    """Those that are not here yet, where the person may keep the templates of this space; others stay outside."""
    texts = (entry.read().decode(errors="replace") for entry in entries if entry.path.startswith(FOLDER))
    found = [frontmatter.split(text) for text in texts]
    if not found or not rules.can(by, "steward", space):
        return
    known = set(PageTemplate.objects.values_list("uid", flat=True))
    for facts, body in found:
        uid = str(facts.get("uid"))
        if is_uid(uid) and uid not in known and facts.get("kind") in kinds.kinds():
            try:
                made = templates.create(space, by=by, body=body, **_facts(facts))
            except WritingError:
                continue
            PageTemplate.objects.filter(pk=made.pk).update(
                uid=uid, order=_order(facts.get("order")), retired_at=_moment(facts.get("retired"))
            )


def _facts(facts):
    kind = facts["kind"]
    return {
        "kind": kind,
        "reaches_below": facts.get("reaches_below") is True,
        "name": str(facts.get("name") or "")[:60],
        "hint": str(facts.get("hint") or "")[:120],
        "title": str(facts.get("title") or "")[:255],
        "values": _values(kind, facts.get("values")),
    }


def _values(kind, values):
    if not isinstance(values, dict):
        return {}
    known = ("summary", "tags", *kinds.kind(kind).form_fields)
    kept = {name: values[name] for name in known if isinstance(values.get(name), (str, int, list))}
    for name in _units_in(kind):
        kept[name] = Unit.objects.filter(code=str(kept.get(name))).values_list("pk", flat=True).first()
    return kept | {"tags": [str(tag) for tag in kept["tags"]] if isinstance(kept.get("tags"), list) else []}


def _units_in(kind):
    model = kinds.kind(kind)
    return [name for name in model.form_fields if model._meta.get_field(name).related_model is Unit]


def _order(number):
    return min(max(number, 0), 30_000) if isinstance(number, int) else 100


def _moment(text):
    try:
        return datetime.fromisoformat(str(text or ""))
    except ValueError:
        return None
