"""Pages planted in bulk keep what a page saved singly keeps."""

import pytest

from content.actions import writing
from content.actions.writing import Text
from content.models import ContentPage, Reference
from content.transfer.planting import Seed, plant
from tests.cast import make_space
from wiki.models import Article

pytestmark = pytest.mark.django_db


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


def seeds(cast, *titles):
    return [Seed(Article, title, f"# {title}\n\n见[别处](page:zzzzzzzzzzzz)。", cast.zhou_yaning) for title in titles]


def test_the_tree_stays_whole_whether_planted_or_saved(cast, space):
    pages = plant(space, seeds(cast, "一", "二"), by=cast.zhou_yaning)
    plant(pages[0], seeds(cast, "一之一"), by=cast.zhou_yaning)
    writing.create(space, "article", by=cast.zhou_yaning, text=Text("三", "正文"))

    assert ContentPage.find_problems() == ([], [], [], [], [])
    assert [page.title for page in ContentPage.objects.get(pk=space.pk).get_children()] == ["一", "二", "三"]


def test_a_planted_page_can_be_read_edited_and_compared(cast, client, space):
    page = plant(space, seeds(cast, "要点"), by=cast.zhou_yaning)[0]
    client.force_login(cast.lin_xiaoman)

    assert "要点" in client.get(page.get_absolute_url()).content.decode()
    base, found = page.latest_revision.pk, ContentPage.objects.get(pk=page.pk)
    saved = writing.save(found, by=cast.zhou_yaning, base=base, text=Text("要点", "改过"))
    assert saved.revision.as_object().body == "改过"
    assert Reference.objects.filter(page=page.pk).count() == 1


@pytest.mark.promise("W4", "W6")
def test_planted_pages_are_read_by_the_readers_of_their_place_only(cast, space):
    plant(space, seeds(cast, "要点"), by=cast.zhou_yaning)

    assert not ContentPage.objects.pages().visible_to(cast.zhao_jingxing).exists()


def test_the_number_of_queries_does_not_follow_the_number_of_pages(cast, space, django_assert_max_num_queries):
    plant(space, seeds(cast, "先"), by=cast.zhou_yaning)

    with django_assert_max_num_queries(60):  # three of them for each page would be 150
        plant(space, seeds(cast, *(f"第 {number} 页" for number in range(50))), by=cast.zhou_yaning)
