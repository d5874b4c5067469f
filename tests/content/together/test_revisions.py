"""What was written together becomes versions of the page: when, by whom, and what of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from content import queries
from content.actions import publishing
from content.models import CollabContributor, CollabDoc, ContentPage, VersionName
from content.taking import take
from content.tasks import look_into_rooms
from content.text.tree import tree_of
from content.together import revisions, states, store
from content.together.texts import said_by
from jobs.testing import run_due
from tests.content.pages import FIRST, fresh, live_text, step
from tests.content.together.writers import count, latest, write

pytestmark = pytest.mark.django_db
SECOND = FIRST.replace("第二段。", "第二段，血钾𠮷 6.5。")


@pytest.mark.promise("E20")
def test_what_was_written_becomes_the_latest_version(cast, page):
    write(page, cast.lu_zhixing, SECOND)

    revision = revisions.make_revision(page.pk)

    assert latest(page).body == SECOND
    assert revision.user == cast.lu_zhixing
    assert live_text(page) == FIRST
    assert not CollabDoc.objects.get(page=page).is_ahead


@pytest.mark.promise("E20")
@pytest.mark.promise("E23")
def test_an_opened_page_that_nobody_changed_gets_no_version(cast, page):
    before = count(page)
    store.open_doc(fresh(page))
    write(page, cast.lu_zhixing, SECOND)
    write(page, cast.lu_zhixing, FIRST)

    assert revisions.make_revision(page.pk) is None
    assert count(page) == before
    assert not CollabDoc.objects.get(page=page).is_ahead


@pytest.mark.promise("E20")
@pytest.mark.parametrize("is_short", (False, True))
def test_all_who_wrote_are_credited_also_after_the_log_was_made_short(cast, page, is_short):
    write(page, cast.lu_zhixing, SECOND)
    doc = write(page, cast.shen_zhixia, SECOND + "\n很长的一段，写的人最多。" * 9)
    if is_short:
        store.compact(doc.pk)

    revision = revisions.make_revision(page.pk)

    rows = CollabContributor.objects.filter(revision=revision)
    assert [row.user for row in rows] == [cast.shen_zhixia, cast.lu_zhixing]
    assert all(row.size > 0 for row in rows)
    assert not CollabContributor.objects.filter(revision=None).exists()
    assert revision.user == cast.shen_zhixia
    entry = PageLogEntry.objects.get(revision=revision, action="wagtail.edit")
    assert set(entry.data["contributors"]) == {cast.lu_zhixing.number, cast.shen_zhixia.number}


def test_who_wrote_before_is_not_credited_again(cast, page):
    write(page, cast.lu_zhixing, SECOND)
    revisions.make_revision(page.pk)
    write(page, cast.shen_zhixia, FIRST)

    revision = revisions.make_revision(page.pk)

    assert [row.user for row in revision.contributors.all()] == [cast.shen_zhixia]


def test_title_and_summary_come_from_the_room(cast, page):
    write(page, cast.lu_zhixing, title="新标题", summary="一句话", tags=["急诊", "检验"])

    revisions.make_revision(page.pk)

    now = latest(page)
    assert (now.title, now.summary, sorted(now.tags.names())) == ("新标题", "一句话", ["急诊", "检验"])
    assert now.body == FIRST


def test_a_bad_value_keeps_the_old_one_and_says_so(cast, page):
    write(page, cast.lu_zhixing, SECOND, title="  ", summary="长" * 301)

    revision = revisions.make_revision(page.pk)

    assert latest(page).title == "交接班"
    assert latest(page).body == SECOND
    assert {each.label for each in revision.refused.values()} == {"标题", "摘要"}


def test_a_name_is_given_to_the_new_version_or_to_the_latest(cast, page):
    write(page, cast.lu_zhixing, SECOND)

    first = revisions.make_revision(page.pk, by=cast.shen_zhixia, name="交班前")
    again = revisions.make_revision(page.pk, by=cast.shen_zhixia, name="定稿")

    assert first == again == fresh(page).latest_revision
    assert VersionName.objects.get().name == "定稿"
    assert first.user == cast.shen_zhixia


def test_a_title_in_brackets_becomes_a_link_for_those_who_write_too(cast, page):
    write(page, cast.zhou_yaning, "见[[交接班]]。")

    revisions.make_revision(page.pk)

    doc = CollabDoc.objects.get(page=page)
    assert latest(page).body == f"见[交接班](page:{page.uid})。\n"
    assert states.read(store.load(doc.pk)[0])[0] == tree_of(latest(page).body)
    assert not doc.is_ahead


@pytest.mark.promise("E20")
def test_the_sweep_looks_after_what_nobody_finished(cast, page):
    write(page, cast.lu_zhixing, SECOND)
    before = count(page)

    revisions.sweep()
    assert count(page) == before  # they are still at it, and have been for no ten minutes

    CollabDoc.objects.update(touched_at=timezone.now() - timedelta(minutes=6))
    look_into_rooms()
    run_due()
    assert count(page) == before + 1
    revisions.sweep()
    assert count(page) == before + 1


@pytest.mark.promise("E20")
def test_whoever_writes_on_and_on_gets_a_version_every_ten_minutes(cast, page):
    write(page, cast.lu_zhixing, SECOND)
    long_ago = timezone.now() - timedelta(minutes=11)
    page.revisions.update(created_at=long_ago)
    CollabDoc.objects.update(opened_at=long_ago)
    before = count(page)

    revisions.sweep()
    write(page, cast.lu_zhixing, FIRST)
    revisions.sweep()

    assert count(page) == before + 1


@pytest.mark.promise("E22")
def test_an_idle_page_has_a_state_and_no_updates(cast, page):
    doc = write(page, cast.lu_zhixing, SECOND)
    CollabDoc.objects.update(touched_at=timezone.now() - timedelta(minutes=6))

    revisions.sweep()

    assert not doc.updates.exists()
    assert states.read(store.load(doc.pk)[0])[0] == tree_of(SECOND)


# ── Approvals and readers ──


@pytest.mark.promise("E21")
def test_publishing_publishes_what_was_shown_as_saved_and_nothing_typed_since(cast, page):
    write(page, cast.lu_zhixing, SECOND)
    seen = take(fresh(page)).latest_revision_id
    write(page, cast.shen_zhixia, SECOND + "\n没有人看过的话。\n")

    publishing.publish(fresh(page), by=cast.zhou_yaning, seen=seen)

    assert live_text(page) == SECOND
    assert CollabDoc.objects.get(page=page).is_ahead


@pytest.mark.promise("E21")
def test_publishing_without_having_looked_takes_the_open_text_along(cast, page):
    write(page, cast.lu_zhixing, SECOND)

    publishing.publish(fresh(page), by=cast.zhou_yaning)

    assert live_text(page) == SECOND


@pytest.mark.promise("E18")
def test_what_is_submitted_is_what_was_written(cast, page, approval):
    write(page, cast.lu_zhixing, SECOND)

    publishing.submit(fresh(page), by=cast.zhou_yaning, reason="更新")

    assert step().revision.as_object().body == SECOND


def test_nobody_approves_what_they_helped_to_write(cast, page, approval):
    write(page, cast.shen_zhixia, SECOND)
    write(page, cast.lu_zhixing, SECOND + "\n最后写的人写得最多。" * 30)
    publishing.submit(fresh(page), by=cast.zhou_yaning, reason="更新")

    task = step().task.specific

    assert not task.may_decide(ContentPage.objects.get(pk=page.pk).specific, cast.shen_zhixia)


@pytest.mark.promise("E20")
@pytest.mark.parametrize("how_many", (1, 3))
def test_the_history_names_all_who_wrote_and_costs_the_same(
    client, cast, page, how_many, django_assert_max_num_queries
):
    for number in range(how_many):
        write(page, cast.lu_zhixing, SECOND + f"\n第{number}次。\n")
        write(page, cast.shen_zhixia, SECOND + f"\n第{number}次了。\n")
        revisions.make_revision(page.pk, by=cast.zhou_yaning, name=f"版本{number}")
    client.force_login(cast.zhou_yaning)

    with django_assert_max_num_queries(20):
        answer = client.get(reverse("content:history", args=[page.uid])).content.decode()

    assert answer.count("周雅宁、") == how_many
    assert "陆知行" in answer and "沈知夏" in answer
    assert all(f"版本{number}" in answer for number in range(how_many))


@pytest.mark.promise("E21")
def test_the_draft_shows_what_is_being_written(client, cast, page):
    write(page, cast.lu_zhixing, SECOND)
    client.force_login(cast.zhou_yaning)

    answer = client.get(reverse("content:draft", args=[page.uid])).content.decode()

    assert "血钾𠮷 6.5" in answer
    assert "血钾𠮷 6.5" not in client.get(page.get_absolute_url()).content.decode()


def test_whoever_saves_a_version_is_told_which_value_stays_as_it_was(client, cast, page):
    write(page, cast.zhou_yaning, title=" ")
    client.force_login(cast.zhou_yaning)

    answer = client.post(reverse("content:version", args=[page.uid]), {"name": "定稿"}).json()

    assert "“标题”没有改" in answer["words"]
    assert latest(page).title == "交接班"


def test_nobody_goes_on_to_publish_while_a_field_says_what_it_must_not(client, cast, page):
    write(page, cast.zhou_yaning, title=" ")
    client.force_login(cast.zhou_yaning)
    address = reverse("content:version", args=[page.uid])

    answer = client.post(address, {"then": "publish"})
    assert (answer.status_code, "“标题”没有改" in answer.json()["why"]) == (409, True)
    assert list(answer.json()["fields"]) == ["title"]

    answer = client.post(address, {"then": "publish"})
    assert answer.status_code == 409

    write(page, cast.zhou_yaning, title="交接班制度")
    assert "/publish/" in client.post(address, {"then": "publish"}).json()["address"]
    client.force_login(cast.zhao_jingxing)
    assert client.post(address, {"then": "publish"}).status_code == 404


def test_the_page_names_who_wrote_it_once_their_words_are_live(cast, page):
    write(page, cast.lu_zhixing, SECOND)
    revisions.make_revision(page.pk, by=cast.zhou_yaning)
    write(page, cast.shen_zhixia, SECOND + "\n还是草稿。\n")

    assert list(queries.co_authors(fresh(page))) == []
    publishing.publish(fresh(page), by=cast.zhou_yaning, seen=fresh(page).latest_revision_id)
    revisions.make_revision(page.pk)

    assert list(queries.co_authors(fresh(page))) == [cast.lu_zhixing]


@pytest.mark.promise("E21")
def test_what_is_typed_while_the_text_is_converted_is_in_the_version(cast, page, monkeypatch):
    write(page, cast.lu_zhixing, SECOND)
    early = revisions._converted(page.pk)
    write(page, cast.lu_zhixing, SECOND + "\n最后一句。\n")
    monkeypatch.setattr(revisions, "_converted", lambda page_id: early)

    revisions.make_revision(page.pk)

    assert latest(page).body == SECOND + "\n最后一句。\n"


def test_a_log_made_short_while_it_is_read_is_read_again(cast, page):
    doc = write(page, cast.lu_zhixing, SECOND)
    store.compact(doc.pk)
    write(page, cast.lu_zhixing, SECOND + "\n最后一句。\n")

    assert said_by(doc).body == SECOND + "\n最后一句。\n"
