"""One click each, with scripts and without."""

import pytest
from django.urls import reverse

from activity import counting
from activity.models import Favourite, Reaction, Visit, Watch

pytestmark = pytest.mark.django_db


@pytest.fixture
def press(client, cast, page):
    client.force_login(cast.lin_xiaoman)

    def post(name, *, uid=page.uid, kind="page", htmx=True, **data):
        headers = {"HX-Request": "true"} if htmx else {}
        return client.post(reverse(f"activity:{name}", args=[kind, uid]), data, headers=headers)

    return post


@pytest.mark.promise("W43")
def test_a_page_is_favoured_and_let_go(press):
    assert 'value="0"' in press("favourite", on="1").content.decode()
    assert Favourite.objects.count() == 1

    press("favourite", on="1")
    assert Favourite.objects.count() == 1

    press("favourite", on="0")
    assert Favourite.objects.count() == 0


@pytest.mark.promise("W41")
def test_a_page_is_watched_muted_and_let_go(press):
    press("watch", level="all")
    press("watch", level="muted")
    assert Watch.objects.get().level == "muted"

    press("watch", level="")
    assert not Watch.objects.exists()


def test_the_last_word_on_a_page_counts(press):
    press("reaction", useful="1")
    press("reaction", useful="0")
    assert Reaction.objects.get().is_useful is False

    press("reaction", useful="")
    assert not Reaction.objects.exists()


@pytest.mark.promise("W63")
def test_the_place_reached_is_remembered(press):
    assert press("place", place="h-3" + "x" * 200).status_code == 204
    counting.flush()

    assert Visit.objects.get().place.startswith("h-3")


def test_without_scripts_one_comes_back_to_the_page(press, page):
    assert press("favourite", on="1", htmx=False).url == page.get_absolute_url()
    assert press("favourite", on="1", htmx=False, next="/inbox/").url == "/inbox/"
    assert press("favourite", on="1", htmx=False, next="https://elsewhere.example/").url == page.get_absolute_url()


@pytest.mark.parametrize(("name", "data"), [("watch", {"level": "loud"}), ("reaction", {"useful": "maybe"})])
def test_nonsense_is_refused_in_words(press, name, data):
    assert press(name, **data).status_code == 400


@pytest.mark.promise("W4", "P35")
@pytest.mark.parametrize("name", ("favourite", "watch", "reaction", "place"))
def test_a_stranger_gets_the_same_answer_as_for_nothing(client, cast, page, name):
    client.force_login(cast.zhao_jingxing)
    data = {"on": "1", "level": "all", "useful": "1", "place": "h-1"}

    forbidden = client.post(reverse(f"activity:{name}", args=["page", page.uid]), data)
    missing = client.post(reverse(f"activity:{name}", args=["page", "2" * 12]), data)

    assert forbidden.status_code == missing.status_code == 404
    counting.flush()
    assert not (Favourite.objects.exists() or Watch.objects.exists() or Reaction.objects.exists())
    assert not Visit.objects.exists()


@pytest.mark.parametrize("kind", ("user", "nothing"))
def test_only_registered_kinds_have_an_address(press, kind):
    assert press("favourite", kind=kind, on="1").status_code == 404


def test_the_lists_have_pages_of_their_own(client, press, page):
    press("favourite", on="1")

    assert page.title in client.get(reverse("activity:favourites")).content.decode()
    assert page.title not in client.get(reverse("activity:recent")).content.decode()
