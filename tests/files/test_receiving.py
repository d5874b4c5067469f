"""Taking files in."""

import pytest
from PIL import Image

from files import scanning
from files.actions import attach, receive, remove
from files.errors import NoRoom, Refused, TooLarge
from files.models import HELD, Attachment, Picture
from tests.files.samples import HTML, PDF, box, content_of, picture, upload

pytestmark = pytest.mark.django_db


def stored(settings):
    return sorted(path.name for path in settings.MEDIA_ROOT.rglob("*") if path.is_file())


def test_pictures_become_pictures_and_the_rest_attachments(cast, page):
    photo = receive(upload("泵.jpeg", picture((40, 30), "JPEG")), by=cast.zhou_yaning, about=page)
    manual = receive(upload("说明书 v1.2.pdf", PDF), by=cast.zhou_yaning, about=page)

    assert (type(photo), photo.name, photo.width, photo.height) == (Picture, "泵.jpg", 40, 30)
    assert (type(manual), manual.name, content_of(manual)) == (Attachment, "说明书 v1.2.pdf", PDF)
    assert (manual.uploaded_by_user, manual.file_size) == (cast.zhou_yaning, len(PDF))


@pytest.mark.promise("P21")
def test_what_a_camera_wrote_into_a_picture_is_not_kept(cast, page):
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    content = picture((40, 30), "JPEG", exif=exif)
    assert b"Secret Camera" in content

    held = receive(upload("泵.jpg", content), by=cast.zhou_yaning, about=page)

    assert b"Secret Camera" not in content_of(held)


def test_nothing_a_person_typed_reaches_the_disk(cast, page, settings):
    held = receive(upload("../../../危急值.pdf", PDF), by=cast.zhou_yaning, about=page)

    assert held.file.name == f"attachments/{held.uid[:2]}/{held.uid}.pdf"
    assert stored(settings) == [f"{held.uid}.pdf"]


def test_the_same_content_twice_at_one_page_is_one_file(cast, page, space):
    first = receive(upload("a.pdf", PDF), by=cast.zhou_yaning, about=page)
    again = receive(upload("b.pdf", PDF), by=cast.zhou_yaning, about=page)
    elsewhere = receive(upload("a.pdf", PDF), by=cast.zhou_yaning, about=space)
    loose = receive(upload("a.pdf", PDF), by=cast.zhou_yaning)
    anothers = receive(upload("a.pdf", PDF), by=cast.lin_xiaoman)

    assert again == first
    assert len({first, elsewhere, loose, anothers}) == 4


def test_an_import_keeps_the_uid(cast, page):
    assert receive(upload("a.pdf", PDF), by=cast.zhou_yaning, about=page, uid="abcdefgh2345").uid == "abcdefgh2345"


def test_a_name_without_a_known_extension_gets_the_right_one(cast):
    assert receive(upload("run.bat", b"del"), by=cast.lin_xiaoman).name == "run.bat.txt"
    assert receive(upload("photo.png", picture(format="JPEG")), by=cast.lin_xiaoman).name == "photo.jpg"


@pytest.mark.promise("P25")
@pytest.mark.parametrize("name", ["a.pdf", "a.png", "a.txt"])
def test_what_is_larger_than_allowed_is_refused(cast, settings, name):
    settings.MAX_UPLOAD_MB = 1

    with pytest.raises(TooLarge, match="最多 1 MB"):
        receive(upload(name, b"a" * (1024 * 1024 + 1)), by=cast.lin_xiaoman)


@pytest.mark.promise("P21")
def test_a_refused_file_leaves_nothing_behind(cast, page, settings):
    for name, content in (("a.png", HTML), ("a.docx", box("x")), ("a.pdf", b"MZ\0\0")):
        with pytest.raises(Refused):
            receive(upload(name, content), by=cast.zhou_yaning, about=page)

    assert [model.objects.count() for model in HELD] == [0, 0]
    assert stored(settings) == []


def test_a_row_that_cannot_be_written_leaves_no_bytes_behind(cast, page, settings, monkeypatch):
    monkeypatch.setattr(Attachment, "save_base", _fail_after_the_bytes)

    with pytest.raises(ZeroDivisionError):
        receive(upload("a.pdf", PDF), by=cast.zhou_yaning, about=page)

    assert stored(settings) == []


def _fail_after_the_bytes(held, **how):
    held._meta.get_field("file").pre_save(held, add=True)
    raise ZeroDivisionError


@pytest.mark.promise("P33")
def test_nothing_is_kept_that_a_scanner_refuses(cast, page, monkeypatch):
    def no_secrets(file):
        if b"secret" in file.read():
            raise Refused("这里有秘密。")

    monkeypatch.setattr(scanning, "_scanners", [no_secrets])

    with pytest.raises(Refused, match="秘密"):
        receive(upload("a.txt", b"a secret"), by=cast.zhou_yaning, about=page)
    assert receive(upload("a.txt", b"nothing"), by=cast.zhou_yaning, about=page).pk
    assert Attachment.objects.count() == 1


def test_attaching_asks_for_room(cast, page):
    held = receive(upload("a.txt", b"a" * 1024 * 1024 + b"b"), by=cast.zhou_yaning)

    with pytest.raises(NoRoom):
        attach(held, page)


@pytest.mark.promise("P23")
def test_removing_a_file_takes_its_bytes_and_sizes_and_leaves_a_trace(
    cast, page, live_picture, settings, django_capture_on_commit_callbacks
):
    from audit.models import Decision
    from files.renditions import rendition_of
    from jobs.testing import run_due

    rendition_of(live_picture, "width-360")
    assert len(stored(settings)) == 2

    with django_capture_on_commit_callbacks(execute=True):
        remove(live_picture, by=cast.zhou_yaning)
    run_due()

    assert stored(settings) == []
    decision = Decision.objects.get(verb="file.removed")
    assert (decision.by, decision.before["name"]) == (cast.zhou_yaning, "泵.png")
