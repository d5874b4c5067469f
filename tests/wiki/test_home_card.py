"""适用于我的制度 on the workbench."""

import datetime

import pytest

from content.models import ContentPage
from tests.cast import make_space
from ui.days import today
from wiki.models import Edition, Regulation

pytestmark = pytest.mark.django_db


def issue(parent, title, in_days, **fields):
    regulation = parent.add_child(instance=Regulation(title=title, number="QY-1"))
    effective_on = today() + datetime.timedelta(days=in_days)
    Edition.objects.create(regulation=regulation, number=2, effective_on=effective_on, **fields)


@pytest.mark.promise("W43")
def test_what_changed_last_or_changes_soon_is_there_and_only_what_binds_me(client, cast):
    issue(make_space(cast.yunling, slug="yunling"), "云岭的制度", -1)
    space = make_space(cast.qingyu, slug="qingyu")
    issue(space, "早已施行", -400)
    issue(space, "上周施行", -7)
    issue(space, "下月施行", 20)
    issue(space, "明年施行", 300)
    issue(space, "已经废止", -30, repealed_on=today())
    client.force_login(cast.lin_xiaoman)

    page = client.get("/cards/main/").content.decode()

    assert page.index("下月施行") < page.index("上周施行") < page.index("早已施行")
    for title in ("云岭的制度", "明年施行", "已经废止"):
        assert title not in page
    assert "第 2 版" in page


def test_an_unpublished_regulation_binds_nobody(client, cast):
    issue(make_space(cast.qingyu, slug="qingyu"), "没有发布", -1)
    ContentPage.objects.filter(title="没有发布").update(live=False)
    client.force_login(cast.lin_xiaoman)

    assert "没有发布" not in client.get("/cards/main/").content.decode()
