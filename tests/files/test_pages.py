"""Files and the pages that name them."""

import pytest

from content.actions.placing import copy
from content.actions.writing import Text, create, save
from content.errors import WritingError
from files.actions import receive
from files.models import Attachment, Picture
from tests.cast import make_space
from tests.files.samples import content_of, picture, upload

pytestmark = pytest.mark.django_db


def write(page, body):
    page.body = body
    page.save_revision().publish()


def test_a_new_page_takes_along_what_was_uploaded_while_it_was_written(cast, space):
    held = receive(upload("泵.png", picture()), by=cast.zhou_yaning)

    page = create(space, "article", by=cast.zhou_yaning, text=Text("报警处理", f"![泵](file:{held.uid})"))

    assert list(Picture.objects.of(page)) == [held]
    assert list(Picture.objects.visible_to(cast.lin_xiaoman)) == []  # a draft still


def test_a_save_takes_along_what_was_added(cast, page):
    held = receive(upload("a.txt", b"a"), by=cast.zhou_yaning)

    save(page, by=cast.zhou_yaning, base=None, text=Text(page.title, f"[a](file:{held.uid})"))

    assert list(Attachment.objects.of(page)) == [held]


@pytest.mark.promise("P21", "W4")
def test_a_copied_page_has_files_of_its_own_for_its_own_readers(cast, page, live_picture):
    write(page, f"![泵](file:{live_picture.uid})")
    ward = make_space(cast.ward, slug="ward")

    made = copy(page, ward, by=cast.zhou_yaning)

    twin = Picture.objects.of(made).get()
    assert made.get_latest_revision_as_object().body == f"![泵](file:{twin.uid})"
    assert (twin.width, twin.height, content_of(twin)) == (1000, 750, content_of(live_picture))
    assert list(Picture.objects.visible_to(cast.shen_zhixia)) == [live_picture]


@pytest.mark.promise("P21", "W4")
def test_a_copy_brings_no_file_that_the_copier_may_not_fetch(cast, page, live_picture):
    ward = make_space(cast.yunling, slug="yunling")
    nurse = cast.zhao_jingxing
    mine = create(ward, "article", by=nurse, text=Text("我的页", f"![泵](file:{live_picture.uid})"))

    made = copy(mine, ward, by=nurse)

    assert not Picture.objects.of(made).exists()
    assert list(Picture.objects.visible_to(nurse)) == []


def test_removing_the_original_leaves_the_copy(cast, page, live_picture):
    write(page, f"![泵](file:{live_picture.uid})")
    made = copy(page, make_space(cast.ward, slug="ward"), by=cast.zhou_yaning)

    live_picture.file.storage.delete(live_picture.file.name)

    assert content_of(Picture.objects.of(made).get())


@pytest.mark.promise("P33")
def test_a_copy_that_does_not_fit_is_refused_in_words(cast, page, live):
    held = live("a.txt", b"a" * 900_000)
    write(page, f"[a](file:{held.uid})")

    with pytest.raises(WritingError, match="放不下"):
        copy(page, page.get_parent().specific, by=cast.zhou_yaning)
