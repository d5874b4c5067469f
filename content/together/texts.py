"""What the document of a page says now, rebuilt from the database, and what of it may stand on the page."""

from typing import NamedTuple

from content.models import CollabDoc
from content.text.tree import markdown_of, tree_of
from content.together import states, store


class Said(NamedTuple):
    """A text up to one update of one epoch."""

    epoch: object
    seq: int
    state: bytes
    tree: dict
    values: dict

    @property
    def body(self):
        return markdown_of(self.tree)


class Refused(NamedTuple):
    """A value that may not stand on the page."""

    label: str
    why: str


def said_by(doc: CollabDoc) -> Said:
    """Raises Damaged. Takes as long as rendering: not under a lock where it can be helped."""
    rows = store.updates_after(doc.pk, doc.state_seq)
    if (rows[0].seq if rows else doc.seq + 1) != doc.state_seq + 1:  # made short while it was read
        doc.refresh_from_db()
        return said_by(doc)
    state = states.joined(states.unpack(doc.state), *(row.data for row in rows))
    tree, values = states.read(state)
    return Said(doc.epoch, rows[-1].seq if rows else doc.state_seq, state, tree, values)


def is_same(body: str, other: str) -> bool:
    """Whether two Markdown texts are one text to the editor."""
    return body == other or markdown_of(tree_of(body)) == markdown_of(tree_of(other))


def put_values(page, values: dict) -> dict[str, Refused]:
    """Write onto the page what differs, as its form would take it; answers by name what stays as it was."""
    from content.forms.page import PageForm

    now = store.values_of(page)
    changed = {name: value for name, value in values.items() if name in now and value != now[name]}
    if not changed:
        return {}
    kind = type(page)
    form = PageForm({_field(name, kind): _typed(name, value) for name, value in {**now, **changed}.items()}, kind=kind)
    form.is_valid()
    refused = {}
    for name in changed:
        field = _field(name, kind)
        if field in form.errors:
            refused[name] = Refused(str(form.fields[field].label), " ".join(form.errors[field]))
        else:
            _put(page, name, form, field)
    return refused


def _field(name, kind):
    return f"value_{name}" if name in kind.form_fields else name


def _typed(name, value):
    """As a browser would send it."""
    if name == "tags":
        return "，".join(str(word) for word in value) if isinstance(value, list) else str(value or "")
    return "" if value in (None, "None") else str(value)


def _put(page, name, form, field):
    value = form.text().values[name] if name in page.form_fields else form.cleaned_data[field]
    if name == "tags":
        page.tags.set(list(value))
    elif name == "title":
        page.title = page.draft_title = value
    elif name == "summary":
        page.summary = value
    else:
        setattr(page, page._meta.get_field(name).attname, value)
