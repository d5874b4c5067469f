"""Readers are counted without writing while they read."""

import threading

import pytest
from django.db import OperationalError

from activity import batches, counting, flushing
from activity.flushing import Flusher
from activity.models import DayViews, Visit
from activity.queries import recent_for, views_of
from content.models import ContentPage

pytestmark = pytest.mark.django_db


def read(user, page, times=1):
    for _ in range(times):
        counting.count(user, ContentPage, page.pk)


def test_counting_costs_no_query(cast, page, django_assert_num_queries):
    read(cast.lin_xiaoman, page)

    with django_assert_num_queries(0):
        read(cast.lin_xiaoman, page)


def test_a_flush_adds_to_the_views_of_the_day(cast, page):
    read(cast.lin_xiaoman, page, times=2)
    counting.flush()
    read(cast.zhou_yaning, page)
    counting.flush()

    assert DayViews.objects.get().views == 3
    assert views_of(page) == 3


def test_a_hundred_readings_are_written_in_one_go(cast, page, django_assert_max_num_queries):
    for number in range(100):
        counting.count(cast.lin_xiaoman, ContentPage, page.pk + number)

    with django_assert_max_num_queries(8):
        counting.flush()

    assert DayViews.objects.count() == 100


def test_nothing_is_counted_twice_or_lost_when_many_read_at_once(cast, page):
    readers = [threading.Thread(target=read, args=(cast.lin_xiaoman, page, 500)) for _ in range(4)]
    read(cast.lin_xiaoman, page)  # looks the content type up in this thread, where the database is

    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    counting.flush()

    assert views_of(page) == 2001


def test_a_database_that_is_away_for_a_moment_loses_nothing(cast, page, monkeypatch):
    read(cast.lin_xiaoman, page)
    with monkeypatch.context() as patch:
        patch.setattr(batches, "write", lambda *_: (_ for _ in ()).throw(OperationalError("away")))
        counting.flush()
    read(cast.lin_xiaoman, page)

    counting.flush()

    assert views_of(page) == 2


def test_what_somebody_read_a_second_ago_is_recent_before_it_is_written(cast, page, kind):
    read(cast.lin_xiaoman, page)

    assert not Visit.objects.exists()
    assert [row.title for _at, row in recent_for(cast.lin_xiaoman, kind)] == [page.title]


def test_a_reader_erased_meanwhile_does_not_stop_the_others(cast, page):
    read(cast.han_yuan, page)
    read(cast.lin_xiaoman, page)
    cast.han_yuan.memberships.all().delete()
    cast.han_yuan.delete()

    counting.flush()

    assert list(Visit.objects.values_list("person", flat=True)) == [cast.lin_xiaoman.pk]


def test_the_flusher_starts_with_the_first_reading_and_comes_back_again_and_again(cast, page, settings, monkeypatch):
    written, twice = [], threading.Event()

    def write(views, *_):
        written.append(sum(views.values()))
        if len(written) == 1:
            read(cast.lin_xiaoman, page, times=2)
        else:
            twice.set()

    settings.TESTING = False
    flusher = Flusher("counting", counting.flush, every=0.01)
    monkeypatch.setattr(counting, "_flusher", flusher)
    monkeypatch.setattr(batches, "write", write)
    read(cast.lin_xiaoman, page)
    thread = flusher._thread

    assert twice.wait(5)
    assert flusher._thread is thread
    monkeypatch.setattr(flushing.connection, "close", lambda: None)
    flusher.finish()
    thread.join(5)
    assert written == [1, 2]
    assert not thread.is_alive()


def test_what_was_counted_is_written_when_the_process_ends(cast, page, monkeypatch):
    monkeypatch.setattr(flushing.connection, "close", lambda: None)
    read(cast.lin_xiaoman, page)

    Flusher("counting", counting.flush, every=10).finish()

    assert views_of(page) == 1
