"""From an upload to texts that search can ask for, whatever happens in between."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

import jobs
from content.actions.placing import copy
from demo import pdf
from files import extraction
from files.actions import receive
from files.choices import ExtractionState as State
from files.extraction import Text, asking, confining, keeping, listening
from files.models import Attachment, ExtractedText, Extraction
from files.readers.paper import Ending
from jobs.models import Due
from jobs.testing import run_due
from tests.cast import make_space
from tests.files.extraction import papers
from tests.files.samples import picture, upload

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W32")]

TWO_PAGES = pdf.pages("输液泵报警\n先看屏幕提示。", "气泡报警\n关闭夹子再排气。")


@pytest.fixture
def attach(cast, page):
    def attach(name, content):
        return receive(upload(name, content), by=cast.zhou_yaning, about=page)

    return attach


@pytest.fixture
def heard(monkeypatch):
    heard = []
    monkeypatch.setattr(listening, "_listeners", [heard.append])
    return heard


def fresh(held):
    return Attachment.objects.get(pk=held.pk)


def test_an_upload_is_read_in_the_slow_lane_and_names_its_pages(attach, heard):
    held = attach("报警.pdf", TWO_PAGES)
    assert extraction.state_of(held) == State.WAITING
    assert extraction.texts_of(held) == []

    run_due()

    assert Due.objects.get(name="files.extract").lane == "slow"
    assert extraction.state_of(fresh(held)) == State.DONE
    assert extraction.texts_of(fresh(held)) == [
        Text("第 1 页", "page=1", "输液泵报警\n先看屏幕提示。"),
        Text("第 2 页", "page=2", "气泡报警\n关闭夹子再排气。"),
    ]
    assert heard == [held]


def test_every_place_has_a_name(attach):
    held = attach("课件.pptx", papers.slides(("交接班", "床旁核对", "")))
    table = attach("排班.xlsx", papers.workbook(夜班=[["周一"]]))
    text = attach("规范.docx", papers.word(("适用范围", 1), "全院"))
    run_due()

    places = [[part.place for part in extraction.texts_of(fresh(each))] for each in (held, table, text)]

    assert places == [["第 1 张幻灯片"], ["夜班"], ["适用范围"]]


def test_pictures_and_films_are_not_asked_for(attach):
    held = attach("泵.png", picture())
    box = attach("资料.zip", b"PK\x05\x06" + bytes(18))

    assert not Due.objects.filter(name="files.extract").exists()
    assert extraction.state_of(held) is extraction.state_of(box) is None
    assert extraction.texts_of(held) == []


def test_twice_is_once(attach, heard):
    held = attach("报警.pdf", TWO_PAGES)
    run_due()

    keeping.extract(held.pk)
    asking.ask_for(held)
    run_due(name="files.extract")

    assert ExtractedText.objects.count() == 2
    assert heard == [held]


def test_a_worker_that_was_overtaken_keeps_nothing(attach, heard, monkeypatch):
    held = attach("报警.pdf", TWO_PAGES)
    read = confining.read

    def slowly(*args, **how):
        monkeypatch.setattr(confining, "read", read)
        keeping.extract(held.pk)  # the other worker
        return confining.Reading(Ending(), [("page=9", "", "迟到")])

    monkeypatch.setattr(confining, "read", slowly)
    keeping.extract(held.pk)

    assert [part.anchor for part in extraction.texts_of(fresh(held))] == ["page=1", "page=2"]
    assert heard == [held]


def test_an_attachment_that_went_meanwhile_is_no_trouble(attach, monkeypatch):
    held = attach("报警.pdf", TWO_PAGES)
    read = confining.read

    def go(*args, **how):
        Attachment.objects.get(pk=held.pk).delete()
        return read(*args, **how)

    monkeypatch.setattr(confining, "read", go)
    keeping.extract(held.pk)

    assert not Extraction.objects.exists()
    keeping.extract(held.pk)


def test_a_killed_reader_is_tried_again_and_given_up_in_the_end(attach, heard, monkeypatch):
    held = attach("报警.pdf", TWO_PAGES)

    def killed(*args, **how):
        raise confining.Killed

    monkeypatch.setattr(confining, "read", killed)
    now = timezone.now()
    for hour in range(keeping.MOST_TRIES):
        run_due(name="files.extract", at=now + timedelta(hours=hour))
        assert extraction.state_of(fresh(held)) == State.WAITING
    run_due(name="files.extract", at=now + timedelta(days=1))

    assert extraction.state_of(fresh(held)) == State.UNREADABLE
    assert not Due.objects.filter(name="files.extract").open().exists()
    assert heard == [held]


def test_a_worker_that_is_asked_to_stop_blames_no_file(attach, monkeypatch):
    held = attach("报警.pdf", TWO_PAGES)

    def stopped(*args, **how):
        raise jobs.Later(1)

    monkeypatch.setattr(confining, "read", stopped)
    for _ in range(keeping.MOST_TRIES + 1):
        with pytest.raises(jobs.Later):
            keeping.extract(held.pk)

    assert fresh(held).extraction.tries == 0


def test_a_file_that_is_gone_from_the_disk_cannot_be_read(attach):
    held = attach("报警.pdf", TWO_PAGES)
    held.file.storage.delete(held.file.name)

    run_due()

    assert extraction.state_of(fresh(held)) == State.UNREADABLE


def test_the_same_bytes_are_read_once(cast, attach, page, heard, monkeypatch):
    held = attach("报警.pdf", TWO_PAGES)
    run_due()
    monkeypatch.setattr(confining, "read", None)

    page.body = f"[报警](file:{held.uid})"
    page.save_revision().publish()
    ward = make_space(cast.ward, slug="ward")
    twin = Attachment.objects.of(copy(page, ward, by=cast.zhou_yaning)).get()
    run_due(name="files.extract")

    assert extraction.texts_of(twin) == extraction.texts_of(fresh(held))
    assert heard == [held, twin]


def test_the_sweep_asks_for_what_nobody_asked_for_and_what_older_readers_read(attach, heard):
    missed, older = attach("甲.pdf", TWO_PAGES), attach("乙.docx", papers.word("正文"))
    attach("丙.zip", b"PK\x05\x06" + bytes(18))
    run_due()
    Extraction.objects.filter(attachment=missed).delete()
    Due.objects.filter(name="files.extract", key=f"attachment:{missed.pk}").delete()
    Extraction.objects.filter(attachment=older).update(made_by=0)
    ExtractedText.objects.filter(extraction__attachment=older).update(text="旧")

    assert asking.ask_for_missing() == 2
    assert [part.text for part in extraction.texts_of(fresh(older))] == ["旧"]  # until the new is there
    run_due(name="files.extract")

    assert [part.text for part in extraction.texts_of(fresh(older))] == ["正文"]
    assert len(extraction.texts_of(fresh(missed))) == 2
    assert asking.ask_for_missing() == 0


def test_the_texts_go_with_the_file(attach):
    held = attach("报警.pdf", TWO_PAGES)
    run_due()

    Attachment.objects.filter(pk=held.pk).delete()

    assert not ExtractedText.objects.exists()


def test_operators_see_what_could_not_be_read_and_have_it_read_again(attach, capsys):
    held = attach("坏.pdf", TWO_PAGES[:200])
    run_due(name="files.extract")

    call_command("files_text")
    told = capsys.readouterr().out

    assert "打不开，无法检索（unreadable）：1" in told
    assert f"{held.uid} 坏.pdf：Unreadable: Failed to load document" in told
    call_command("files_text", "--again", "unreadable")
    assert Due.objects.filter(name="files.extract").open().count() == 1
