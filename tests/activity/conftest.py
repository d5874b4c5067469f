import pytest

from activity import about, counting
from content.models import ContentPage
from tests.cast import make_space
from wiki.models import Article


@pytest.fixture(autouse=True)
def _nothing_counted_yet():
    """What was counted in memory belongs to one test."""
    counting._views.clear()
    counting._visits.clear()
    counting._places.clear()


@pytest.fixture
def page(cast):
    article = make_space(cast.qingyu, slug="qingyu").add_child(instance=Article(title="交接班要点"))
    return ContentPage.objects.get(pk=article.pk)


@pytest.fixture
def kind():
    return about._kinds["page"]
