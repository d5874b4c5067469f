"""Wagtail's own screens show and change what their reader may, and nothing comes in through them."""

import pytest
from django.urls import reverse

from files.actions import publish_files, receive
from files.models import Attachment, Picture
from tests.cast import make_space
from tests.files.samples import PDF, picture, upload
from wiki.models import Article

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(cast):
    """Gets into the admin by being superuser, which opens no file; reads and edits what 陆知行 does."""
    cast.zhou_yaning.is_superuser = True
    cast.zhou_yaning.save()
    return cast.zhou_yaning


@pytest.fixture
def hidden(cast):
    """In the live text of a page that the administrator may not read."""
    page = make_space(cast.yunling, slug="yunling").add_child(instance=Article(title="云岭"))
    held = [
        receive(upload("云岭.png", picture()), by=cast.zhao_jingxing, about=page),
        receive(upload("云岭.pdf", PDF), by=cast.zhao_jingxing, about=page),
    ]
    publish_files(page, [each.uid for each in held])
    return held


LISTS = ("wagtailimages:index", "wagtaildocs:index", "wagtailimages_chooser:choose", "wagtaildocs_chooser:choose")


def told(response):
    assert response.status_code == 200
    return response.json()["html"] if "json" in response["Content-Type"] else response.content.decode()


@pytest.mark.promise("W4", "P21")
@pytest.mark.parametrize("name", LISTS)
def test_lists_and_choosers_name_only_what_one_may_see(come_in, administrator, live, hidden, name):
    live("青屿.png", picture())
    live("青屿.pdf", PDF)

    words = told(come_in(administrator).get(reverse(name)))

    assert "青屿" in words
    assert "云岭" not in words


@pytest.mark.promise("W4", "P21")
@pytest.mark.parametrize("name", LISTS)
def test_searching_in_them_finds_no_more(come_in, administrator, live, hidden, name):
    visible = [live("泵.png", picture()), live("泵.pdf", PDF)]
    client = come_in(administrator)

    assert any(held.title in told(client.get(f"{reverse(name)}?q={held.title}&p=1")) for held in visible)
    assert not any(held.uid in told(client.get(f"{reverse(name)}?q=云岭")) for held in hidden)


@pytest.mark.promise("W4", "P21")
def test_no_screen_of_a_hidden_file_opens(come_in, administrator, hidden):
    client = come_in(administrator)
    photo, document = hidden
    addresses = [
        reverse("wagtailimages:edit", args=[photo.pk]),
        reverse("wagtailimages:delete", args=[photo.pk]),
        reverse("wagtailimages:image_usage", args=[photo.pk]),
        reverse("wagtailimages:preview", args=[photo.pk, "width-100"]),
        reverse("wagtailimages:url_generator", args=[photo.pk]),
        reverse("wagtailimages_chooser:chosen", args=[photo.pk]),
        reverse("wagtailimages_chooser:select_format", args=[photo.pk]),
        reverse("wagtaildocs:edit", args=[document.pk]),
        reverse("wagtaildocs:delete", args=[document.pk]),
        reverse("wagtaildocs:document_usage", args=[document.pk]),
        reverse("wagtaildocs_chooser:chosen", args=[document.pk]),
        reverse("wagtailimages_chooser:chosen_multiple") + f"?id={photo.pk}",
        reverse("wagtaildocs_chooser:chosen_multiple") + f"?id={document.pk}",
        *(reverse("wagtail_bulk_action", args=["files", model, "delete"]) + f"?id={held.pk}"
          for model, held in (("picture", photo), ("attachment", document))),
    ]  # fmt: skip

    for address in addresses:
        words = client.get(address).content.decode()
        assert "云岭" not in words, address
        assert not any(held.uid in words for held in hidden), address


@pytest.mark.promise("P33")
@pytest.mark.parametrize(
    "address",
    ["wagtailimages:add", "wagtailimages:add_multiple", "wagtaildocs:add", "wagtaildocs:add_multiple",
     "wagtailimages_chooser:create", "wagtaildocs_chooser:create"],
)  # fmt: skip
def test_nothing_is_uploaded_past_our_own_door(come_in, administrator, live, address):
    live("青屿.png", picture())
    client = come_in(administrator)
    file = upload("a.png", picture(colour="blue"))

    for fields in ({"title": "a", "file": file}, {"files[]": file}, {"image-chooser-upload-file": file}):
        response = client.post(reverse(address), fields, headers={"X-Requested-With": "XMLHttpRequest"})
        assert response.status_code in (302, 403, 404)
    assert (Picture.objects.count(), Attachment.objects.count()) == (1, 0)


def test_who_may_edit_the_page_renames_its_picture_and_does_not_exchange_it(come_in, administrator, live):
    held = live("青屿.png", picture())
    client = come_in(administrator)
    address = reverse("wagtailimages:edit", args=[held.pk])
    assert client.get(address).status_code == 200

    client.post(address, {"title": "新名字", "description": "泵的正面", "file": upload("x.png", picture(colour="red"))})

    renamed = Picture.objects.get(pk=held.pk)
    assert (renamed.title, renamed.name, renamed.file.name) == ("新名字", "新名字.png", held.file.name)


def test_documents_likewise(come_in, administrator, live):
    held = live("青屿.pdf", PDF)
    client = come_in(administrator)
    address = reverse("wagtaildocs:edit", args=[held.pk])
    assert client.get(address).status_code == 200

    client.post(address, {"title": "新名字/a\nb", "file": upload("x.html", b"<script>")})

    renamed = Attachment.objects.get(pk=held.pk)
    assert (renamed.name, renamed.file.name) == ("a b.pdf", held.file.name)


@pytest.mark.promise("P21")
def test_wagtails_own_ways_to_serve_are_not_there(come_in, administrator, live):
    held, photo = live("青屿.pdf", PDF), live("青屿.png", picture())
    client = come_in(administrator)

    for address in (
        f"/documents/{held.pk}/{held.name}",
        f"/images/x/{photo.pk}/width-100/",
        f"/media/{photo.file.name}",
    ):
        assert client.get(address).status_code == 404
