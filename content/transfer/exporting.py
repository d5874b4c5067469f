"""A space out: Markdown with its facts on top, files beside, versions as lines; in again it is the same space."""

import json
import zipfile
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from wagtail.models import Revision

from access import rules
from audit.actions import record
from content.models import ContentPage, PageTemplate
from content.taking import take
from content.text.words import file_uids
from content.transfer import frontmatter, originals, templates
from content.transfer.returning import values_out
from files.queries import to_take

FORMAT = 1
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the time of every member, so that equal spaces make equal archives


def pages_of(space, *, by, only=()):
    """What this person may see of the space, all or `only` pages (uids), in the order of the tree."""
    rules.require(by, "view", space)
    chosen = {"uid__in": only} if only else {}
    found = ContentPage.objects.pages().visible_to(by).filter(space=space.pk, **chosen)
    return list(found.order_by("path").specific())


def export(space, to, *, by, only=(), said=lambda done, total: None):
    """Write what this person may see of the space to a zip, all or `only` pages (uids). Answers how many; audited."""
    pages = pages_of(space, by=by, only=only)
    keeps_it = rules.can(by, "steward", space)  # old texts and templates are not for readers
    names = names_of(space, pages)
    came_from = originals.of(pages)
    wanted = {uid for page in pages for uid in file_uids(page.body)} | {each.file_uid for each in came_from.values()}
    taken = to_take(by, wanted)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        _write(archive, "space.json", _json(_space_facts(space)))
        for done, page in enumerate(pages):
            _write(archive, f"pages/{names[page.path]}.md", _text(page, came_from.get(page.pk), taken))
            if keeps_it:
                take(page)
                _write(archive, f"history/{page.uid}.jsonl", _history(page))
            said(done + 1, len(pages))
        for uid, held in sorted(taken.items()):
            with held.file.open() as content:
                _write(archive, f"files/{uid}/{held.name}", content.read())
        for template in PageTemplate.objects.kept_by(space) if keeps_it else ():
            _write(archive, f"{templates.FOLDER}{template.uid}.md", templates.write(template))
    record("space.exported", space, by=by, after={"pages": len(pages)})
    return len(pages)


def carry_out(asked, progress):
    """The archive of an Export row, beside the other files of this installation."""
    folder = Path(settings.VAR) / "exports"
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{asked.uid}.zip"
    asked.pages = export(
        asked.space, place, by=asked.by, only=asked.only, said=lambda done, total: progress.begin(total=total)
    )
    asked.place, asked.finished_at = place.name, timezone.now()
    asked.save(update_fields=["place", "finished_at", "pages"])


def may_still_read(user, asked, place) -> bool:
    """Whether every page in this archive is still open to the person: rights may have ended since it was made."""
    inside = set(asked.contains) or _named_in(place)
    return ContentPage.objects.pages().visible_to(user).filter(uid__in=inside).count() == len(inside)


def _named_in(place):
    with zipfile.ZipFile(place) as archive:
        return {name[: -len(".md")].rpartition("--")[2] for name in archive.namelist() if name.startswith("pages/")}


def names_of(space, pages, *, with_uid=True):
    """{path: name}, of readable names that sort as the tree does: 003-标题--uid."""
    names, places = {space.path: ""}, {}
    for page in pages:
        above = page.path[: -ContentPage.steplen]
        while above not in names:
            above = above[: -ContentPage.steplen]
        places[above] = places.get(above, 0) + 1
        own = f"{places[above]:03d}-{page.words or 'page'}" + (f"--{page.uid}" if with_uid else "")
        names[page.path] = f"{names[above]}/{own}".lstrip("/")
    return names


def _space_facts(space):
    return {"format": FORMAT, "slug": space.slug, "title": space.title, "summary": space.summary, "icon": space.icon}


def _text(page, original, taken):
    facts = _facts(page)
    if original is not None and original.file_uid in taken:
        facts["original"] = originals.told(original)
    return frontmatter.join(facts, page.body)


def _facts(page):
    newest = page.verifications.select_related("by").first()
    return {
        "uid": page.uid,
        "kind": page.kind_name,
        "title": page.title,
        "summary": page.summary,
        "tags": sorted(page.tags.names()),
        "maintainer": page.maintainer.number if page.maintainer else "",
        "published": timezone.localtime(page.last_published_at).isoformat() if page.last_published_at else "",
        "valid_until": str(page.valid_until or ""),
        "verified_by": newest.by.number if newest else "",
        "values": values_out(page),
    }


def _history(page):
    lines = []
    for revision in Revision.objects.for_instance(page).select_related("user", "publication").order_by("pk"):
        then = revision.as_object()
        publication = getattr(revision, "publication", None)
        lines.append(
            {
                "at": timezone.localtime(revision.created_at).isoformat(),
                "by": revision.user.number if revision.user else "",
                "title": then.title,
                "body": then.body,
                "live": timezone.localtime(publication.at).isoformat() if publication and publication.at else "",
                "reason": publication.reason if publication else "",
            }
        )
    return "\n".join(json.dumps(line, ensure_ascii=False, sort_keys=True) for line in lines) + "\n"


def _json(facts):
    return json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _write(archive, name, content):
    info = zipfile.ZipInfo(name, EARLIEST)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    archive.writestr(info, content)
