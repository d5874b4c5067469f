"""Who fetches what, by every address."""

import re

import pytest
from django.urls import reverse

from access import audiences
from access.models import Grant
from content.placing import refresh_scopes
from files.actions import adopt, attach, copy, publish_files, receive
from files.models import HELD, Attachment, Picture
from files.renditions import SPECS
from tests.cast import make_space
from tests.files.samples import PDF, content_of, picture, upload
from wiki.models import Article

pytestmark = pytest.mark.django_db

NO_SUCH_UID = "2222222222ab"


def addresses(uid):
    plain = reverse("files:file", args=[uid])
    sizes = [reverse("files:rendition", args=[uid, spec]) for spec in sorted(SPECS)]
    return [plain, f"{plain}?download=1", f"{plain}泵.png", *sizes]


def seen(response, uid):
    """All that somebody can tell one answer from another by; the address is repeated, the form's token is random."""
    body = re.sub(r'value="\w{64}"|"X-CSRFToken": "\w+"', "", response.content.decode()).replace(uid, "")
    return response.status_code, sorted(response.headers), body


@pytest.mark.promise("P21")
def test_readers_of_the_page_fetch_its_pictures_in_every_size(come_in, cast, live_picture):
    client = come_in(cast.lin_xiaoman)

    assert [client.get(address).status_code for address in addresses(live_picture.uid)] == [200] * (3 + len(SPECS))


@pytest.mark.promise("P21", "P35")
@pytest.mark.parametrize("headers", [{}, {"Range": "bytes=0-3"}, {"If-None-Match": "*"}, {"If-None-Match": "its tag"}])
def test_a_nurse_of_another_hospital_gets_the_same_as_for_no_file_at_all(come_in, cast, live_picture, headers):
    client = come_in(cast.lin_xiaoman)
    tags = [client.get(address)["ETag"] for address in addresses(live_picture.uid)]  # now every size is made and kept
    client = come_in(cast.zhao_jingxing)

    for address, none, tag in zip(addresses(live_picture.uid), addresses(NO_SUCH_UID), tags, strict=True):
        asked = {"If-None-Match": tag} if headers.get("If-None-Match") == "its tag" else headers
        answer = seen(client.get(address, headers=asked), live_picture.uid)
        assert answer == seen(client.get(none, headers=asked), NO_SUCH_UID)
        assert answer[0] == 404


@pytest.mark.promise("P21")
def test_who_is_not_signed_in_is_sent_to_sign_in_whatever_there_is(client, live_picture):
    there, not_there = (client.get(addresses(uid)[0]) for uid in (live_picture.uid, NO_SUCH_UID))

    assert there.status_code == not_there.status_code == 302
    assert there.url.startswith("/accounts/login/")


@pytest.mark.parametrize("uid", ["nonsense", "2222222222a%0a", "%F0%9F%92%89", "2" * 500, "..", "%2e%2e"])
def test_what_is_no_uid_is_no_file(come_in, cast, uid):
    client = come_in(cast.lin_xiaoman)

    assert client.get(f"/files/{uid}/x.png").status_code == 404
    assert client.get(f"/files/{uid}/r/width-360").status_code == 404


@pytest.mark.promise("P21")
def test_the_storage_itself_has_no_addresses(come_in, cast, live_picture):
    with pytest.raises(NotImplementedError):
        _ = live_picture.file.url

    client = come_in(cast.lin_xiaoman)
    for prefix in ("media", "no-media-route", "documents", "images", "_files"):
        assert client.get(f"/{prefix}/{live_picture.file.name}").status_code == 404


@pytest.mark.promise("P21")
def test_what_the_live_text_does_not_use_is_for_those_who_write(come_in, cast, page):
    held = receive(upload("草稿.png", picture()), by=cast.zhou_yaning, about=page)

    assert come_in(cast.zhou_yaning).get(held.get_absolute_url()).status_code == 200
    assert come_in(cast.lin_xiaoman).get(held.get_absolute_url()).status_code == 404


@pytest.mark.promise("P21")
def test_readers_get_exactly_what_the_live_text_names(cast, page):
    first, second = (receive(upload(f"{n}.txt", n.encode()), by=cast.zhou_yaning, about=page) for n in ("1", "2"))

    publish_files(page, [first.uid])
    assert list(Attachment.objects.visible_to(cast.lin_xiaoman)) == [first]

    publish_files(page, [second.uid])
    assert list(Attachment.objects.visible_to(cast.lin_xiaoman)) == [second]


@pytest.mark.promise("P21")
def test_a_text_that_names_another_pages_file_opens_it_to_nobody(cast, page, live):
    secret = make_space(cast.yunling, slug="yunling").add_child(instance=Article(title="云岭"))
    held = receive(upload("云岭.pdf", PDF), by=cast.zhao_jingxing, about=secret)

    publish_files(page, [held.uid])

    assert list(Attachment.objects.visible_to(cast.lin_xiaoman)) == []


@pytest.mark.promise("P21", "W5")
def test_files_follow_their_page_when_it_becomes_narrower(come_in, cast, page, live_picture):
    assert come_in(cast.lin_xiaoman).get(live_picture.get_absolute_url()).status_code == 200

    page.audience = audiences.intern([audiences.everyone_in(cast.qingyu, position_kind="doctor")])
    page.save()
    refresh_scopes(page)

    assert come_in(cast.lin_xiaoman).get(live_picture.get_absolute_url()).status_code == 404


@pytest.mark.promise("P21")
def test_files_of_a_page_that_is_not_live_are_for_those_who_write(cast, page, live_picture):
    page.live = False
    page.save()

    assert list(Picture.objects.visible_to(cast.lin_xiaoman)) == []
    assert list(Picture.objects.visible_to(cast.zhou_yaning)) == [live_picture]


def test_who_was_granted_the_page_gets_its_files(cast, page, live_picture):
    assert list(Picture.objects.visible_to(cast.zhao_jingxing)) == []

    grant = Grant(person=cast.zhao_jingxing, given_by=cast.zhou_yaning, about=page.contentpage_ptr)
    grant.save()

    assert list(Picture.objects.visible_to(cast.zhao_jingxing)) == [live_picture]


@pytest.mark.promise("P21")
def test_what_is_not_attached_yet_is_its_uploaders_alone(cast):
    held = receive(upload("刚拍的.jpg", picture(format="JPEG")), by=cast.lin_xiaoman)

    assert list(Picture.objects.visible_to(cast.lin_xiaoman)) == [held]
    assert list(Picture.objects.visible_to(cast.zhou_yaning)) == []


@pytest.mark.promise("P21")
def test_a_page_adopts_what_was_uploaded_while_it_was_written(cast, page):
    mine = receive(upload("a.txt", b"a"), by=cast.zhou_yaning)
    not_named = receive(upload("b.txt", b"b"), by=cast.zhou_yaning)
    anothers = receive(upload("c.txt", b"c"), by=cast.lin_xiaoman)

    adopt(page, [mine.uid, anothers.uid], by=cast.zhou_yaning)

    assert list(Attachment.objects.of(page)) == [mine]
    assert set(Attachment.objects.loose()) == {not_named, anothers}


def test_publishing_adopts_too(cast, page):
    held = receive(upload("a.txt", b"a"), by=cast.zhou_yaning)

    publish_files(page, [held.uid])

    assert list(Attachment.objects.visible_to(cast.lin_xiaoman)) == [held]


def test_colleagues_see_each_others_pictures(cast):
    held = receive(upload("我.jpg", picture(format="JPEG")), by=cast.lin_xiaoman, about=cast.lin_xiaoman)
    attach(held, cast.lin_xiaoman, is_published=True)

    assert list(Picture.objects.visible_to(cast.zhao_jingxing)) == [held]
    assert list(Picture.objects.may(cast.zhao_jingxing, "edit")) == []


def test_a_copy_belongs_to_its_new_page_and_has_its_own_bytes(cast, page, live_picture):
    other = make_space(cast.yunling, slug="yunling").add_child(instance=Article(title="云岭"))

    twin = copy(live_picture, about=other, by=cast.zhao_jingxing)

    assert twin.uid != live_picture.uid
    assert twin.file.name != live_picture.file.name
    assert content_of(twin) == content_of(live_picture)
    assert list(Picture.objects.visible_to(cast.zhao_jingxing)) == [twin]


def test_files_go_with_their_page(cast, page, live_picture):
    other = page.get_parent().add_child(instance=Article(title="另一页"))
    kept = receive(upload("b.txt", b"b"), by=cast.zhou_yaning, about=other)

    page.delete()

    assert [list(model.objects.all()) for model in HELD] == [[], [kept]]


def test_publishing_what_is_public_already_costs_two_queries(page, live_picture, django_assert_num_queries):
    with django_assert_num_queries(2 + 2):  # and the savepoint
        publish_files(page, [live_picture.uid])


@pytest.mark.parametrize("count", [1, 4])
def test_a_list_costs_one_query_for_any_number_of_files(cast, page, count, django_assert_num_queries):
    uids = [receive(upload(f"{n}.txt", str(n).encode()), by=cast.zhou_yaning, about=page).uid for n in range(count)]
    publish_files(page, uids)
    list(Attachment.objects.visible_to(cast.lin_xiaoman))  # what this person reaches is remembered now

    cast.lin_xiaoman.versions_of_request = (0, 0)
    Attachment.objects.visible_to(cast.lin_xiaoman).count()
    with django_assert_num_queries(1):
        assert len(Attachment.objects.visible_to(cast.lin_xiaoman)) == count
