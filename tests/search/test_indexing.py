"""The index follows what happens: rights at once, texts by what is due; nothing is lost and nothing done twice."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

import search
from content.actions import placing
from content.models import ContentPage, Rendering
from jobs.models import Due
from jobs.testing import run_due
from search.engines import own_engine
from search.indexing import rebuilding, writing
from search.indexing.checking import drifts
from search.models import SearchEntry, SearchPart, SearchRebuild
from search.tasks import look_for_what_is_left
from tests.cast import make_space
from tests.search.conftest import write

pytestmark = pytest.mark.django_db


def titles(text, user):
    return [hit.hit.title for hit in search.query(text, user).hits if not hit.is_partial]


def text_of(page, text):
    Rendering.objects.update_or_create(page_id=page.pk, defaults={"text": text, "html": ""})
    ContentPage.objects.filter(pk=page.pk).update(content_hash=text[:60])


def test_what_is_written_is_found_when_a_worker_came(cast, space):
    (page,) = write(space, "流程")
    text_of(page, "先消毒，再穿刺。")
    assert titles("穿刺", cast.lin_xiaoman) == []

    run_due()

    assert titles("穿刺", cast.lin_xiaoman) == ["流程"]
    assert not SearchEntry.objects.due().exists()


def test_words_that_went_are_found_no_more(cast, space):
    (page,) = write(space, "流程")
    text_of(page, "先消毒，再穿刺。")
    run_due()

    text_of(page, "先洗手。")
    run_due()

    assert titles("穿刺", cast.lin_xiaoman) == []
    assert titles("洗手", cast.lin_xiaoman) == ["流程"]
    assert own_engine().frequencies(["穿刺", "洗手"]) == {"洗手": 1}


@pytest.mark.promise("W5", "W56")
def test_a_move_an_unpublishing_and_the_bin_act_without_any_worker(cast, space):
    closed = make_space(cast.yunling, slug="closed", title="云岭")
    page, other, gone = write(space, "高钾一", "高钾二", "高钾三")
    run_due()
    assert len(titles("高钾", cast.lin_xiaoman)) == 3

    ContentPage.objects.filter(pk=page.pk).update(scope=closed.scope)
    ContentPage.objects.filter(pk=other.pk).update(live=False)
    placing.remove(gone, by=_keeper(cast, space))

    assert titles("高钾", cast.lin_xiaoman) == []
    assert titles("高钾", cast.zhao_jingxing) == ["高钾一"]


def _keeper(cast, space):
    from access import audiences

    space.stewards = audiences.intern([audiences.person(cast.zhou_yaning)])
    space.save()
    return cast.zhou_yaning


def test_what_is_deleted_is_gone_at_once_and_cleared_away_later(cast, space):
    (page,) = write(space, "高钾")
    run_due()

    page.delete()
    assert titles("高钾", cast.lin_xiaoman) == []
    run_due()

    assert not SearchEntry.objects.filter(title="高钾").exists()
    assert own_engine().known() == set(SearchEntry.objects.values_list("pk", flat=True))


def test_a_change_that_is_rolled_back_leaves_no_trace(cast, space):
    (page,) = write(space, "高钾")
    run_due()

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        ContentPage.objects.filter(pk=page.pk).update(title="低钾")
        raise ZeroDivisionError
    run_due()

    assert (titles("高钾", cast.lin_xiaoman), titles("低钾", cast.lin_xiaoman)) == (["高钾"], [])


def test_one_that_cannot_be_indexed_keeps_nobody_waiting_and_comes_again(cast, space, monkeypatch, caplog):
    pages = write(space, "坏的一篇", "好的一篇", "好的二篇")
    whole = own_engine().put

    def breaks(entry, texts, old=None, **more):
        if entry.title == "坏的一篇":
            raise ValueError("broken")
        whole(entry, texts, old, **more)

    monkeypatch.setattr(own_engine(), "put", breaks)
    run_due()

    assert set(titles("好的", cast.lin_xiaoman)) == {"好的一篇", "好的二篇"}
    waiting = SearchEntry.objects.due().get()
    assert waiting.about_id == pages[0].pk
    assert waiting.changed_at > timezone.now()

    monkeypatch.undo()
    SearchEntry.objects.update(changed_at=timezone.now())
    look_for_what_is_left()
    run_due()
    assert titles("坏的", cast.lin_xiaoman) == ["坏的一篇"]


def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(cast, space, monkeypatch):
    write(space, *(f"高钾 {number}" for number in range(30)))
    whole, calls = writing.write, []

    def dies(entries, **more):
        calls.append(entries)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return whole(entries, **more)

    monkeypatch.setattr(writing, "write", dies)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        writing.write_due(seconds=600)
    monkeypatch.undo()
    Due.objects.filter(name="search.index").update(leased_until=None)
    run_due()
    run_due()

    assert len(set(titles("高钾", cast.lin_xiaoman))) == 10
    assert search.query("高钾", cast.lin_xiaoman).total == 30
    assert list(drifts()) == []


def test_a_change_while_it_is_being_indexed_stays_due(cast, space, monkeypatch):
    (page,) = write(space, "高钾")
    whole = own_engine().put

    def changed_meanwhile(entry, texts, old=None, **more):
        whole(entry, texts, old, **more)
        if entry.about_id == page.pk:
            SearchEntry.objects.filter(pk=entry.pk).update(changed_at=timezone.now() + timedelta(seconds=1))

    monkeypatch.setattr(own_engine(), "put", changed_meanwhile)
    writing.write_due()

    assert SearchEntry.objects.due().filter(about_id=page.pk).exists()


def test_indexing_costs_the_same_for_one_and_for_twenty(cast, space, django_assert_max_num_queries):
    write(space, *(f"高钾 {number}" for number in range(20)))
    run_due()
    SearchEntry.objects.update(changed_at=timezone.now())

    with django_assert_max_num_queries(40):
        writing.write(list(SearchEntry.objects.due()))


@pytest.mark.parametrize("stops_after", (1, 2))
def test_a_rebuild_that_was_stopped_goes_on_and_misses_nothing_that_changed_meanwhile(
    cast, space, monkeypatch, stops_after
):
    pages = write(space, *(f"高钾 {number}" for number in range(12)))
    run_due()
    monkeypatch.setattr(rebuilding, "TOGETHER", 5)
    steps, whole = [], rebuilding._step

    def stops(*args):
        steps.append(1)
        if len(steps) > stops_after:
            raise KeyboardInterrupt
        return whole(*args)

    monkeypatch.setattr(rebuilding, "_step", stops)
    with pytest.raises(KeyboardInterrupt):
        rebuilding.rebuild()
    text_of(pages[0], "后来写的字")
    ContentPage.objects.filter(pk=pages[1].pk).update(title="低钠")
    pages[2].delete()
    write(space, "高钾 新的")
    run_due()
    assert titles("后来写的", cast.lin_xiaoman) == ["高钾 0"]
    monkeypatch.setattr(rebuilding, "_step", whole)
    rebuilding.rebuild()

    assert search.query("高钾", cast.lin_xiaoman).total == 11
    assert titles("低钠", cast.lin_xiaoman) == ["低钠"]
    assert titles("后来写的", cast.lin_xiaoman) == ["高钾 0"]
    assert not SearchRebuild.objects.exists()
    assert list(drifts()) == []


def test_a_rebuild_goes_on_after_a_thing_that_is_gone(cast, space):
    pages = write(space, "高钾一", "高钾二")
    run_due()
    pages[-1].delete()

    call_command("search_rebuild")

    assert titles("高钾", cast.lin_xiaoman) == ["高钾一"]
    assert list(drifts()) == []


def test_a_rebuild_begins_what_was_never_indexed(cast, space):
    write(space, "高钾")
    SearchEntry.objects.all().delete()
    SearchPart.objects.all().delete()
    own_engine().begin_anew()
    own_engine().swap()

    call_command("search_rebuild")

    assert titles("高钾", cast.lin_xiaoman) == ["高钾"]


@pytest.mark.parametrize("drift", ("missing", "scope", "shown", "text", "late", "not_held"))
def test_the_check_names_every_drift_and_says_so_by_its_exit(cast, space, drift, capsys):
    (page,) = write(space, "高钾")
    run_due()
    call_command("search_check")
    entry = SearchEntry.objects.get(title="高钾")
    row = SearchEntry.objects.filter(pk=entry.pk)
    if drift == "missing":
        own_engine().drop(entry, writing.indexed_as([entry])[entry.pk])
        row.delete()
    elif drift == "scope":
        row.update(scope_id=0)
    elif drift == "shown":
        super_update = ContentPage.objects.filter(pk=page.pk)
        super(type(super_update), super_update).update(live=False)
    elif drift == "text":
        row.update(version="another")
    elif drift == "late":
        row.update(changed_at=timezone.now() - timedelta(hours=1))
    else:
        own_engine().drop(entry, writing.indexed_as([entry])[entry.pk])

    with pytest.raises(SystemExit) as ended:
        call_command("search_check")

    assert ended.value.code == 1
    assert str(page.pk) in capsys.readouterr().out or drift == "not_held"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's plans")
@pytest.mark.parametrize(("rows", "index"), [("due", "entry_due"), ("unsent", "entry_unsent")])
def test_what_waits_is_found_without_reading_all_entries(rows, index):
    """Each question to an engine beside the database asks this first."""
    assert index in getattr(SearchEntry.objects, rows)().explain()
