"""A file opens within the product: who sees it, how, and what is said where it cannot."""

import re
from io import BytesIO

import pytest
from django.urls import reverse

from access import audiences
from content.actions import spaces
from content.models import Space
from files import office
from files.actions import copy, publish_files, receive
from files.choices import PreviewState
from files.models import Preview
from files.previews import making
from files.queries import to_take
from jobs.testing import run_due
from tests.cast import make_space
from tests.files.papers import paper
from tests.files.samples import MP4, box, content_of, picture, upload
from wiki.models import Article

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W60")]

DOCX = box("[Content_Types].xml", "word/document.xml")
FOR_THE_VIEW = {"X-HZH-View": "1"}
NO_SUCH_UID = "2222222222ab"


@pytest.fixture
def converter(monkeypatch):
    """Stands for LibreOffice: says what it was given, and makes a PDF of it or fails with `converter.fails`."""

    class Converter:
        given, fails, is_there = [], "", True

    made = Converter()
    made.given = []

    def to_pdf(path, folder, *, extension="", each_second=lambda: None):
        each_second()
        made.given.append(path.name)
        if made.fails:
            raise office.Failed(made.fails)
        place = folder / "made.pdf"
        place.write_bytes(paper(2, words="{n} 转换"))
        return place

    monkeypatch.setattr(office, "to_pdf", to_pdf)
    monkeypatch.setattr(office, "is_there", lambda: made.is_there)
    return made


def view(held):
    return reverse("files:view", args=[held.uid])


def content(held):
    return reverse("files:content", args=[held.uid])


def text_of(answer):
    return answer.content.decode()


def shut_downloads(space, cast, editor=None):
    people = {
        "readers": [audiences.everyone_in(cast.qingyu)],
        "editors": [audiences.person(editor or cast.zhou_yaning)],
        "stewards": [audiences.person(cast.shen_zhixia)],
    }
    spaces.change(Space.objects.get(pk=space.pk), by=cast.shen_zhixia, **people, is_view_only=True)


def bytes_of(answer):
    return b"".join(answer.streaming_content)


# ---- how ----


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
    from search.attachments import Attachments

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


# ---- who ----


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


# ---- Office ----


def test_an_office_file_is_made_a_pdf_in_the_background_once(come_in, cast, live, converter):
    held = live("排班.docx", DOCX)
    client = come_in(cast.lin_xiaoman)

    waiting = text_of(client.get(view(held)))
    assert "正在准备预览" in waiting and 'hx-trigger="every 2s"' in waiting
    assert converter.given == []  # no request waits for it
    assert client.get(content(held)).status_code == 404
    client.get(view(held))
    run_due()

    shown = text_of(client.get(view(held)))
    assert 'data-controller="pdf"' in shown and "every 2s" not in shown
    assert bytes_of(client.get(content(held))) == paper(2, words="{n} 转换")
    assert client.get(content(held))["Content-Type"] == "application/pdf"
    run_due()
    assert converter.given == [f"{held.uid}.docx"]


def test_the_view_takes_no_room_of_the_space_and_goes_with_the_file(
    come_in, cast, live, page, converter, django_capture_on_commit_callbacks
):
    from files import quotas
    from files.models import HELD

    held = live("排班.docx", DOCX)
    before = sum(quotas.size_of(model.objects.of(page)) for model in HELD)
    come_in(cast.lin_xiaoman).get(view(held))
    run_due()
    preview = Preview.objects.get()
    storage, name = preview.file.storage, preview.file.name
    assert storage.exists(name) and name.startswith("previews/")
    assert sum(quotas.size_of(model.objects.of(page)) for model in HELD) == before

    with django_capture_on_commit_callbacks(execute=True):
        held.delete()

    assert not storage.exists(name)


def test_the_same_bytes_elsewhere_are_not_converted_again(come_in, cast, live, converter):
    held = live("排班.docx", DOCX)
    client = come_in(cast.lin_xiaoman)
    client.get(view(held))
    run_due()
    other = make_space(cast.qingyu, slug="other", editors=[audiences.person(cast.zhou_yaning)])
    twin = copy(held, about=other.add_child(instance=Article(title="另一页")), by=cast.zhou_yaning)
    publish_files(twin.about, [twin.uid])

    client.get(view(twin))
    run_due()

    assert bytes_of(client.get(content(twin))) == paper(2, words="{n} 转换")
    assert len(converter.given) == 1


@pytest.mark.skipif(not office.is_there(), reason="LibreOffice is not installed")
def test_libreoffice_itself_makes_the_pages(come_in, cast, live):
    from docx import Document
    from openpyxl import Workbook

    made = {"交接.docx": Document(), "排班.xlsx": Workbook()}
    made["交接.docx"].add_paragraph("输液泵报警处理")
    made["排班.xlsx"].active["A1"] = "周雅宁"
    client = come_in(cast.lin_xiaoman)

    for name, document in made.items():
        document.save(file := BytesIO())
        held = live(name, file.getvalue())
        client.get(view(held))
        run_due()
        assert 'data-controller="pdf"' in text_of(client.get(view(held)))
        assert bytes_of(client.get(content(held))).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("code", "said"), [("encrypted", "有打开密码"), ("broken", "可能已损坏"), ("too_much", "时间或内存太多")]
)
def test_why_there_is_no_view_is_said_and_it_can_be_tried_again(come_in, cast, live, converter, code, said):
    held = live("排班.docx", DOCX)
    client = come_in(cast.lin_xiaoman)
    converter.fails = code
    client.get(view(held))
    run_due()

    failed = text_of(client.get(view(held)))
    assert said in failed and "再试一次" in failed and "下载原文件" in failed and "every 2s" not in failed
    converter.fails = ""
    assert client.post(reverse("files:try_again", args=[held.uid])).status_code == 302
    run_due()

    assert 'data-controller="pdf"' in text_of(client.get(view(held)))


def test_without_libreoffice_people_read_so_and_it_is_made_once_it_is_there(come_in, cast, live, converter):
    held = live("排班.docx", DOCX)
    client = come_in(cast.lin_xiaoman)
    converter.is_there = False
    absent = text_of(client.get(view(held)))
    assert "LibreOffice" in absent and "every 2s" not in absent and not Preview.objects.exists()

    converter.is_there = True
    client.get(view(held))
    run_due()

    assert 'data-controller="pdf"' in text_of(client.get(view(held)))


def test_a_file_that_kills_what_converts_it_is_given_up_after_three_tries(come_in, cast, live, converter):
    held = live("排班.docx", DOCX)
    come_in(cast.lin_xiaoman).get(view(held))
    preview = Preview.objects.get()
    for _time in range(making.MOST_TRIES):
        preview.begin()  # and the worker is gone

    making.make(held.pk)

    preview.refresh_from_db()
    assert (preview.state, preview.why) == (PreviewState.FAILED, making.GIVEN_UP)
    assert converter.given == []


def test_what_was_made_while_the_file_went_does_not_stay(come_in, cast, live, converter, monkeypatch):
    held = live("排班.docx", DOCX)
    come_in(cast.lin_xiaoman).get(view(held))
    name = Preview.objects.get().file.field.generate_filename(Preview.objects.get(), "")
    storage, make_it = held.file.storage, office.to_pdf

    def slow(path, folder, **how):
        made = make_it(path, folder, **how)
        Preview.objects.all().delete()
        return made

    monkeypatch.setattr(office, "to_pdf", slow)
    run_due()

    assert not storage.exists(name)


# ---- where downloading is off ----


@pytest.fixture
def only_seen(cast, space, page, live, converter):
    held = {"pdf": live("规范.pdf", paper()), "office": live("排班.docx", DOCX), "box": live("数据.zip", box("a.bin"))}
    publish_files(page, [each.uid for each in held.values()])
    shut_downloads(space, cast)
    return held


def test_only_the_view_is_given(come_in, cast, only_seen):
    client = come_in(cast.lin_xiaoman)
    client.get(view(only_seen["office"]))
    run_due()

    for name in ("pdf", "office"):
        page = text_of(client.get(view(only_seen[name])))
        assert "不能下载" in page and "?download=1" not in page and 'data-controller="pdf"' in page
        assert client.get(content(only_seen[name]), headers=FOR_THE_VIEW).status_code == 200
    assert client.get(content(only_seen["box"])).status_code == 404
    assert bytes_of(client.get(content(only_seen["office"]), headers=FOR_THE_VIEW)) == paper(2, words="{n} 转换")


def test_no_address_gives_the_original_and_words_say_why(come_in, cast, only_seen):
    client = come_in(cast.lin_xiaoman)

    for held in only_seen.values():
        plain = reverse("files:file", args=[held.uid])
        for path in (plain, f"{plain}?download=1", held.get_absolute_url()):
            for headers in ({}, {"Range": "bytes=0-3"}, {"If-None-Match": "*"}):
                answer = client.get(path, headers=headers)
                assert answer.status_code == 403 and "这个附件不许下载" in text_of(answer)
    opened = client.get(content(only_seen["pdf"]))
    assert opened.status_code == 403


def test_a_film_is_played_and_not_opened(come_in, cast, live, space):
    held = live("操作.mp4", MP4)
    shut_downloads(space, cast)
    client = come_in(cast.lin_xiaoman)

    assert client.get(content(held), headers={"Range": "bytes=0-"}).status_code == 206
    assert client.get(content(held)).status_code == 403
    assert 'controlslist="nodownload"' in text_of(client.get(view(held)))


def test_who_keeps_the_space_and_who_maintains_the_page_still_download(come_in, cast, only_seen):
    for person in (cast.shen_zhixia, cast.zhou_yaning):
        client = come_in(person)
        for held in only_seen.values():
            assert client.get(held.get_absolute_url()).status_code == 200


def test_an_editor_does_not(come_in, cast, space, only_seen):
    shut_downloads(space, cast, editor=cast.lin_xiaoman)

    assert come_in(cast.lin_xiaoman).get(only_seen["pdf"].get_absolute_url()).status_code == 403


def test_neither_exports_nor_copies_carry_it_away(cast, only_seen, live, page):
    held = [live("图.png", picture()), *only_seen.values()]
    uids = [each.uid for each in held]
    publish_files(page, uids)

    assert set(to_take(cast.lin_xiaoman, uids)) == {uids[0]}
    assert set(to_take(cast.shen_zhixia, uids)) == set(uids)
    assert to_take(cast.zhao_jingxing, uids) == {}


def test_the_text_says_so_and_offers_no_download(come_in, cast, only_seen, page, space):
    film = receive(upload("操作.mp4", MP4), by=cast.zhou_yaning, about=page)
    lines = [f"[{name}](file:{held.uid})" for name, held in only_seen.items()]
    page.body = "\n\n".join([*lines, f"![](file:{film.uid})"])
    page.save_revision(clean=False).publish()
    publish_files(page, [held.uid for held in only_seen.values()] + [film.uid])

    html = text_of(come_in(cast.lin_xiaoman).get(page.get_absolute_url()))

    assert html.count("只能在线看") == 2 and html.count("不能下载") == 1
    assert "?download=1" not in html
    assert f'src="{content(film)}" controls controlslist="nodownload"' in html


def test_the_switch_changes_pages_that_browsers_kept_and_is_written_down(come_in, cast, live, page, space):
    from audit.models import Decision

    held = live("规范.pdf", paper())
    page.body = f"[规范](file:{held.uid})"
    page.save_revision(clean=False).publish()
    publish_files(page, [held.uid])
    client = come_in(cast.lin_xiaoman)
    client.get(page.get_absolute_url())
    etag = client.get(page.get_absolute_url())["ETag"]
    assert client.get(page.get_absolute_url(), headers={"If-None-Match": etag}).status_code == 304

    shut_downloads(space, cast)

    assert client.get(page.get_absolute_url(), headers={"If-None-Match": etag}).status_code == 200
    assert Decision.objects.filter(verb="space.changed").latest("pk").after["view_only"] is True
