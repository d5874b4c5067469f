"""Colleagues find each other, and decide what of themselves is seen."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from files.models import Picture
from org.actions import leave
from org.models import Membership, User
from people import queries
from people.choices import SeenBy
from people.models import Profile
from tests.cast import make_space
from ui.days import today
from wiki.models import Article

pytestmark = pytest.mark.django_db
EVERYBODY = ["韩予安", "林小满", "陆知行", "沈知夏", "许文博", "赵景行", "周雅宁"]


def names(words="", **more):
    return [person.name for person in queries.colleagues(words, **more)]


@pytest.mark.promise("P34")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("小满", ["林小满"]),
        ("lin xiao man", ["林小满"]),
        ("lxm", ["林小满"]),
        ("qy10874", ["林小满"]),
        ("8215", ["周雅宁"]),
        ("护士长", ["沈知夏"]),
        ("急诊 护士长", ["沈知夏"]),
        ("心内 主治", ["周雅宁"]),
        ("jizhenke", ["沈知夏"]),
        ("没有这个人", []),
    ],
)
def test_colleagues_are_found_as_people_type(cast, words, found):
    Profile.objects.create(person=cast.zhou_yaning, short_phone="8215")

    assert names(words) == found


@pytest.mark.promise("P34")
def test_whoever_left_is_not_found(cast):
    leave(cast.lin_xiaoman, day=today(), by=cast.lu_zhixing)

    assert names() == [name for name in EVERYBODY if name != "林小满"]


def test_a_unit_shows_its_people_by_position(cast):
    assert names(unit=cast.qingyu, by_post=True)[0] == "沈知夏"
    assert names(unit=cast.ward) == ["林小满", "周雅宁"]
    assert names(unit=cast.ward, position=cast.positions.nurse) == ["林小满"]


@pytest.mark.promise("P34")
def test_the_directory_costs_the_same_for_any_number_of_colleagues(client, cast):
    client.force_login(cast.lin_xiaoman)
    client.get(reverse("people:directory"))

    def count():
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("people:directory"), {"unit": cast.qingyu.uid, "q": "护士"})
        return len(queries)

    client.get(reverse("people:directory"), {"unit": cast.qingyu.uid, "q": "护士"})
    few = count()
    for n in range(25):
        person = User.objects.create_user(f"QY5{n:04}", "新护士")
        Profile.objects.create(person=person, short_phone=f"8{n:03}")
        Membership.objects.create(person=person, unit=cast.emergency, position=cast.positions.nurse)
    many = count()

    assert many <= few + 1  # the head counts are worked out anew once
    assert count() == few


def test_the_fragment_for_typing_has_no_frame(client, cast):
    client.force_login(cast.lin_xiaoman)
    page = client.get(reverse("people:directory"), {"q": "zhou"}, headers={"HX-Request": "true"}).content.decode()

    assert "周雅宁" in page
    assert "<html" not in page


def test_nonsense_in_the_address_is_no_error_of_ours(client, cast):
    client.force_login(cast.lin_xiaoman)

    assert client.get(reverse("people:directory") + "?unit=nothing").status_code == 404
    assert client.get(reverse("people:directory") + "?page=zzz&q=%25_'\"").status_code == 200


@pytest.mark.promise("P34")
@pytest.mark.parametrize(
    ("seen_by", "head_nurse", "stranger"),
    [
        (SeenBy.EVERYONE, True, True),
        (SeenBy.HOSPITAL, True, False),
        (SeenBy.DEPARTMENT, False, False),
        (SeenBy.NOBODY, False, False),
    ],
)
def test_the_person_decides_who_sees_the_mobile(client, cast, seen_by, head_nurse, stranger):
    Profile.objects.create(person=cast.lin_xiaoman, phone_seen_by=seen_by)
    User.objects.filter(pk=cast.lin_xiaoman.pk).update(phone="13800000874")

    def sees(viewer):
        client.force_login(viewer)
        return "13800000874" in client.get(cast.lin_xiaoman.get_absolute_url()).content.decode()

    assert (sees(cast.shen_zhixia), sees(cast.zhao_jingxing)) == (head_nurse, stranger)
    assert sees(cast.lin_xiaoman)
    assert sees(cast.zhou_yaning) == (seen_by != SeenBy.NOBODY)  # a colleague of the same department


def test_a_profile_shows_posts_and_hides_what_is_over(client, cast):
    Membership.objects.create(person=cast.lin_xiaoman, unit=cast.it, position=cast.positions.engineer, is_main=False)
    client.force_login(cast.zhao_jingxing)

    page = client.get(cast.lin_xiaoman.get_absolute_url()).content.decode()

    assert "青屿医院 心血管内科一病区" in page
    assert "信息中心 信息工程师" in page


def test_whoever_left_is_said_to_have_left(client, cast):
    leave(cast.zhou_yaning, day=today(), by=cast.lu_zhixing)
    client.force_login(cast.lin_xiaoman)

    assert "周雅宁已不在集团任职" in client.get(cast.zhou_yaning.get_absolute_url()).content.decode()


VALUES = {"phone_seen_by": "nobody", "email_seen_by": "group", "skills": "心电图、胸痛中心"}


@pytest.mark.promise("P34")
def test_one_edits_what_is_optional_and_nothing_of_hr(client, cast):
    client.force_login(cast.lin_xiaoman)
    more = {"reading": "lín xiao men", "name": "别人", "number": "QY1", "is_superuser": "on"}
    assert client.post(reverse("people:edit"), VALUES | more).status_code == 200  # tones are no letters

    values = VALUES | {"email_seen_by": "everyone", "reading": "lin xiao men", "name": "别人", "phone": "13900000000"}
    assert client.post(reverse("people:edit"), values).status_code == 302

    lin = User.objects.get(pk=cast.lin_xiaoman.pk)
    assert (lin.name, lin.number, lin.phone, lin.is_superuser) == ("林小满", "QY10874", None, False)
    assert lin.profile.skills == ["心电图", "胸痛中心"]
    assert (lin.pinyin, lin.initials) == ("linxiaomen", "lxm")
    assert names("linxiaomen") == ["林小满"]


def test_a_corrected_reading_survives_other_changes_and_not_a_new_name(cast):
    lin = cast.lin_xiaoman
    User.objects.filter(pk=lin.pk).update(pinyin="linxiaomen")
    lin.refresh_from_db()

    lin.save()
    assert User.objects.get(pk=lin.pk).pinyin == "linxiaomen"

    lin.name = "林晓满"
    lin.save(update_fields=["name"])
    assert User.objects.get(pk=lin.pk).pinyin == "linxiaoman"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("short_phone", "82l5", "电话只用数字"),
        ("skills", "一 二 三 四 五 六 七 八 九", "最多 8 个"),
        ("reading", "lin2", "拼音只用字母"),
        ("about", "长" * 301, "300"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(client, cast, field, value, words):
    client.force_login(cast.lin_xiaoman)

    assert words in client.post(reverse("people:edit"), VALUES | {field: value}).content.decode()


def picture(kind="PNG"):
    file = io.BytesIO()
    Image.new("RGB", (300, 200), "teal").save(file, kind)
    return SimpleUploadedFile("face.png", file.getvalue())


@pytest.mark.promise("P34")
def test_a_picture_takes_the_place_of_the_initials_everywhere(client, cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(cast.lin_xiaoman)

    client.post(reverse("people:show_picture"), {"picture": picture()})

    lin = User.objects.get(pk=cast.lin_xiaoman.pk)
    client.force_login(cast.zhao_jingxing)
    assert lin.avatar_url in client.get(reverse("people:directory"), {"q": "lxm"}).content.decode()
    assert client.get(lin.avatar_url).status_code == 200

    client.force_login(lin)
    client.post(reverse("people:hide_picture"))
    assert User.objects.get(pk=lin.pk).avatar_url == ""
    assert not Picture.objects.exists()


@pytest.mark.parametrize("content", [b"<svg onload='alert(1)'/>", b"%PDF-1.4", b""])
def test_what_is_no_picture_is_refused(client, cast, content):
    client.force_login(cast.lin_xiaoman)

    answer = client.post(reverse("people:show_picture"), {"picture": SimpleUploadedFile("face.png", content)})

    assert answer.status_code == 400
    assert User.objects.get(pk=cast.lin_xiaoman.pk).face == ""


@pytest.mark.promise("P34", "W4")
def test_a_profile_lists_what_the_person_maintains_as_far_as_the_reader_may_read_it(client, cast):
    space = make_space(cast.qingyu, slug="qingyu")
    space.add_child(instance=Article(title="急诊分诊四级标准", maintainer=cast.shen_zhixia))
    address = cast.shen_zhixia.get_absolute_url()

    client.force_login(cast.lin_xiaoman)
    assert "急诊分诊四级标准" in client.get(address).content.decode()

    client.force_login(cast.zhao_jingxing)
    assert "急诊分诊四级标准" not in client.get(address).content.decode()
