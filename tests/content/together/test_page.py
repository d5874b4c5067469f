"""The page of the editor: who gets it, what it tells the scripts, and who is named to whom."""

import json
import re

import pytest
from django.urls import reverse

from content.actions import life, publishing, writing
from content.actions.writing import Text
from content.models import CollabDoc, ContentPage, WritingHold
from content.models.holds import LASTS
from content.text.tree import SCHEMA, tree_of
from content.together import states, store
from tests.cast import make_space

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(cast):
    space = make_space(cast.qingyu, slug="qingyu")
    page = writing.create(space, "article", by=cast.zhou_yaning, text=Text("交接班", "第一段。\n"))
    return publishing.publish(page, by=cast.zhou_yaning)


def told(client, page, what="editor-config"):
    """What the page of the editor tells its scripts."""
    answer = client.get(reverse("content:write", args=[page.uid]))
    return json.loads(
        re.search(rf'<script id="{what}" type="application/json">(.*?)</script>', answer.content.decode())[1]
    )


def test_the_scripts_learn_where_to_connect_and_what_the_person_may(client, cast, page):
    client.force_login(cast.lin_xiaoman)

    config = told(client, page)

    doc = CollabDoc.objects.get(page=page)
    assert (config["live"], config["uid"]) == ("/live/pages", page.uid)
    assert (config["epoch"], config["schema"]) == (str(doc.epoch), SCHEMA)
    assert (config["may"], config["why"]) == ("edit", "")
    assert config["me"]["name"] == "林小满"


@pytest.mark.promise("E18")
def test_who_may_not_change_it_just_now_gets_it_read_only_with_the_reason(client, cast, page):
    life.lock(page, by=cast.zhou_yaning)
    client.force_login(cast.lin_xiaoman)

    config = told(client, page)

    assert config["may"] == "read"
    assert "周雅宁" in config["why"]


def test_who_may_not_edit_finds_no_such_page(client, cast, page):
    client.force_login(cast.zhao_jingxing)

    for name in ("write", "presence"):
        assert client.get(reverse(f"content:{name}", args=[page.uid])).status_code == 404
    for name in ("version", "write_preview"):
        assert client.post(reverse(f"content:{name}", args=[page.uid])).status_code == 404


def test_a_text_in_the_page_cannot_end_the_script_that_carries_it(client, cast, page):
    cast.lin_xiaoman.name = "</script><b>林"
    cast.lin_xiaoman.save()
    client.force_login(cast.lin_xiaoman)

    assert told(client, page)["me"]["name"] == "</script><b>林"


@pytest.mark.promise("E21")
def test_to_publish_a_revision_is_made_of_what_was_written_and_shown(client, cast, page):
    write(page, cast.lin_xiaoman, "第一段，一起写的。\n")
    client.force_login(cast.zhou_yaning)

    answer = client.post(reverse("content:version", args=[page.uid]), {"then": "publish"}).json()

    latest = ContentPage.objects.get(pk=page.pk).get_latest_revision()
    assert latest.as_object().body == "第一段，一起写的。\n"
    assert answer["address"] == f"{reverse('content:publish', args=[page.uid])}?seen={latest.pk}"


def test_no_version_is_made_while_the_page_is_locked(client, cast, page):
    write(page, cast.lin_xiaoman, "第一段，一起写的。\n")
    life.lock(page, by=cast.zhou_yaning)
    client.force_login(cast.lin_xiaoman)
    before = page.revisions.count()

    answer = client.post(reverse("content:version", args=[page.uid]))

    assert answer.status_code == 409
    assert "锁定" in answer.json()["why"]
    assert page.revisions.count() == before


def test_the_preview_shows_what_no_revision_holds_yet(client, cast, page):
    write(page, cast.lin_xiaoman, "**危急值：**立即\n")
    client.force_login(cast.zhou_yaning)

    answer = client.post(reverse("content:write_preview", args=[page.uid]))

    assert "<strong>危急值：</strong>立即" in answer.json()["html"]


@pytest.mark.promise("W62")
def test_the_preview_says_early_that_two_drafts_take_in_each_other(client, cast, page):
    other = writing.create(page.space, "article", by=cast.lin_xiaoman, text=Text("乙", f"![](page:{page.uid})"))
    write(page, cast.lin_xiaoman, f"第一段。\n\n![](page:{other.uid})\n")

    def said(person):
        client.force_login(person)
        return client.post(reverse("content:write_preview", args=[page.uid])).json()["html"]

    assert "“乙”里又引入了这一页" in said(cast.zhou_yaning)
    write(page, cast.lin_xiaoman, "第一段。\n")
    assert "会没完没了" not in said(cast.zhou_yaning)


def test_the_draft_has_what_was_written_together(client, cast, page):
    client.force_login(cast.zhou_yaning)
    write(page, cast.lin_xiaoman, "第一段，一起写的。\n")

    assert "第一段，一起写的。" in client.get(reverse("content:draft", args=[page.uid])).content.decode()


def write(page, person, body):
    """Somebody writes in the room."""
    doc = store.open_doc(page)
    before = store.load(doc.pk)[0]
    after = states.follow(before, tree_of(body), states.read(before)[1])
    store.append(doc.pk, [(person.pk, after)])


# ── The plain editor ──


def test_the_plain_editor_is_held_by_whoever_came_first(client, cast, page):
    address = reverse("content:edit", args=[page.uid])
    client.force_login(cast.zhou_yaning)
    assert 'name="body"' in client.get(address).content.decode()

    client.force_login(cast.lin_xiaoman)

    assert "周雅宁 正在写这一页" in client.get(address).content.decode()
    assert 'name="body"' in client.get(f"{address}?anyway=1").content.decode()
    assert client.get(reverse("content:presence", args=[page.uid])).json()["plain"] == {"name": "周雅宁"}


def test_a_hold_ends_by_itself_and_lasts_while_a_draft_is_kept(client, cast, page):
    address = reverse("content:edit", args=[page.uid])
    client.force_login(cast.zhou_yaning)
    client.get(address)
    soon = WritingHold.objects.get()
    WritingHold.objects.update(until=soon.until - LASTS / 2)

    client.post(reverse("content:draft_keep"), {"page": page.uid, "title": "交接班", "body": "写着"})
    assert WritingHold.objects.get().until >= soon.until

    WritingHold.objects.update(until=soon.since)
    client.force_login(cast.lin_xiaoman)
    assert 'name="body"' in client.get(address).content.decode()
    assert WritingHold.objects.get().person == cast.lin_xiaoman


def test_saving_gives_the_hold_back(client, cast, page):
    client.force_login(cast.zhou_yaning)
    client.get(reverse("content:edit", args=[page.uid]))

    fields = {"title": "交接班", "body": "第二段。", "base": page.latest_revision_id}
    client.post(reverse("content:edit", args=[page.uid]), fields)

    assert not WritingHold.objects.exists()
