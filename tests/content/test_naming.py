"""A version gets its name when its worth is known: at once, or long after, in the history."""

import pytest
from django.urls import reverse

from access import audiences
from audit.models import Decision
from content.actions import naming, writing
from content.actions.writing import Text
from content.models import VersionName
from tests.cast import make_space
from tests.content.pages import FIRST, fresh, save

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W28", "E20")]


@pytest.fixture
def space(cast):
    """Read by the hospital, written by 周雅宁 alone."""
    return make_space(cast.qingyu, slug="qingyu", editors=[audiences.person(cast.zhou_yaning)],
                      stewards=[audiences.person(cast.shen_zhixia)])  # fmt: skip


@pytest.fixture
def older(cast, page):
    """A version that others came after."""
    save(page, cast.zhou_yaning, FIRST + "\n第四段。\n")
    revision = fresh(page).latest_revision
    save(fresh(page), cast.zhou_yaning, FIRST + "\n第五段。\n")
    return revision


def names(page):
    return list(VersionName.objects.filter(revision__in=page.revisions.all()).values_list("revision", "name"))


def test_an_older_version_is_named_renamed_and_loses_its_name_in_the_history(client, cast, page, older):
    client.force_login(cast.zhou_yaning)
    address = reverse("content:name_revision", args=[page.uid, older.pk])

    answer = client.post(address, {"name": "  科内  讨论后 "}, follow=True)
    assert names(page) == [(older.pk, "科内 讨论后")]
    assert '<div class="strong">科内 讨论后</div>' in answer.content.decode()

    client.post(address, {"name": "定稿"})
    client.post(address, {"name": "定稿"})
    assert names(page) == [(older.pk, "定稿")]

    client.post(address, {"name": " "})
    assert names(page) == []
    said = Decision.objects.filter(verb="page.version_named").order_by("pk")
    assert [(each.before["name"], each.after["name"], each.by) for each in said] == [
        ("", "科内 讨论后", cast.zhou_yaning),
        ("科内 讨论后", "定稿", cast.zhou_yaning),
        ("定稿", "", cast.zhou_yaning),
    ]


def test_only_who_edits_names_and_only_versions_of_this_page(client, cast, page, older, space):
    other = writing.create(space, "article", by=cast.zhou_yaning, text=Text("另一页", FIRST)).latest_revision
    address = reverse("content:name_revision", args=[page.uid, older.pk])

    for person in (cast.lin_xiaoman, cast.zhao_jingxing):
        client.force_login(person)
        assert client.post(address, {"name": "我的"}).status_code == 404
        assert client.get(reverse("content:history", args=[page.uid])).status_code == 404
    client.force_login(cast.zhou_yaning)
    strange = reverse("content:name_revision", args=[page.uid, other.pk])
    assert client.post(strange, {"name": "我的"}).status_code == 404
    assert client.get(address).status_code == 405
    assert VersionName.objects.count() == 0


def test_a_long_name_is_cut(cast, page, older):
    naming.call_version(page, older, by=cast.zhou_yaning, name="名" * 200)

    assert names(page) == [(older.pk, "名" * 80)]
