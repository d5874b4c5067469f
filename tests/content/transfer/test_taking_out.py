"""A space as an archive: its asker's alone, and only while they may read what is in it."""

import pytest

from access import audiences
from content.actions import publishing, readers, writing
from content.actions.writing import Text
from content.models import Export
from jobs.testing import run_due
from tests.cast import make_space

pytestmark = pytest.mark.django_db


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.mark.promise("W4")
def test_a_stranger_does_not_get_the_export_of_another(cast, client, space):
    client.force_login(cast.lin_xiaoman)
    client.post("/spaces/qingyu/export/")
    run_due()
    export = Export.objects.get()
    assert client.get(f"/exports/{export.uid}/").status_code == 200

    for person in (cast.zhao_jingxing, cast.zhou_yaning):
        client.force_login(person)
        assert client.get(f"/exports/{export.uid}/").status_code == 404


def test_an_export_may_not_be_fetched_once_the_space_is_closed_to_its_asker(cast, client, space):
    client.force_login(cast.lin_xiaoman)
    client.post("/spaces/qingyu/export/")
    run_due()
    export = Export.objects.get()

    cast.lin_xiaoman.memberships.all().delete()

    assert client.get(f"/exports/{export.uid}/").status_code == 404


@pytest.mark.promise("W4", "W5")
def test_an_export_with_a_page_that_was_closed_since_is_not_handed_out(cast, client, space):
    page = writing.create(space, "article", by=cast.zhou_yaning, text=Text("带教名单", "正文"))
    publishing.publish(page, by=cast.zhou_yaning)
    client.force_login(cast.lin_xiaoman)
    client.post("/spaces/qingyu/export/")
    run_due()
    readers.narrow(page, by=cast.zhou_yaning, rows=[audiences.person(cast.zhou_yaning)])

    answer = client.get(f"/exports/{Export.objects.get().uid}/", follow=True)

    assert "请重新导出" in answer.content.decode()
