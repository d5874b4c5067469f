"""People are told beside a file that search does not look into it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.text import fill, render
from files.actions import publish_files, receive
from files.extraction import note_of
from files.models import Attachment
from jobs.testing import run_due
from tests.files.extraction import papers
from tests.files.samples import upload

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W32")]

SCAN = "扫描件，无法检索"


def test_a_scan_is_marked_on_the_page_and_the_browser_asks_anew(cast, page, come_in):
    held = receive(upload("核对卡.pdf", papers.scan()), by=cast.zhou_yaning, about=page)
    page.body = f"[核对卡.pdf](file:{held.uid})"
    page.save_revision().publish()
    reader = come_in(cast.lin_xiaoman)
    reader.get(page.get_absolute_url())
    before = reader.get(page.get_absolute_url())
    assert SCAN not in before.content.decode()

    run_due(name="files.extract")
    after = reader.get(page.get_absolute_url(), headers={"If-None-Match": before["ETag"]})

    assert after.status_code == 200
    assert SCAN in after.content.decode()


def test_a_link_within_a_sentence_says_it_too(cast, page):
    held = receive(upload("核对卡.pdf", papers.scan()), by=cast.zhou_yaning, about=page)
    run_due()

    html = fill(render(f"见[核对卡](file:{held.uid})与[**核对卡**](file:{held.uid})。").html, cast.zhou_yaning)

    assert f'核对卡</a><span class="t3 small">（{SCAN}）</span>' in html
    assert f'title="{SCAN}"><strong>核对卡' in html


def test_what_is_read_has_no_note(cast, page):
    held = receive(upload("规范.docx", papers.word("正文")), by=cast.zhou_yaning, about=page)
    run_due()

    assert Attachment.objects.get(pk=held.pk).search_note == ""
    assert "无法检索" not in fill(render(f"[规范](file:{held.uid})").html, cast.zhou_yaning)


def test_what_takes_room_says_it_at_the_cost_of_no_query(cast, page, come_in):
    steward = come_in(cast.shen_zhixia)
    address = f"/files/usage/{page.space.uid}/"
    _add_scan(cast, page, 1)
    steward.get(address)
    one = _queries(steward, address)

    for number in (2, 3):
        _add_scan(cast, page, number)

    assert _queries(steward, address) == one
    assert steward.get(address).content.decode().count(SCAN) == 3


def _add_scan(cast, page, number):
    held = receive(upload(f"{number}.pdf", papers.scan(number)), by=cast.zhou_yaning, about=page)
    publish_files(page, [*Attachment.objects.of(page).values_list("uid", flat=True), held.uid])
    run_due()


def _queries(client, address):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


@pytest.mark.parametrize(
    ("extension", "state", "note"),
    (
        ("pdf", "no_text", SCAN),
        ("docx", "no_text", "没有文字，无法检索"),
        ("pdf", "encrypted", "有密码，无法检索"),
        ("pdf", "partly", "部分可检索"),
        ("doc", "", "旧格式，无法检索"),
        ("ofd", "", "这种格式无法检索"),
        ("mp4", "", ""),
        ("pdf", "waiting", ""),
    ),
)
def test_the_words(extension, state, note):
    assert note_of(extension, state) == note
