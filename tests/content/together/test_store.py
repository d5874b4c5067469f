"""The text that is being written, in the database."""

import pytest
from pycrdt import XmlFragment

from content.models import CollabContributor, CollabDoc, CollabUpdate, ContentPage
from content.text.tree import markdown_of
from content.together import renewing, states, store
from content.together.states import Damaged
from tests.content.pages import FIRST, fresh, save


class Writer:
    """Somebody with the document in hand."""

    def __init__(self, doc):
        self.doc = states.doc_of(store.load(doc.pk)[0])
        self.said = []
        self.doc.observe(lambda event: self.said.append(event.update))

    def type(self, words, place=0):
        text = self.doc.get("body", type=XmlFragment).children[place].children[0]
        text.insert(len(text), words)
        return self.said[-1]


def words(doc):
    return markdown_of(states.read(store.load(doc.pk)[0])[0])


def facts(doc):
    doc.refresh_from_db()
    return doc.seq, doc.state_seq, doc.updates.count()


def test_the_first_who_opens_begins_it_from_the_latest_text_and_all_others_read_that(page, cast):
    save(page, cast.zhou_yaning, "新的一段。\n")

    first, second = store.open_doc(fresh(page)), store.open_doc(fresh(page))

    assert first == second
    assert words(first) == "新的一段。\n"
    assert states.read(store.load(first.pk)[0])[1] == {"title": "交接班", "summary": "", "tags": []}
    assert first.base_revision_id == fresh(page).latest_revision_id


def test_what_people_write_gets_numbers_in_order_and_is_read_back(page, cast):
    doc = store.open_doc(page)
    writer = Writer(doc)

    assert store.append(doc.pk, [(cast.lin_xiaoman.pk, writer.type("甲")), (None, writer.type("乙"))]) == 2
    assert store.append(doc.pk, [(cast.zhou_yaning.pk, writer.type("丙"))]) == 3

    assert [(row.seq, row.user) for row in store.updates_after(doc.pk, 1)] == [(2, None), (3, cast.zhou_yaning.pk)]
    assert words(doc).startswith("第一段。甲乙丙\n")


def test_nothing_is_added_to_a_text_that_began_again(page, cast):
    doc = store.open_doc(page)
    old, update = doc.epoch, Writer(doc).type("甲")
    renewing.rebuild(page, why="test")

    written = store.append_all({doc.pk: (old, [(None, update)])})

    assert written == {doc.pk: None}
    assert CollabUpdate.objects.count() == 0
    with pytest.raises(CollabDoc.DoesNotExist):
        store.append(doc.pk, [(None, update)], epoch=old)


@pytest.mark.promise("E22")
def test_made_short_it_is_one_state_that_says_the_same(page, cast):
    doc = store.open_doc(page)
    writer = Writer(doc)
    store.append(doc.pk, [(cast.lin_xiaoman.pk, writer.type(letter)) for letter in "一二三四五"])
    said = words(doc)

    assert store.compact(doc.pk)
    assert not store.compact(doc.pk)

    assert facts(doc) == (5, 5, 0)
    assert words(doc) == said == FIRST.replace("第一段。", "第一段。一二三四五")


@pytest.mark.promise("E20")
def test_who_wrote_how_much_is_known_after_the_log_was_made_short(page, cast):
    doc = store.open_doc(page)
    writer = Writer(doc)
    first, second, third = writer.type("甲"), writer.type("乙乙乙乙"), writer.type("丙")
    store.append(doc.pk, [(cast.lin_xiaoman.pk, first), (cast.zhou_yaning.pk, second)])
    store.compact(doc.pk)
    store.append(doc.pk, [(cast.lin_xiaoman.pk, third)])

    sizes = {cast.lin_xiaoman.pk: len(first) + len(third), cast.zhou_yaning.pk: len(second)}
    doc.refresh_from_db()
    assert store.contributions(doc) == sizes

    store.compact(doc.pk)
    doc.refresh_from_db()
    assert store.contributions(doc) == sizes
    assert CollabContributor.objects.filter(revision=None).count() == 2


def test_what_waits_for_a_part_that_is_not_written_yet_stays_in_the_log(page):
    doc = store.open_doc(page)
    writer = Writer(doc)
    first, second, third = writer.type("甲"), writer.type("乙"), writer.type("丙", place=1)
    del second
    missing, late = writer.type("丁", place=2), writer.type("戊", place=2)
    store.append(doc.pk, [(None, first), (None, late)])

    store.compact(doc.pk)

    assert facts(doc) == (2, 1, 1)
    store.append(doc.pk, [(None, each) for each in writer.said[1:]])
    store.compact(doc.pk)
    assert facts(doc)[2] == 0
    assert words(doc) == "第一段。甲乙\n\n第二段。丙\n\n第三段。丁戊\n"
    assert third and missing


def test_what_waits_to_be_taken_out_of_a_part_that_is_not_written_yet_stays_too(page):
    doc = store.open_doc(page)
    writer = Writer(doc)
    written = writer.type("甲乙")
    text = writer.doc.get("body", type=XmlFragment).children[0].children[0]
    del text[len(text) - len("乙".encode()) : len(text)]
    store.append(doc.pk, [(None, writer.said[-1])])

    store.compact(doc.pk)
    store.append(doc.pk, [(None, written)])
    store.compact(doc.pk)

    assert words(doc).startswith("第一段。甲\n")


def test_a_room_adds_what_the_log_lacks_when_it_closes(page):
    doc = store.open_doc(page)
    writer = Writer(doc)
    writer.type("甲")  # shown to a room by a process that died before it was written down

    store.compact(doc.pk, also=writer.doc.get_update())
    store.compact(doc.pk, also=writer.doc.get_update())

    assert words(doc).startswith("第一段。甲\n")
    assert facts(doc) == (1, 1, 0)


@pytest.mark.promise("E23")
def test_every_page_opens_again_when_all_documents_are_gone(page, cast):
    save(page, cast.zhou_yaning, "# 一\n\n- [x] 二\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | **2** |\n")
    said = words(store.open_doc(fresh(page)))
    CollabDoc.objects.all().delete()

    assert words(store.open_doc(fresh(page))) == said


def spoil(doc, writer):
    """As only a client that is none of ours would."""
    from pycrdt import XmlElement

    writer.doc.get("body", type=XmlFragment).children.append(XmlElement("script"))
    store.append(doc.pk, [(None, writer.said[-1])])


@pytest.mark.promise("E25")
def test_a_damaged_text_is_found_and_begins_again_with_what_was_whole(page, cast):
    from audit.models import Decision

    doc = store.open_doc(page)
    old, writer = doc.epoch, Writer(doc)
    store.append(doc.pk, [(cast.lin_xiaoman.pk, writer.type("甲"))])
    spoil(doc, writer)
    store.append(doc.pk, [(None, writer.type("乙"))])

    with pytest.raises(Damaged):
        store.compact(doc.pk)
    renewed = renewing.rebuild(page, why="script")

    assert renewed.epoch != old
    assert words(renewed).startswith("第一段。甲\n")
    assert renewed.is_ahead
    assert store.contributions(renewed).keys() == {cast.lin_xiaoman.pk}
    assert Decision.objects.get(verb="page.text_rebuilt").after["lost"] == 2


@pytest.mark.promise("E25")
def test_half_an_emoji_is_damage(page):
    doc = store.open_doc(page)
    update = Writer(doc).type("🩺")
    halved = update.replace("🩺".encode(), b"\xed\xa0\xbd\x20")  # the first half as some write it

    with pytest.raises(Damaged):
        states.read(store.load(doc.pk)[0], halved)


@pytest.mark.promise("E25")
def test_where_even_the_state_is_damaged_the_revision_is_the_text(page):
    doc = store.open_doc(page)
    writer = Writer(doc)
    spoil(doc, writer)
    CollabDoc.objects.filter(pk=doc.pk).update(state=states.pack(writer.doc.get_update()), state_seq=1)

    renewed = renewing.rebuild(page, why="test")

    assert words(renewed) == FIRST
    assert not renewed.is_ahead


def test_a_text_of_another_schema_begins_again_and_keeps_what_was_written(page):
    doc = store.open_doc(page)
    store.append(doc.pk, [(None, Writer(doc).type("甲"))])
    CollabDoc.objects.update(schema=0)

    renewed = store.open_doc(fresh(page))

    assert renewed.epoch != doc.epoch
    assert words(renewed).startswith("第一段。甲\n")


def test_rows_go_with_their_page(page):
    doc = store.open_doc(page)
    store.append(doc.pk, [(None, Writer(doc).type("甲"))])

    ContentPage.objects.get(pk=page.pk).delete()

    assert not CollabDoc.objects.exists()


@pytest.mark.parametrize("count", (1, 4))
def test_writing_down_costs_two_queries_and_one_a_document(page, space, cast, count, django_assert_num_queries):
    from content.actions import writing
    from content.actions.writing import Text

    made = [writing.create(space, "article", by=cast.zhou_yaning, text=Text(f"页{n}", FIRST)) for n in range(count)]
    docs = [store.open_doc(each) for each in made]
    batch = {doc.pk: (doc.epoch, [(None, Writer(doc).type("甲"))] * 3) for doc in docs}

    with django_assert_num_queries(4 + count):
        store.append_all(batch)
