"""A page for all takes in a section that is for one ward: no way out of the house tells its words to anybody else."""

import pytest

from access import audiences
from content.actions import publishing, writing
from content.actions.writing import Text
from content.convert.out.sheet import Sheet
from content.models import ContentPage
from jobs.testing import run_due
from tests.cast import make_space
from tests.exits.addresses import addresses
from tests.exits.test_walk import SECRET, known

pytestmark = pytest.mark.django_db


@pytest.fixture
def taking(cast):
    """Read by all of the group, kept by its office."""
    closed = make_space(cast.ward, slug="closed-ward", title="病区")
    text = Text(f"{SECRET}交接", f"## {SECRET}\n\n正文里的{SECRET}。")
    source = publishing.publish(writing.create(closed, "article", by=cast.zhou_yaning, text=text), by=cast.zhou_yaning)
    everybody = make_space(cast.group, slug="group", editors=[audiences.everyone_in(cast.group)])
    text = Text("集团流程", f"## 流程\n\n![标准段落](page:{source.uid}#{SECRET[:1]})\n\n![标准段落](page:{source.uid})")
    page = publishing.publish(writing.create(everybody, "article", by=cast.xu_wenbo, text=text), by=cast.xu_wenbo)
    run_due()
    return ContentPage.objects.get(pk=page.pk).specific


@pytest.mark.promise("W4")
@pytest.mark.promise("W62")
def test_no_way_out_tells_the_words_of_the_section(cast, client, taking):
    client.force_login(cast.zhao_jingxing)
    body = taking.body.replace(SECRET[:1], "-")
    names = known({"space": taking.space, "page": taking, "child": taking})
    found = []
    for path in addresses(names):
        if "logout" in path:
            continue
        for answer in (client.get(path), client.post(path, {"body": body, "uid": taking.uid})):
            said = b"".join(answer.streaming_content) if answer.streaming else answer.content
            assert answer.status_code < 500 or "readyz" in path, path
            if f"的{SECRET}" in said.decode(errors="replace") or f"{SECRET}交接" in said.decode(errors="replace"):
                found.append(path)

    assert found == []
    assert f"的{SECRET}" not in str(Sheet(taking, user=cast.zhao_jingxing).html)
    assert f"的{SECRET}" in str(Sheet(taking, user=cast.lin_xiaoman).html)
