"""Pages in Wagtail's admin: the same rules, and screens that open for whoever keeps a space."""

import pytest

from access import audiences
from content.actions import publishing, spaces, writing
from content.actions.writing import Text
from content.models import ContentPage
from org.choices import RoleKind
from org.second_step import PROVEN
from tests.cast import make_space

pytestmark = pytest.mark.django_db
SCREENS = ("", "results/", "edit/", "move/", "copy/", "history/", "usage/", "workflow_history/", "delete/")


@pytest.fixture
def waiting(cast):
    """A page below a page, with a change that waits for approval, in a space that 许文博 keeps."""
    everyone = [audiences.everyone_in(cast.group)]
    space = make_space(cast.group, slug="group", readers=everyone, stewards=[audiences.person(cast.xu_wenbo)])
    above = publishing.publish(
        writing.create(space, "article", by=cast.xu_wenbo, text=Text("要点", "正文")), by=cast.xu_wenbo
    )
    page = writing.create(above, "article", by=cast.xu_wenbo, text=Text("下级", "正文"))
    spaces.demand_approval(space, RoleKind.APPROVER, by=cast.xu_wenbo)
    publishing.submit(page, by=cast.xu_wenbo)
    return [space, above, page]


@pytest.mark.parametrize("is_superuser", [False, True])
def test_every_screen_of_a_page_opens_for_whoever_keeps_the_space(cast, client, waiting, is_superuser):
    cast.xu_wenbo.is_superuser = is_superuser
    cast.xu_wenbo.save()
    client.force_login(cast.xu_wenbo)
    session = client.session
    session[PROVEN] = cast.xu_wenbo.pk
    session.save()

    answers = {
        (page.title, screen): client.get(f"/admin/pages/{page.pk}/{screen}").status_code
        for page in [*waiting, *ContentPage.objects.filter(depth__lt=3)]
        for screen in SCREENS
    }

    assert set(answers.values()) <= {200, 302, 404}, answers
    assert answers[("下级", "")] in (200, 302)
    assert answers[("下级", "edit/")] == 200
