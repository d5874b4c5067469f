"""A file opens within the product: who sees it, and how."""

import re

import pytest
from django.urls import reverse

from files.actions import publish_files
from files.models import Preview
from jobs.testing import run_due
from search.attachments import Attachments
from tests.files.papers import paper
from tests.files.samples import MP4, box, content_of, picture
from tests.files.views import DOCX, FOR_THE_VIEW, bytes_of, content, text_of, view

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W60")]
NO_SUCH_UID = "2222222222ab"


@pytest.mark.parametrize(
    ("name", "made", "shown"),
    [
        ("规范.pdf", paper(), 'data-controller="pdf"'),
        ("操作.mp4", MP4, "<video"),
        ("笔记.txt", "先冲洗，再注射。".encode("gb18030"), "先冲洗，再注射。"),
        ("泵.png", picture(), "viewer-picture"),
        ("数据.zip", box("a.bin"), "请下载后用电脑上的程序打开"),
    ],
)
def test_each_type_is_shown_in_its_way(come_in, cast, live, name, made, shown):
    held = live(name, made)
    client = come_in(cast.lin_xiaoman)

    whole, part = client.get(view(held)), client.get(view(held), headers={"HX-Request": "true"})

    assert shown in text_of(whole) and shown in text_of(part)
    assert "<html" in text_of(whole) and "<html" not in text_of(part)
    assert "?download=1" in text_of(whole)


def test_the_content_comes_in_the_pieces_that_are_asked_for(come_in, cast, live):
    held = live("规范.pdf", paper(40, weight=5_000))
    client = come_in(cast.lin_xiaoman)

    answer = client.get(content(held), headers={"Range": "bytes=1000-1999"})

    assert answer.status_code == 206
    assert bytes_of(answer) == content_of(held)[1000:2000]
    assert answer["Content-Disposition"].startswith("inline")
    assert client.get(content(held), headers={"If-None-Match": answer["ETag"]}).status_code == 304


def test_a_page_opens_its_files_in_a_panel_and_each_has_an_address_of_its_own(come_in, cast, live, page):
    pdf, box_of_things = live("规范.pdf", paper()), live("数据.zip", box("a.bin"))
    page.body = f"[规范](file:{pdf.uid})\n\n[数据](file:{box_of_things.uid})\n\n见[第一份](file:{pdf.uid})。"
    page.save_revision(clean=False).publish()
    publish_files(page, [pdf.uid, box_of_things.uid])

    html = text_of(come_in(cast.lin_xiaoman).get(page.get_absolute_url()))

    assert html.count(f'href="{view(pdf)}" data-view="{pdf.uid}"') == 2
    assert f'data-view="{box_of_things.uid}"' not in html
    assert 'data-attachments-target="panel"' in html


def test_search_leads_to_the_page_of_the_view(live):
    held = live("规范.pdf", paper())

    hit = Attachments().hit(Attachments().for_hits(type(held).objects.filter(pk=held.pk))[0])

    assert hit.url == view(held)


def test_viewing_costs_a_constant_number_of_queries(come_in, cast, live, django_assert_max_num_queries, converter):
    held, office_file = live("规范.pdf", paper(2)), live("表.docx", DOCX)
    client = come_in(cast.lin_xiaoman)
    for each in (held, office_file):
        client.get(view(each))
    run_due()
    for each in (held, office_file):
        client.get(view(each))
        with django_assert_max_num_queries(14):
            client.get(view(each), headers={"HX-Request": "true"})
        with django_assert_max_num_queries(8):
            client.get(content(each))


def doors(uid):
    names = ("files:view", "files:content", "files:try_again", "files:file")
    return [reverse(name, args=[uid]) for name in names]


def seen(response, uid):
    body = re.sub(r'value="\w{64}"|"X-CSRFToken": "\w+"', "", response.content.decode()).replace(uid, "")
    return response.status_code, sorted(response.headers), body


@pytest.mark.promise("P21", "P35")
def test_a_nurse_of_another_hospital_gets_the_same_as_for_no_file_at_every_address(come_in, cast, live, converter):
    held = live("病例讨论.docx", DOCX)
    come_in(cast.lin_xiaoman).get(view(held))
    run_due()
    assert come_in(cast.lin_xiaoman).get(content(held)).status_code == 200
    client = come_in(cast.zhao_jingxing)

    for path, none in zip(doors(held.uid), doors(NO_SUCH_UID), strict=True):
        for headers in ({}, {"HX-Request": "true"}, {"Range": "bytes=0-3"}, FOR_THE_VIEW):
            for ask in (client.get, client.post):
                answer = seen(ask(path, headers=headers), held.uid)
                assert answer == seen(ask(none, headers=headers), NO_SUCH_UID)
                assert answer[0] in (404, 405)
    come_in(cast.zhao_jingxing).get(view(held))
    assert Preview.objects.count() == 1


def test_who_is_not_signed_in_is_sent_to_sign_in(client, live):
    held = live("规范.pdf", paper())

    for path in doors(held.uid):
        assert client.get(path).status_code in (302, 405)


def test_a_stranger_asks_for_no_conversion(come_in, cast, live, converter):
    held = live("病例讨论.docx", DOCX)

    come_in(cast.zhao_jingxing).get(view(held))
    run_due()

    assert converter.given == [] and not Preview.objects.exists()
