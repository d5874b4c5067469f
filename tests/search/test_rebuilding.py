"""The index made anew: from what things say now, in small steps, and nothing of the old one stays behind."""

import pytest
from django.db import connection
from django.utils import timezone

import search
from content.models import ContentPage
from jobs.testing import run_due
from search.engines import own_engine
from search.indexing import clearing, rebuilding
from search.indexing.checking import drifts
from search.models import SearchEntry, SearchReader
from search.tasks import look_for_what_is_left
from tests.search.conftest import write

pytestmark = pytest.mark.django_db
sqlite_only = pytest.mark.skipif(connection.vendor != "sqlite", reason="looks into SQLite's tables")


def total(text, user):
    return search.query(text, user).total


def tables():
    return {name for name in connection.introspection.table_names() if name.startswith("search_")}


@pytest.mark.parametrize("change", ("text", "gone", "hidden", "cleared away"))
def test_what_changes_while_it_is_read_is_in_the_new_index_as_it_is(cast, space, monkeypatch, change):
    """Reading keeps nobody from writing, so somebody may."""
    pages = write(space, *(f"高钾 {number}" for number in range(3)))
    run_due()
    whole = rebuilding.read

    def read_slowly(entries, **more):
        reading = whole(entries, **more)
        monkeypatch.setattr(rebuilding, "read", whole)
        if change == "text":
            ContentPage.objects.filter(pk=pages[0].pk).update(title="低钠")
        elif change == "hidden":
            ContentPage.objects.filter(pk=pages[0].pk).update(live=False)
        else:
            pages[0].delete()
        if change == "cleared away":
            run_due()
        return reading

    monkeypatch.setattr(rebuilding, "read", read_slowly)
    rebuilding.rebuild()
    run_due()

    assert total("高钾", cast.lin_xiaoman) == 2
    assert total("低钠", cast.lin_xiaoman) == (change == "text")
    assert list(drifts()) == []


def test_what_is_as_it_was_is_not_written_again(cast, space):
    write(space, "高钾")
    run_due()
    before = rows()

    rebuilding.rebuild()

    assert rows() == before


def rows():
    columns = [field.attname for field in SearchEntry._meta.fields if field.name != "unsent_at"]
    return list(SearchEntry.objects.order_by("pk").values(*columns))


def test_what_drifted_is_put_right(cast, space):
    (page,) = write(space, "高钾")
    run_due()
    entry = SearchEntry.objects.of(ContentPage).filter(about_id=page.pk)
    entry.update(valid_until="2020-01-01", kind="other", maintainer_id=9)
    SearchReader.objects.create(entry=entry.get(), key="somebody")

    rebuilding.rebuild()

    put_right = entry.get()
    assert (put_right.valid_until, put_right.kind, put_right.maintainer_id) == (None, "article", page.maintainer_id)
    assert not SearchReader.objects.exists()


def test_what_is_shown_again_while_it_is_cleared_away_stays(cast, space):
    (page,) = write(space, "高钾")
    run_due()
    ContentPage.objects.filter(pk=page.pk).update(live=False)
    read = SearchEntry.objects.of(ContentPage).get(about_id=page.pk)
    ContentPage.objects.filter(pk=page.pk).update(live=True)

    clearing.drop(read)

    assert total("高钾", cast.lin_xiaoman) == 1


@sqlite_only
def test_one_that_ends_before_it_cleaned_up_leaves_that_to_others(cast, space, monkeypatch):
    write(space, *(f"高钾 {number}" for number in range(30)))
    run_due()
    there = tables()
    whole, calls = rebuilding._settle, []

    def killed(engine, turns, **which):
        calls.append(which)
        if len(calls) == 3:
            raise KeyboardInterrupt
        whole(engine, turns, **which)

    monkeypatch.setattr(rebuilding, "_settle", killed)
    with pytest.raises(KeyboardInterrupt):
        rebuilding.rebuild()
    assert tables() > there
    assert total("高钾", cast.lin_xiaoman) == 30

    look_for_what_is_left()
    for _ in range(10):
        run_due()

    assert tables() == there
    assert total("高钾", cast.lin_xiaoman) == 30
    assert list(drifts()) == []


@sqlite_only
def test_what_is_written_bit_by_bit_is_joined(cast, space):
    """A question looks into every piece."""
    for number in range(20):
        write(space, f"高钾 {number}")
        SearchEntry.objects.update(changed_at=timezone.now())
        run_due()

    assert pieces() < 10
    assert total("高钾", cast.lin_xiaoman) == 20
    assert list(drifts()) == []


def pieces():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(DISTINCT segid) FROM {own_engine().table}_idx")
        return cursor.fetchone()[0]


def test_the_new_tables_have_the_indexes_of_the_old(cast, space):
    """Without them everything is found as well, and nobody would notice but by the time it takes."""
    write(space, "高钾")
    run_due()
    before = indexes()

    rebuilding.rebuild()
    rebuilding.rebuild()

    assert indexes() == before


def indexes():
    with connection.cursor() as cursor:
        found = {table: connection.introspection.get_constraints(cursor, table).values() for table in tables()}
    return sorted(
        (table, each["columns"], each["type"] or "") for table, many in found.items() for each in many if each["index"]
    )
