"""Once a night: what a page and its room say is what was saved."""

from audit.models import Decision
from content.models import CollabDoc, ContentPage
from content.together import states, store
from content.together.comparing import DIFFERS, compare
from tests.content.pages import FIRST, fresh, save
from tests.content.together.writers import write


def recorded():
    return [decision.after["where"] for decision in Decision.objects.filter(verb=DIFFERS)]


def test_nothing_differs_while_people_write_and_save(page, cast):
    store.open_doc(fresh(page))
    save(page, cast.zhou_yaning, FIRST.replace("第一段", "第一段，存了"))
    write(page, cast.lin_xiaoman, FIRST.replace("第二段", "第二段，写着"))

    assert compare() == 0
    assert recorded() == []


def test_a_body_that_was_written_past_everybody_is_recorded_once(page, cast):
    store.open_doc(fresh(page))
    ContentPage.objects.filter(pk=page.pk).update(body="谁也没有存过。\n")

    assert [compare(), compare()] == [1, 1]

    assert recorded() == ["page"]


def test_a_room_that_says_what_nobody_wrote_is_recorded(page, cast):
    doc = store.open_doc(fresh(page))
    CollabDoc.objects.filter(pk=doc.pk).update(state=states.pack(states.seed("别的文字。\n", {})))

    compare()

    assert recorded() == ["room"]
