"""What librarians do with words. Each is in force with the next search, written down, and can be taken back."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from access import rules
from activity.about import type_of
from audit.actions import record, record_many
from search.models import Exclusion, Pin, Synonym
from search.words import book
from search.words.errors import SaidAlready, TooMany
from search.words.folding import normal
from search.words.rules import keeps

MOST = 20_000  # of one kind in the whole group; all of them are kept in memory


@transaction.atomic
def add_synonym(*, by, unit, word, others, is_two_way):
    """Whoever searches the word finds the others too; two-way each finds all the others."""
    _begin(by, unit, Synonym)
    synonym = Synonym(unit=unit, by=by, word=word, others=others, is_two_way=is_two_way, folded=normal(word))
    _must_be_new(synonym, folded=synonym.folded, is_two_way=is_two_way)
    synonym.save()
    record("synonym.added", synonym, by=by, after=_said(synonym))
    return synonym


@transaction.atomic
def change_synonym(synonym, *, by, word, others, is_two_way):
    synonym = _held(Synonym, synonym, by)
    before = _said(synonym)
    synonym.word, synonym.others, synonym.is_two_way, synonym.folded = word, others, is_two_way, normal(word)
    if _said(synonym) == before:
        return synonym
    _must_be_new(synonym, folded=synonym.folded, is_two_way=is_two_way)
    synonym.by, synonym.at = by, timezone.now()
    synonym.save()
    record("synonym.changed", synonym, by=by, before=before, after=_said(synonym))
    return synonym


@transaction.atomic
def add_synonyms(entries, *, by, unit) -> int:
    """Many at once, as read from a table: (word, others, is_two_way). What is there already stays; returns how many."""
    _begin(by, unit, Synonym, more=len(entries))
    there = {(each.folded, each.is_two_way): each for each in _standing(Synonym, unit)}
    kept, grown = [], []
    for word, others, both in entries:
        key = normal(word), both
        if key not in there:
            there[key] = Synonym(unit=unit, by=by, word=word, others=others, is_two_way=both, folded=key[0])
            kept.append(there[key])
        elif more := [other for other in others if other not in there[key].others]:
            grown.append((there[key], _said(there[key])))
            there[key].others = [*there[key].others, *more]
    Synonym.objects.bulk_create(kept)
    for synonym, before in grown:
        if synonym.pk and synonym not in kept:
            synonym.save(update_fields=["others"])
            record("synonym.changed", synonym, by=by, before=before, after=_said(synonym))
    record_many(((each, "synonym.added", None, _said(each)) for each in kept), by=by)
    return len(kept)


@transaction.atomic
def pin(thing, *, by, unit, phrase, until=None):
    """Stand first for this phrase, until a day."""
    rules.require(by, "view", thing)
    return _add(Pin, "pin.added", thing, by=by, unit=unit, phrase=phrase, until=until)


@transaction.atomic
def exclude(thing, *, by, unit, phrase):
    """Not be found by this phrase; without a thing: the phrase never stands among what others search."""
    if thing is not None:
        rules.require(by, "view", thing)
    return _add(Exclusion, "exclusion.added", thing, by=by, unit=unit, phrase=phrase)


@transaction.atomic
def change_pin(found, *, by, phrase, until):
    found = _held(Pin, found, by)
    before = _said(found)
    found.phrase, found.folded, found.until, found.by, found.at = phrase, normal(phrase), until, by, timezone.now()
    found.save()
    record("pin.changed", found, by=by, before=before, after=_said(found))


@transaction.atomic
def withdraw(kept, *, by):
    """Take back a synonym, a pin or an exclusion. Twice is once."""
    kept = _held(type(kept), kept, by)
    if kept.withdrawn_at is None:
        kept.withdrawn_at, kept.withdrawn_by = timezone.now(), by
        kept.save(update_fields=["withdrawn_at", "withdrawn_by"])
        record(f"{kept._meta.model_name}.withdrawn", kept, by=by, before=_said(kept))


@transaction.atomic
def restore(kept, *, by):
    """Bring back what was withdrawn, unless the same has been said anew since."""
    kept = _held(type(kept), kept, by)
    if kept.withdrawn_at is None:
        return
    same = {"is_two_way": kept.is_two_way} if isinstance(kept, Synonym) else _about(kept)
    _must_be_new(kept, folded=kept.folded, **same)
    kept.withdrawn_at = kept.withdrawn_by = None
    kept.save(update_fields=["withdrawn_at", "withdrawn_by"])
    record(f"{kept._meta.model_name}.restored", kept, by=by, after=_said(kept))


def _add(model, verb, thing, *, by, unit, phrase, **more):
    _begin(by, unit, model)
    kept = model(unit=unit, by=by, phrase=phrase, folded=normal(phrase), **more)
    if thing is not None:
        kept.about_type, kept.about_id = type_of(type(thing)), thing.pk
    _must_be_new(kept, folded=kept.folded, **_about(kept))
    kept.save()
    record(verb, kept, by=by, after=_said(kept))
    return kept


def _begin(by, unit, model, more=1):
    """The version's row is written first, so that two librarians who say the same come one after the other."""
    if not keeps(by, unit):
        raise PermissionDenied
    book.changed()
    if model.objects.standing().count() + more > MOST:
        raise TooMany


def _held(model, kept, by):
    book.changed()
    kept = model.objects.select_for_update().get(pk=kept.pk)
    rules.require(by, "keep", kept)
    return kept


def _standing(model, unit):
    return model.objects.standing().filter(unit=unit)


def _must_be_new(kept, **same):
    if _standing(type(kept), kept.unit).filter(**same).exclude(pk=kept.pk).exists():
        raise SaidAlready


def _about(kept):
    return {"about_type": kept.about_type, "about_id": kept.about_id}


def _said(kept):
    """Plain values for the record of decisions."""
    said = {"unit": kept.unit.code if kept.unit else ""}
    if isinstance(kept, Synonym):
        return said | {"word": kept.word, "others": kept.others, "two_way": kept.is_two_way}
    about = f"{kept.about_type.app_label}.{kept.about_type.model}:{kept.about_id}" if kept.about_type else ""
    return said | {"phrase": kept.phrase, "about": about, "until": str(getattr(kept, "until", None) or "")}
