"""Whoever acts on the newest text of a page, or is shown it to act on it, gets what is being written, too."""

from zipfile import ZipFile

import pytest
from django.urls import reverse

from access import audiences
from content.actions import life, placing, proposing, publishing, writing
from content.actions.writing import Text
from content.convert.out.sheet import page_for
from content.models import CollabDoc
from content.taking import take
from content.together import store
from content.together.fragments import body_of
from content.together.states import new_doc
from content.transfer import exporting
from tests.cast import make_space
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


@pytest.mark.promise("E21")
@pytest.mark.parametrize("is_live", (True, False))
def test_a_copy_of_a_page_has_what_is_being_written_with_its_fields_and_pages_below(cast, space, is_live):
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("交接班", FIRST, tags=("急诊",)))
    below = writing.create(made, "article", by=cast.zhou_yaning, text=Text("下级", FIRST))
    if is_live:
        publishing.publish(made, by=cast.zhou_yaning)
    write(made, cast.lu_zhixing, SECOND, title="交接班新", tags=["急诊", "交班"])
    write(below, cast.lu_zhixing, SECOND)

    copied = placing.copy(fresh(made), space, by=cast.zhou_yaning, with_children=True)

    now, child = latest(copied), latest(copied.get_children().get())
    assert (now.title, now.body, sorted(now.tags.names())) == ("交接班新", SECOND, ["交班", "急诊"])
    assert (child.title, child.body) == ("下级", SECOND)
    assert (copied.live, copied.body, copied.maintainer) == (False, SECOND, cast.zhou_yaning)
    assert fresh(made).live is is_live


def test_a_proposal_is_accepted_into_what_is_being_written_with_its_tags(cast, page):
    proposal = proposing.propose(
        fresh(page), by=cast.lin_xiaoman, body=FIRST.replace("第一段", "第一段话"), reason="更清楚", base=None
    )
    write(page, cast.lu_zhixing, SECOND, tags=["交班"])

    proposing.accept(proposal, by=cast.zhou_yaning)

    now = latest(page)
    assert (now.body, list(now.tags.names())) == (SECOND.replace("第一段", "第一段话"), ["交班"])


@pytest.mark.promise("W10")
def test_an_export_of_a_steward_tells_in_the_history_what_is_being_written(cast, tmp_path):
    space = make_space(cast.qingyu, slug="kept", stewards=[audiences.person(cast.shen_zhixia)])
    written = writing.create(space, "article", by=cast.zhou_yaning, text=Text("交接班", FIRST))
    publishing.publish(written, by=cast.zhou_yaning)
    write(written, cast.lu_zhixing, SECOND)

    exporting.export(space, tmp_path / "out.zip", by=cast.shen_zhixia)

    with ZipFile(tmp_path / "out.zip") as archive:
        told = archive.read(f"history/{written.uid}.jsonl").decode()
    assert WORDS in told


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
