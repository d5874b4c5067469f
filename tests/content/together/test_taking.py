"""Whoever acts on the newest text of a page, or is shown it to act on it, gets what is being written, too."""

import pytest
from django.urls import reverse

from content.actions import life, writing
from content.actions.writing import Text
from content.convert.out.sheet import page_for
from content.models import CollabDoc
from content.taking import take
from content.together import store
from content.together.fragments import body_of
from content.together.states import new_doc
from tests.content.pages import FIRST, fresh
from tests.content.together.writers import count, latest, said_in_room, write

pytestmark = pytest.mark.django_db
WORDS = "正在写的话𠮷"
SECOND = FIRST.replace("第二段。", f"第二段，{WORDS}。")


@pytest.fixture
def written(cast, page):
    write(page, cast.lu_zhixing, SECOND)
    return page


@pytest.mark.promise("E21")
@pytest.mark.parametrize("name", ("draft", "edit"))
def test_screens_of_the_newest_text_show_what_is_being_written(client, cast, written, name):
    client.force_login(cast.zhou_yaning)

    assert WORDS in client.get(reverse(f"content:{name}", args=[written.uid])).content.decode()


@pytest.mark.promise("E21")
def test_the_screen_of_publishing_speaks_of_what_was_written(client, cast, written):
    client.force_login(cast.zhou_yaning)
    before = written.latest_revision_id

    answer = client.get(reverse("content:publish", args=[written.uid])).content.decode()

    now = fresh(written).latest_revision_id
    assert now != before
    assert f'value="{now}"' in answer


@pytest.mark.promise("E18")
def test_what_was_written_before_a_lock_is_on_the_page(cast, written):
    life.lock(fresh(written), by=cast.zhou_yaning)

    assert latest(written).body == SECOND


def test_a_copy_of_a_draft_on_paper_says_what_is_being_written(cast, space):
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("草稿", FIRST))
    write(made, cast.lu_zhixing, SECOND)

    page, is_draft = page_for(cast.zhou_yaning, made.uid)

    assert (page.body, is_draft) == (SECOND, True)


@pytest.mark.promise("E20")
def test_looking_twice_makes_one_version(client, cast, written):
    client.force_login(cast.zhou_yaning)
    before = count(written)

    for _time in range(2):
        client.get(reverse("content:draft", args=[written.uid]))

    assert count(written) == before + 1


@pytest.mark.promise("E25")
def test_a_damaged_room_keeps_nobody_from_the_page(client, cast, written):
    client.force_login(cast.zhou_yaning)
    doc = CollabDoc.objects.get(page=written.pk)
    store.append(doc.pk, [(cast.lu_zhixing.pk, damage())])

    take(written)

    assert latest(written).body == FIRST
    assert client.get(reverse("content:draft", args=[written.uid])).status_code == 200
    writing.save(
        fresh(written), by=cast.zhou_yaning, base=written.latest_revision_id, text=Text("交接班", FIRST + "\n新。\n")
    )
    assert latest(written).body == FIRST + "\n新。\n"


def damage():
    """An element no schema knows."""
    from pycrdt import XmlElement

    doc = new_doc()
    body_of(doc).children.append(XmlElement("script"))
    return doc.get_update()


@pytest.mark.promise("E23")
def test_a_page_opens_again_from_its_markdown_alone(cast, written):
    take(written)
    CollabDoc.objects.all().delete()

    store.open_doc(fresh(written))

    assert said_in_room(written) == SECOND
    assert not CollabDoc.objects.get(page=written.pk).is_ahead
