"""An archive that export_space wrote, coming in again: uids, facts, files, versions and order as they were."""

import datetime
import json
import mimetypes
from dataclasses import replace

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.models import Revision

from access import rules
from content.models import ContentPage, Publication, Verification
from files.actions import receive
from files.queries import by_uid
from org.models import Unit, User
from ui.uid import is_uid

MARK = "space.json"


class Unreadable(Exception):
    """A history that no export of ours wrote."""


def is_ours(entries) -> bool:
    """Whether these entries are an export of a space."""
    return any(entry.path == MARK for entry in entries)


def page_entries(entries):
    """The pages alone, as if they were a folder of Markdown."""
    inside = "pages/"
    return [replace(entry, path=entry.path.removeprefix(inside)) for entry in entries if entry.path.startswith(inside)]


def values_out(page):
    """The structured fields with units by their codes, which mean the same in another installation."""
    values = {}
    for name in page.form_fields:
        value = getattr(page, name)
        if value not in (None, ""):
            values[name] = value.code if isinstance(value, Unit) else page._meta.get_field(name).value_to_string(page)
    return values


def values_in(kind, values):
    """What `values_out` wrote, as columns of the kind; what is not here or does not fit is left out."""
    values, found = values if isinstance(values, dict) else {}, {}
    for name in kind.form_fields:
        if name not in values:
            continue
        column = kind._meta.get_field(name)
        if column.related_model is Unit:
            unit = Unit.objects.filter(code=str(values[name])).first()
            found |= {column.attname: unit.pk} if unit else {}
            continue
        try:
            found[name] = column.clean(str(values[name]), None)
        except ValidationError:
            continue
    return found


def moment(facts):
    """When the page was last published there, or None."""
    try:
        return _moment(str(facts.get("published") or ""))
    except ValueError:
        return None


def bring_files(entries, *, by, space):
    """Files under the uids they had; those that are here already stay. The texts' references hold as they are."""
    wanted = {entry.path.split("/")[1]: entry for entry in entries if entry.path.startswith("files/")}
    known = set(by_uid(by, wanted))
    for uid, entry in wanted.items():
        if is_uid(uid) and uid not in known:
            name = entry.path.split("/", 2)[2]
            upload = SimpleUploadedFile(name, entry.read(), mimetypes.guess_type(name)[0])
            receive(upload, by=by, beside=space, uid=uid)


def bring_history(page, entry, *, by):
    """The versions before the newest, as revisions with their writers and reasons where they are known here."""
    lines = _lines(entry)
    people = {person.number: person for person in User.objects.filter(number__in=[line["by"] for line in lines])}
    newest = page.latest_revision
    content = newest.content
    made = Revision.objects.bulk_create(
        Revision(
            content_type=page.content_type,
            base_content_type=ContentType.objects.get_for_model(ContentPage),
            object_id=str(page.pk),
            created_at=line["at"],
            user=people.get(line["by"], by),
            object_str=line["title"],
            content={**content, "title": line["title"], "body": line["body"]},
        )
        for line in lines
    )
    Publication.objects.filter(page=page.pk).delete()
    Publication.objects.bulk_create(
        Publication(
            page_id=page.pk,
            revision=revision,
            by=revision.user,
            asked_at=revision.created_at,
            at=line["live"],
            reason=line["reason"],
            content_hash=page.content_hash if revision is made[-1] else "",
        )
        for revision, line in zip(made, lines, strict=True)
        if line["live"]
    )
    live = next((one for one, line in zip(reversed(made), reversed(lines), strict=True) if line["live"]), None)
    facts = {"latest_revision": made[-1], "latest_revision_created_at": made[-1].created_at, "live_revision": live}
    ContentPage.objects.filter(pk=page.pk).update(**facts)
    newest.delete()


def _lines(entry):
    try:
        lines = [json.loads(line) for line in entry.read().decode().splitlines() if line.strip()]
        read = [
            {
                **{name: str(line[name]) for name in ("by", "body")},
                "at": _moment(line["at"]),
                "title": str(line["title"])[:255],
                "live": _moment(line["live"]) if line["live"] else None,
                "reason": str(line["reason"])[:300],
            }
            for line in lines
        ]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Unreadable from error
    if not read:
        raise Unreadable
    return read


def _moment(text):
    moment = datetime.datetime.fromisoformat(text)
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def bring_verification(page, facts, *, by):
    """Who said it is correct, and until when; only a steward brings what others said."""
    until, number = facts.get("valid_until"), str(facts.get("verified_by") or "")
    person = User.objects.filter(number=number).first() if number else None
    day = _day(until)
    if day is None or person is None or (person != by and not rules.can(by, "steward", page.space)):
        return
    Verification.objects.create(page_id=page.pk, by=person, valid_until=day, content_hash=page.content_hash)
    ContentPage.objects.filter(pk=page.pk).update(valid_until=day)


def _day(text):
    try:
        return datetime.date.fromisoformat(str(text or ""))
    except ValueError:
        return None
