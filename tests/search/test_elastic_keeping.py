"""How Elasticsearch follows the rows of entries: killed, doubled, late, lost or made otherwise, it ends up right."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

import search
from content.models import ContentPage
from jobs.testing import run_due
from search import engines
from search.engines.elastic import documents, indices, keeping
from search.indexing import comparing, refilling, sending
from search.indexing.checking import drifts
from search.models import SearchEntry, SearchRebuild
from tests.search.conftest import write
from tests.search.elastic import MARKS, a_minute_later, answer, asked_at
from tests.search.engines import Thing, ask, found, keep

pytestmark = MARKS


# Sending


def test_a_sender_killed_in_the_middle_loses_and_doubles_nothing(cast, space, elastic, monkeypatch):
    write(space, "高钾一", "高钾二")
    run_due(name="search.index")

    def killed(taken):
        raise SystemExit

    with monkeypatch.context() as broken, pytest.raises(SystemExit):
        broken.setattr(sending, "_settle", killed)
        sending.send_unsent()
    assert SearchEntry.objects.unsent().exists()
    assert set(answer("高钾", cast.lin_xiaoman)[0]) == {"高钾一", "高钾二"}

    sending.send_unsent()

    assert not SearchEntry.objects.unsent().exists()
    assert set(answer("高钾", cast.lin_xiaoman)[0]) == {"高钾一", "高钾二"}
    assert search.query("高钾", cast.lin_xiaoman).total == 2


def test_a_late_delivery_never_wins_over_what_came_after(elastic):
    early = keeping.moment()
    (thing,) = keep(Thing("旧题", "旧的内容"))
    old = SearchEntry.objects.get(pk=thing.entry.pk)
    thing.title, thing.text, thing.scope = "新题", "新的内容", 2
    keep(thing)

    assert elastic.take([(old, ["旧的内容"])], [], early, places=elastic.places()) == set()

    assert found(elastic, ask("旧的内容"), [thing]) == []
    assert found(elastic, ask("新的内容"), [thing]) == ["新题"]
    assert elastic.known() == {thing.entry.pk: documents.mark_of(SearchEntry.objects.get(pk=thing.entry.pk))}


def test_a_late_delivery_brings_nothing_back(cast, space, elastic):
    (page,) = write(space, "高钾一")
    run_due()
    entry, early = SearchEntry.objects.of(ContentPage).get(about_id=page.pk), keeping.moment()

    page.delete()
    run_due()
    elastic.take([(entry, ["高钾"])], [], early, places=elastic.places())

    assert not SearchEntry.objects.of(ContentPage).filter(about_id=page.pk).exists()
    assert elastic.best(ask("高钾", who=engines.Visibility(scopes=(entry.scope_id,))), limit=9) == []
    assert entry.pk not in elastic.known()


def test_what_changes_while_it_is_sent_stays_unsent(elastic, monkeypatch):
    (thing,) = keep(Thing("旧题"))
    SearchEntry.objects.update(unsent_at=timezone.now())
    take = keeping.Keeping.take

    def slow(self, *what, **more):
        taken = take(self, *what, **more)
        SearchEntry.objects.update(title="新题", unsent_at=timezone.now())
        return taken

    with monkeypatch.context() as busy:
        busy.setattr(keeping.Keeping, "take", slow)
        sending.send_unsent()
    assert SearchEntry.objects.unsent().count() == 1

    sending.send_unsent()
    assert elastic.best(ask("新题"), limit=9) == [thing.entry.pk]


def test_one_that_cannot_be_taken_keeps_no_other_waiting(elastic, monkeypatch):
    document_of = documents.document_of

    def broken(entry, *more):
        return document_of(entry, *more) | ({"no_such_field": 1} if entry.title == "坏" else {})

    monkeypatch.setattr(keeping, "document_of", broken)
    good, bad, other = keep(Thing("好"), Thing("坏"), Thing("也好"))

    assert list(SearchEntry.objects.unsent().values_list("title", flat=True)) == ["坏"]
    assert set(elastic.known()) == {good.entry.pk, other.entry.pk}
    assert found(elastic, ask("坏"), [bad]) == ["坏"]  # the database knows it


def test_long_texts_go_in_messages_of_their_own():
    rows = [(1, 10), (2, 400_000), (3, 400_000), (4, 900_000), (5, 1), *((number, 0) for number in range(6, 300))]

    together = list(sending.slices(rows))

    assert together[:3] == [[1, 2], [3], [4]]
    assert [len(each) for each in together[3:]] == [200, 95]


# Another index, or none


def test_an_index_made_otherwise_is_not_asked_and_is_replaced(cast, space, elastic, monkeypatch):
    write(space, "高钾血症")
    run_due()
    monkeypatch.setattr(indices, "VERSION", documents.VERSION + 1)

    assert answer("高钾", cast.lin_xiaoman) == (["高钾血症"], True)
    a_minute_later()

    assert answer("高钾", cast.lin_xiaoman) == (["高钾血症"], False)
    with elastic.server.reached() as client:
        assert len(client.indices.get_alias(index=f"{indices.ours()}*").body) == 1  # the old one is gone


def test_one_made_by_mistake_under_its_name_is_replaced(cast, space, elastic):
    write(space, "高钾血症")
    run_due()
    with elastic.server.reached() as client:
        client.indices.delete(index=indices.behind(client)[indices.asked()])
        client.index(index=indices.asked(), document={"title": "高钾"}, refresh=True)

    a_minute_later()

    assert answer("高钾", cast.lin_xiaoman) == (["高钾血症"], False)
    assert list(drifts()) == []


def test_an_index_that_is_lost_is_filled_again(cast, space, elastic):
    write(space, "高钾血症")
    run_due()
    with elastic.server.reached() as client:
        client.indices.delete(index=indices.behind(client)[indices.asked()])
    assert list(drifts()) == ["elasticsearch does not answer, or has no index"]

    a_minute_later()  # nobody changed anything

    assert answer("高钾", cast.lin_xiaoman) == (["高钾血症"], False)


def test_anew_beside_stopped_and_gone_on_with_changes_in_both(elastic, monkeypatch):
    monkeypatch.setattr(sending, "TOGETHER", 2)
    things = keep(*(Thing(f"值班{number}") for number in range(7)))

    def stop(done, total):
        assert len(found(elastic, ask("值班"), things)) == 7
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refilling.refill(stop)
    things[0].title, things[6].title = "改了零", "改了六"
    keep(things[0], things[6])
    keep(added := Thing("值班新"))
    assert found(elastic, ask("改了"), things, order="date") == ["改了零", "改了六"]
    told = []
    refilling.refill(lambda done, total: told.append(done))

    assert told == [6, 8]  # it went on where it was
    everything = [*things, added]
    assert found(elastic, ask("改了"), everything, order="date") == ["改了零", "改了六"]
    assert len(found(elastic, ask("值班"), everything)) == 6
    assert list(comparing.differences(elastic)) == [[], []]
    assert not SearchRebuild.objects.exists()


def test_one_that_begins_to_be_filled_in_the_middle_of_sending_misses_nothing(elastic, monkeypatch):
    (thing,) = keep(Thing("旧题"))
    entry = SearchEntry.objects.get(pk=thing.entry.pk)
    take = keeping.Keeping.take

    def meanwhile(self, *what, **more):
        elastic.begin_anew()
        take(self, [(entry, [])], (), keeping.moment(), places=[indices.anew()])  # as it was read before the change
        return take(self, *what, **more)

    SearchEntry.objects.update(title="新题", unsent_at=timezone.now())
    with monkeypatch.context() as busy:
        busy.setattr(keeping.Keeping, "take", meanwhile)
        sending.send_unsent()
    sending.send_unsent()
    elastic.swap()

    assert elastic.best(ask("新题"), limit=9) == [thing.entry.pk]
    assert elastic.best(ask("旧题"), limit=9) == []


def test_drifts_are_named_and_put_right(elastic, capsys):
    missing, changed, gone, kept = keep(Thing("缺"), Thing("改"), Thing("去"), Thing("留"))
    elastic.take([], [missing.entry.pk], keeping.moment(), places=elastic.places())
    SearchEntry.objects.filter(pk=changed.entry.pk).update(scope_id=9)  # a restored backup
    engines.own_engine().drop(gone.entry, gone.indexed)
    SearchEntry.objects.filter(pk=gone.entry.pk).delete()
    lines = [each for each in drifts() if "elasticsearch" in each]
    assert lines == [
        f"entry {missing.entry.pk}: not in elasticsearch, or not as it is",
        f"entry {changed.entry.pk}: not in elasticsearch, or not as it is",
        f"entry {gone.entry.pk}: in elasticsearch, and gone",
    ]

    assert comparing.send_what_differs() == 3
    sending.send_unsent()

    assert [each for each in drifts() if "elasticsearch" in each] == []
    assert set(elastic.known()) == {missing.entry.pk, changed.entry.pk, kept.entry.pk}


def test_the_command_makes_it_anew_as_well(cast, space, capsys):
    write(space, "高钾血症")
    run_due()

    call_command("search_rebuild")

    assert not SearchEntry.objects.unsent().exists()
    assert answer("高钾", cast.lin_xiaoman) == (["高钾血症"], False)
    call_command("search_check")
    assert "Nothing differs." in capsys.readouterr().out


def test_what_waits_for_nobody_is_no_drift(elastic, settings):
    keep(Thing("值班"))
    SearchEntry.objects.update(unsent_at=timezone.now() - timedelta(days=1))
    assert any("waits for sending" in each for each in drifts())

    asked_at(settings, "")

    assert not any("waits for sending" in each for each in drifts())
