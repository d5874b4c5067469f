"""What these rooms hold about a person is handed out and erased (P24)."""

import pytest

from activity import actions, counting
from content.models import ContentPage
from notifications.models import Notice
from org.personal_data import holdings
from portal.actions import add_own
from portal.models import QuickLink

pytestmark = pytest.mark.django_db
NAMES = ("visits", "favourites", "watches", "reactions", "notices", "quick_links")


@pytest.fixture
def person(cast, page):
    nurse = cast.lin_xiaoman
    counting.count(nurse, ContentPage, page.pk)
    counting.flush()
    actions.favourite(nurse, page)
    actions.watch(nurse, page)
    actions.react(nurse, page, True)
    Notice.objects.create(person=nurse, kind="page.checked", key="1")
    add_own(nurse, name="房颤指南", address="https://heart.example/")
    return nurse


@pytest.mark.promise("P24")
@pytest.mark.parametrize("name", NAMES)
def test_everything_held_is_handed_out_and_erased(person, cast, name):
    holding = next(each for each in holdings() if each.name == name)
    QuickLink.objects.create(person=cast.zhou_yaning, name="她的", address="/inbox/")

    assert len(holding.export(person)) == 1
    assert holding.erase(person) == []
    assert holding.export(person) == []
    assert QuickLink.objects.filter(person=cast.zhou_yaning).exists()
