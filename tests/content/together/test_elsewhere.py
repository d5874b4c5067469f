"""E19: a text saved elsewhere comes into the open room, and what is being written there stays."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.actions import publishing, writing
from content.models import CollabDoc
from content.text.tree import tree_of
from content.together import revisions, states, store
from content.together.changing import apply_difference
from tests.content.pages import FIRST, fresh, live_text, save
from tests.content.together.writers import count, latest, said_in_room, values_in_room, write

pytestmark = [pytest.mark.django_db, pytest.mark.promise("E19")]
TYPED = FIRST.replace("第三段。", "第三段，还没保存的话𠮷。")
IMPORTED = FIRST.replace("第一段。", "第一段，导入的新话。")
BOTH = TYPED.replace("第一段。", "第一段，导入的新话。")


def command(page, body, by=None):
    """What a management command does: load, change, save."""
    found = latest(page)
    found.body = body
    return found.save_revision(user=by, clean=False)


def epoch(page):
    return CollabDoc.objects.get(page=page.pk).epoch


def test_a_command_changes_another_block_while_somebody_writes(cast, page):
    write(page, cast.lu_zhixing, TYPED)
    before = epoch(page)

    command(page, IMPORTED, cast.zhou_yaning)

    assert said_in_room(page) == BOTH
    assert latest(page).body == IMPORTED
    assert epoch(page) == before
    revision = revisions.make_revision(page.pk)
    assert latest(page).body == BOTH
    assert [row.user for row in revision.contributors.all()] == [cast.lu_zhixing]


def test_an_open_page_nobody_writes_in_shows_what_was_saved_elsewhere(cast, page):
    store.open_doc(fresh(page))
    before = epoch(page)

    revision = command(page, IMPORTED, cast.zhou_yaning)

    doc = CollabDoc.objects.get(page=page.pk)
    assert said_in_room(page) == IMPORTED
    assert (doc.base_revision, doc.is_ahead, doc.epoch) == (revision, False, before)


def test_both_change_one_block_and_what_vanishes_is_kept_as_a_version(cast, page):
    write(page, cast.lu_zhixing, FIRST.replace("第二段。", "第二段的话。"))

    command(page, FIRST.replace("第二段。", "完全不同，另起一句新的。"), cast.zhou_yaning)

    kept = fresh(page).revisions.order_by("-pk")[1]
    assert "第二段的话。" in kept.as_object().body
    assert [row.user for row in kept.contributors.all()] == [cast.lu_zhixing]
    assert "完全不同，另起一句新的。" in latest(page).body
    assert "完全不同，另起一句新的。" in said_in_room(page)


def test_a_title_changed_in_the_admin_reaches_the_room_and_leaves_its_text(cast, page):
    write(page, cast.lu_zhixing, TYPED)
    found = latest(page)

    found.title = "新标题"
    found.save_revision(user=cast.zhou_yaning)

    assert values_in_room(page)["title"] == "新标题"
    assert said_in_room(page) == TYPED
    revisions.make_revision(page.pk)
    assert (latest(page).title, latest(page).body) == ("新标题", TYPED)


def test_an_old_text_comes_back_around_what_is_being_written(cast, page):
    first = fresh(page).latest_revision
    save(page, cast.zhou_yaning, IMPORTED)
    write(page, cast.lu_zhixing, BOTH)

    writing.restore_revision(fresh(page), first, by=cast.zhou_yaning)

    assert latest(page).body == FIRST
    assert said_in_room(page) == TYPED


@pytest.mark.promise("W9")
def test_the_plain_editor_merges_with_the_room(cast, page):
    base = fresh(page).latest_revision_id
    write(page, cast.lu_zhixing, TYPED)

    result = save(page, cast.zhou_yaning, IMPORTED, base=base)

    assert result.merged
    assert latest(page).body == BOTH
    assert said_in_room(page) == BOTH


@pytest.mark.promise("W9")
def test_the_plain_editor_shows_both_texts_where_they_clash(cast, page):
    base = fresh(page).latest_revision_id
    write(page, cast.lu_zhixing, FIRST.replace("第二段。", "第二段甲。"))

    result = save(page, cast.zhou_yaning, FIRST.replace("第二段。", "第二段乙。"), base=base)

    assert isinstance(result, writing.Conflict)
    assert latest(page).body == FIRST.replace("第二段。", "第二段甲。")


@pytest.mark.promise("E21")
def test_what_is_being_written_is_not_published_with_what_was_saved_elsewhere(cast, page):
    write(page, cast.lu_zhixing, TYPED)
    revision = command(page, IMPORTED, cast.zhou_yaning)

    publishing.publish(fresh(page), by=cast.zhou_yaning, seen=revision.pk)

    assert live_text(page) == IMPORTED
    assert said_in_room(page) == BOTH


def test_a_revision_made_behind_our_back_is_caught_up_with(cast, page):
    write(page, cast.lu_zhixing, TYPED)
    found = latest(page)
    found.body, found.is_from_room = IMPORTED, True
    found.save_revision(user=cast.zhou_yaning, clean=False)

    revisions.make_revision(page.pk)

    assert latest(page).body == BOTH


def test_saving_elsewhere_what_the_room_says_already_makes_nothing_twice(cast, page):
    write(page, cast.lu_zhixing, TYPED)

    saved = command(page, TYPED, cast.zhou_yaning)

    assert said_in_room(page) == TYPED
    assert [row.user for row in saved.contributors.all()] == [cast.lu_zhixing]
    before = count(page)
    assert revisions.make_revision(page.pk) is None
    assert count(page) == before


BLOCKS = ("第一段。", "## 小结", "- 甲\n- 乙", "| 项目 | 值 |\n|---|---|\n| 血钾 | 6.5 |", "> 引用𠮷", "末段🩺。")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_both_do_in_different_blocks_is_all_there_afterwards(data):
    """Without the database: the room changes some blocks, the other side others; by the same steps as `saved`."""
    whose = [data.draw(st.sampled_from(["room", "other", "nobody"])) for _block in BLOCKS]
    base = "\n\n".join(BLOCKS) + "\n"
    room, other, both = (
        "\n\n".join(changed(block, who in sides) for block, who in zip(BLOCKS, whose, strict=True)) + "\n"
        for sides in (("room",), ("other",), ("room", "other"))
    )
    begun = states.seed(base, {})
    there, fork = states.doc_of(begun), states.doc_of(begun)

    apply_difference(there, tree_of(room))
    apply_difference(fork, tree_of(other))
    there.apply_update(fork.get_update(there.get_state()))

    assert states.read(there.get_update())[0] == tree_of(both)


def changed(block, is_changed):
    for sign in ("。", "小结", "乙", "6.5", "引用"):
        if is_changed and sign in block:
            return block.replace(sign, sign + "改")
    return block
