"""What was uploaded and never used goes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from content.models import Draft
from files import cleaning
from files.actions import receive
from files.models import HELD, Attachment
from jobs.testing import run_due
from tests.files.samples import picture, upload

pytestmark = pytest.mark.django_db

TOMORROW = timedelta(days=1, minutes=1)


def test_what_belongs_to_nothing_goes_after_a_day(cast, page):
    receive(upload("a.txt", b"a"), by=cast.zhou_yaning)
    receive(upload("a.png", picture()), by=cast.zhou_yaning)
    kept = receive(upload("b.txt", b"b"), by=cast.zhou_yaning, about=page)

    assert cleaning.purge_loose() == 0
    assert cleaning.purge_loose(now=timezone.now() + TOMORROW) == 2
    assert [list(model.objects.all()) for model in HELD] == [[], [kept]]


def test_what_the_draft_of_a_new_page_names_waits_with_it(cast, space):
    named = receive(upload("a.txt", b"a"), by=cast.zhou_yaning)
    receive(upload("b.txt", b"b"), by=cast.zhou_yaning)
    body = f"[a](file:{named.uid})"
    draft = Draft.objects.create(person=cast.zhou_yaning, parent=space, kind="article", body=body)

    cleaning.purge_loose(now=timezone.now() + TOMORROW)
    assert list(Attachment.objects.all()) == [named]

    draft.delete()
    cleaning.purge_loose(now=timezone.now() + TOMORROW)
    assert list(Attachment.objects.all()) == []


def test_it_happens_without_anybody_asking(cast):
    held = receive(upload("a.txt", b"a"), by=cast.zhou_yaning)
    Attachment.objects.filter(pk=held.pk).update(created_at=timezone.now() - TOMORROW)
    from jobs.actions import plan

    plan()
    run_due(name="files.purge_loose")

    assert not Attachment.objects.exists()
