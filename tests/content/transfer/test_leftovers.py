"""Archives wait a week for who asked; after that the disk forgets them."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from content.models import Export, ImportRun
from content.transfer import leftovers
from tests.cast import make_space

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def space(cast, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "VAR", tmp_path)
    return make_space(cast.qingyu, slug="qingyu")


def archive(folder, name, days):
    place = Path(settings.VAR) / folder / name
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"PK")
    moment = (NOW - timedelta(days=days)).timestamp()
    os.utime(place, (moment, moment))
    return place


def left():
    return sorted(place.name for place in Path(settings.VAR).glob("*/*"))


def test_an_export_is_there_for_a_week(cast, space):
    for name, days in (("old.zip", 8), ("new.zip", 6)):
        asked = Export.objects.create(space=space, by=cast.lin_xiaoman, place=archive("exports", name, days).name)
        Export.objects.filter(pk=asked.pk).update(made_at=NOW - timedelta(days=days))

    leftovers.clear(NOW)

    assert (left(), [each.place for each in Export.objects.all()]) == (["new.zip"], ["new.zip"])


def test_what_was_brought_in_goes_unless_it_is_still_being_read(cast, space):
    states = {"done": (NOW, NOW), "paused": (NOW, None), "forgotten": (None, None)}
    for name, (started, finished) in states.items():
        run = ImportRun.objects.create(
            space=space, parent=space, by=cast.zhou_yaning, maintainer=cast.zhou_yaning, name=name,
            source=str(archive("imports", f"{name}.zip", 8)), started_at=started, finished_at=finished,
        )  # fmt: skip
        ImportRun.objects.filter(pk=run.pk).update(made_at=NOW - timedelta(days=8))
    archive("imports", "refused.zip", 8)

    leftovers.clear(NOW)

    assert left() == ["paused.zip"]
    assert sorted(run.name for run in ImportRun.objects.all()) == ["done", "paused"]
