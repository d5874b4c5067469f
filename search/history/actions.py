"""What people do with their own history. It is nobody's decision but theirs, so nothing is audited."""

from django.db import transaction

from search.history import recording
from search.models import HistoryOff, PastSearch
from search.words.folding import normal


def forget(person, phrase):
    """One phrase, as often as it was searched."""
    folded = normal(phrase)
    recording.drop(person, folded)
    PastSearch.objects.of(person).filter(folded=folded).delete()


def forget_all(person):
    recording.drop(person)
    PastSearch.objects.of(person).delete()


@transaction.atomic
def switch(person, *, on):
    """Keep a history from now on, or none; switching it off also forgets what there is."""
    recording.drop(person)
    if on:
        HistoryOff.objects.filter(person=person).delete()
    else:
        HistoryOff.objects.get_or_create(person=person)
        forget_all(person)
