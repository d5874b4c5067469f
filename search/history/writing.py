"""Writing what was noted: a handful of statements for many notes."""

from datetime import timedelta

from django.db import transaction

from org.models import Membership, Unit, User
from search.models import HistoryOff, PastSearch

SAME_SEARCH = timedelta(minutes=10)  # typed again so soon it is the same search
STILL_OPENED = timedelta(hours=12)  # from the list that a tab kept open all shift


@transaction.atomic
def write(notes):
    """`notes`: {(person, folded phrase): Note}. Whoever wants no history gets none."""
    people = {person for person, _folded in notes}
    kept = set(User.objects.filter(pk__in=people).values_list("pk", flat=True))
    kept -= set(HistoryOff.objects.filter(person__in=people).values_list("person", flat=True))
    notes = {key: note for key, note in notes.items() if key[0] in kept}
    there, hospitals, new = _latest(notes), _hospitals(kept), []
    for key, note in notes.items():
        row = there.get(key)
        if row is not None and _is_the_same(row, note):
            _add_to(row, note)
            row.save()
        elif note.found is not None:
            row = PastSearch(person_id=key[0], folded=key[1], hospital_id=hospitals.get(key[0]), phrase=note.phrase)
            _add_to(row, note)
            new.append(row)
    PastSearch.objects.bulk_create(new, batch_size=200)


def _latest(notes):
    """The last row of each of these searches, if it is not long ago."""
    if not notes:
        return {}
    since = min(note.at for note in notes.values()) - STILL_OPENED
    rows = PastSearch.objects.since(since).filter(person__in={person for person, _folded in notes})
    return {
        (row.person_id, row.folded): row for row in rows.order_by("at", "pk") if (row.person_id, row.folded) in notes
    }


def _is_the_same(row, note):
    return note.at - row.at <= (STILL_OPENED if note.found is None else SAME_SEARCH)


def _add_to(row, note):
    if note.found is not None:
        row.at, row.found = note.at, note.found
    if note.opened and not row.opened:
        row.opened, row.rank, row.way = note.opened, note.rank, note.way


def _hospitals(people):
    """{person: the hospital of their main post}; whoever works for the group itself has none."""
    hospitals = list(Unit.objects.hospitals().values_list("pk", "path"))
    posts = Membership.objects.today().filter(person__in=people).order_by("is_main")  # the main one counts last
    return {
        person: next((pk for pk, path in hospitals if at.startswith(path)), None)
        for person, at in posts.values_list("person", "unit__path")
    }
