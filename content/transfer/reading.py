"""Read the files of a run, one after the other, so that a person can look at what they would become.

Nothing of it is a page yet. Killed at any moment it goes on with the next file.
"""

import logging
from dataclasses import asdict
from pathlib import PurePosixPath

from django.db import transaction
from django.utils import timezone

from content.convert import guard, saying
from content.convert.child import READERS
from content.convert.refusing import Refused as Unreadable
from content.convert.running import Job, Session
from content.convert.word.facts import NAMES
from content.models import ImportItem, ImportRun
from content.text import Unrenderable
from content.text.incoming import from_html
from content.transfer import plans
from content.transfer.errors import Refused
from content.transfer.metafiles import shown
from content.transfer.office import NO_OFFICE, OLD, OldFiles
from content.transfer.recognise import recognise
from content.transfer.rewriting import Guide, here, targets_of
from content.transfer.sources import Source, digest_of
from content.transfer.words_in import counted

log = logging.getLogger(__name__)
ATTACHMENT = "attachment"
Was = ImportItem.Was


def read(run, *, said=lambda done, total: None, each_second=lambda: None):
    """Every file that is not read yet, until the run is paused or stopped; then the whole is ready to be looked at."""
    source = Source(run)
    with Session(each_second=each_second) as session:
        reader = _Reader(source, session, each_second)
        while _goes_on(run):
            item = run.items.filter(read_at=None).first()
            if item is None:
                return _looked(run)
            reader.read(item)
            said(run.items.exclude(read_at=None).count(), run.items.count())
    return None


def _goes_on(run):
    return ImportRun.objects.filter(pk=run.pk, paused_at=None, stopped_at=None).exists()


@transaction.atomic
def _looked(run):
    """What a text names comes with that text and is no row of its own; folders of nothing else are no pages."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.looked_at is None:
        named = {path for paths in run.items.values_list("counts__names", flat=True) for path in paths or ()}
        run.items.filter(refusal="", path__in=named).delete()
        while run.items.filter(was=Was.FOLDER).exclude(path__in=run.items.values("parent_path")).delete()[0]:
            pass
        run.looked_at = timezone.now()
        run.save(update_fields=["looked_at"])
    return run


class _Reader:
    def __init__(self, source, session, each_second):
        self.source, self.session, self.each_second = source, session, each_second
        self.guide = Guide(source.entries)
        self.old = OldFiles(source.run, source, each_second=each_second)

    def read(self, item):
        item.refusal, item.notes, item.questions, item.losses, item.counts = "", [], [], [], {}
        try:
            self._read(item)
        except Unreadable as refused:
            log.info("Not imported: %s: %s", item.path, refused)
            self._refuse(item, refused.code)
        except Refused as reason:
            self._refuse(item, "damaged", str(reason))
        except Unrenderable as reason:
            self._refuse(item, "too_much", str(reason))
        except (OSError, MemoryError):
            raise
        except Exception:  # a mistake of ours must not keep the other files out
            log.exception("Reading %s", item.path)
            self._refuse(item, "broken")
        item.title, item.read_at = item.title[:255], timezone.now()
        item.save()

    def _refuse(self, item, code, words=""):
        item.refusal, item.is_wanted = code, False
        item.notes = [words] if words else []

    def _read(self, item):
        if item.was == Was.FOLDER:
            return
        if item.path not in self.source.entries:
            raise FileNotFoundError(item.path)
        entry = self.source.entries[item.path]
        item.size, item.title = entry.size, item.title or PurePosixPath(item.path).stem
        if plans.suffix_of(item.path) in plans.TEXTS:
            self._read_text(item, entry.read())
            return
        folder = self.source.fresh_folder(item)
        place = self.source.lying(item)
        is_text = plans.is_text(item.path)
        if not is_text and plans.suffix_of(item.path) not in plans.DOCUMENTS:
            self._attach(item, is_wanted=False)
            return
        kind = guard.kind_of(place, item.path)
        item.was = kind if kind in Was.values else Was.OTHER
        if kind in ("html", "markdown", "text") and is_text:
            self._read_text(item, place.read_bytes(), as_html=kind == "html")
        elif kind in OLD:
            self._read_old(item, place, kind, folder)
        elif kind in READERS:
            self._read_word(item, place, kind, folder)
        else:
            self._attach(item)

    def _attach(self, item, *, is_wanted=True, refusal=""):
        item.kind, item.refusal = ATTACHMENT, refusal
        item.is_wanted = item.is_wanted and is_wanted

    def _read_text(self, item, content, as_html=None):
        sheet = plans.Sheet(item.path, item.parent_path, item.title, item.was)
        sheet = plans.fill(sheet, content, as_html=as_html, **self._callbacks(item))
        if sheet.refused:
            self._refuse(item, "not_text", sheet.refused)
            return
        item.title, item.notes = sheet.title, sheet.notes[:50]
        known = recognise(sheet.title, sheet.body)
        item.kind = str(sheet.facts.get("kind") or known.kind)
        item.facts = {} if "values" in sheet.facts else _facts_told(known)
        item.counts = counted(sheet.body) | {"names": self._attachments(sheet.body, item)}
        if as_html or item.was == Was.HTML:
            self.source.keep(item, title=sheet.title, body=sheet.body, digest=sheet.digest)

    def _read_old(self, item, place, kind, folder):
        """Numbers may have changed on the way through another program: who looks at it is told (`was` says so)."""
        try:
            made = self.old.docx(item, place, kind, folder)
        except Unreadable as refused:
            if refused.code != NO_OFFICE:
                raise
            self._attach(item, refusal=NO_OFFICE)
            return
        self._read_word(item, made, "docx", folder)

    def _read_word(self, item, place, kind, folder):
        is_first, own_title = not item.kind, item.title  # later on a person has said what it is and is called
        made = self.session.convert(Job(place, kind, folder, item.answers))
        pictures, lost = shown(made.pictures, folder, each_second=self.each_second)
        drawn, callbacks = {one.sample for one in lost}, self._callbacks(item, pictures)
        taken = from_html(made.html, **callbacks)
        item.title = (taken.title or made.title or PurePosixPath(item.path).stem) if is_first else own_title
        item.questions = [asdict(one) for one in (*made.questions, *made.facts.questions)]
        item.questions = list({one["key"]: one for one in item.questions}.values())
        item.losses = [asdict(one) for one in (*made.losses, *lost)]
        item.losses += [
            {"what": "html", "where": one.where, "sample": _said(one)}
            for one in taken.losses
            if one.sample not in drawn
        ]
        said = {name: one["said"] for name, one in item.facts.items() if "said" in one}
        item.facts = _facts_of(made.facts)
        for name, words in said.items():
            item.facts.setdefault(name, _fact("", "")).update(said=words)
        item.counts = {
            **counted(taken.markdown),
            "headings": len(made.headings),
            "pictures": len(made.pictures),
            "paragraphs": made.paragraphs,
            "numbers": made.numbers,
            "tables": made.tables,
            "pages": made.pages_hint,
            "lost": made.counts,
            "doubts": sum(1 for one in item.questions if not one["options"]),
            "names": self._attachments(taken.markdown, item),
        }
        item.kind = recognise(item.title, taken.markdown, item.facts).kind if is_first else item.kind
        if item.kind != "regulation":  # nobody has to say from when minutes of a meeting are binding
            item.questions = [one for one in item.questions if not saying.fact_of(one["kind"])]
        self.source.keep(item, title=item.title, body=taken.markdown, digest=digest_of(self.source.lying(item)))

    def _callbacks(self, item, pictures=None):
        """Of a Word file its pictures are its own; of HTML they lie beside."""

        def picture(address, _words):
            if pictures is None:
                return self.guide.address(address, item.path)
            name = pictures.get(address)
            return here(f"{item.path}/{name}") if name else None

        return {"picture": picture, "link": lambda address, _words: self.guide.address(address, item.path)}

    def _attachments(self, body, item):
        """Files among the names in a text that would else be rows of their own."""
        return sorted(
            path
            for path in targets_of(body, item.path)
            if path in self.source.entries and not plans.is_text(path) and path != item.path
        )


def _said(loss):
    return f"{loss.what}：{loss.sample}" if loss.sample else str(loss.what)


def _fact(value, where, quote="", others=()):
    return {"value": value, "where": where, "quote": quote, "others": list(others)}


def _facts_of(facts):
    found = {name: getattr(facts, name) for name in NAMES}
    return {
        name: _fact(one.value, one.place, one.quote, [_fact(each.value, each.place, each.quote) for each in one.others])
        for name, one in found.items()
        if one is not None
    }


def _facts_told(known):
    """What a recogniser read in a plain text."""
    told = {
        "number": known.values.get("number"),
        "issuing_unit": known.values.get("issuer_name"),
        "issued_on": known.facts.get("issued_on"),
        "binds_from": known.facts.get("effective_on"),
    }
    return {name: _fact(str(value), "text") for name, value in told.items() if value}
