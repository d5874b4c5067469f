"""Archives wait a week for who asked; after that the disk forgets them."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from content.models import Export, ImportRun
from content.transfer import importing, leftovers
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
    ago = {"now": NOW, "week": NOW - timedelta(days=8)}
    states = {
        "done": {"started_at": ago["week"], "finished_at": ago["week"]},
        "done just now": {"started_at": ago["week"], "finished_at": ago["now"]},  # may be tried again
        "under way": {"started_at": ago["week"]},
        "forgotten": {},
    }
    for name, moments in states.items():
        run = ImportRun.objects.create(
            space=space, parent=space, by=cast.zhou_yaning, maintainer=cast.zhou_yaning, name=name, **moments
        )
        home = archive("imports", run.uid, 8)
        home.unlink()
        (home / "source").mkdir(parents=True)
        (home / "source" / f"{name}.md").write_text("# 一")
        os.utime(home, ((NOW - timedelta(days=8)).timestamp(),) * 2)
        ImportRun.objects.filter(pk=run.pk).update(made_at=NOW - timedelta(days=8), source=str(home / "source"))
    archive("imports", "refused.zip", 8)

    leftovers.clear(NOW)

    files = sorted(place.stem for place in Path(settings.VAR).glob("imports/**/*.md"))
    assert files == ["done just now", "under way"]
    assert len(left()) == 2
    assert sorted(run.name for run in ImportRun.objects.all()) == ["done", "done just now", "under way"]


def test_what_was_paused_for_a_week_is_over_and_what_came_in_stays(cast, space, tmp_path):
    (tmp_path / "手册").mkdir()
    (tmp_path / "手册" / "一.md").write_text("# 一")
    run = importing.begin(str(tmp_path / "手册"), space=space, by=cast.zhou_yaning)
    importing.read(run)
    ImportRun.objects.filter(pk=run.pk).update(confirmed_at=NOW, paused_at=NOW - timedelta(days=8))

    leftovers.clear(NOW)

    run.refresh_from_db()
    assert importing.state(run) == "finished"
    assert importing.counts(run) == [("没有选", 1)]
