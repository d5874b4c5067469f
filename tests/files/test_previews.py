"""Office files are viewed as the PDF that is made of them, and what is said where there is none."""

from io import BytesIO

import pytest
from django.urls import reverse

from access import audiences
from files import office, quotas
from files.actions import copy, publish_files
from files.choices import PreviewState
from files.models import HELD, Preview
from files.previews import making
from jobs.testing import run_due
from tests.cast import make_space
from tests.files.office import needs_office
from tests.files.papers import paper
from tests.files.views import DOCX, bytes_of, content, text_of, view
from wiki.models import Article

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W60")]


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


@needs_office
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
