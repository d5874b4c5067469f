"""What Wagtail's admin lists, finds and offers to choose, to whoever gets in: never more than they may see."""

import pytest

from access import audiences
from org.choices import RoleKind
from org.models import Role
from tests.cast import LONG_AGO, make_space
from tests.search.backends import up_to_date
from wiki.models import Article

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W4", "P21")]
SCREENS = (
    "/admin/pages/search/?q={}",
    "/admin/pages/search/results/?q={}",
    "/admin/pages/{space}/?q={}",
    "/admin/api/main/pages/?search={}",
    "/admin/choose-page/search/?q={}",
    "/admin/choose-page/search/?q={}&page_type=wiki.Article",
)


def text_of(response):
    assert response.status_code == 200, response.status_code
    return response.content.decode().encode().decode("unicode_escape", "ignore") + response.content.decode()


@pytest.fixture
def pages(cast):
    """One page in a space of 青屿医院's own, one of 云岭医院's, and a draft of 青屿医院's."""
    here = make_space(cast.qingyu, slug="qingyu", title="青屿知识库", editors=[audiences.person(cast.zhou_yaning)])
    there = make_space(cast.yunling, slug="yunling", title="云岭知识库")
    made = {
        "here": here.add_child(instance=Article(title="输液泵报警，青屿", maintainer=cast.zhou_yaning)),
        "draft": here.add_child(instance=Article(title="输液泵草稿，青屿", live=False, maintainer=cast.zhou_yaning)),
        "there": there.add_child(instance=Article(title="输液泵报警，云岭", maintainer=cast.zhao_jingxing)),
    }
    up_to_date()
    return made


def comes_in(person, how, unit):
    """By a role in a unit, or as a superuser."""
    if how == "superuser":
        person.is_superuser = True
        person.save()
    else:
        Role.objects.create(person=person, kind=how, unit=unit, starts_on=LONG_AGO)
    return person


@pytest.fixture(params=["superuser", RoleKind.LIBRARIAN, RoleKind.ADMINISTRATOR])
def stranger(request, cast, client):
    """周雅宁 of 青屿医院 with a word in Wagtail's admin and none in 云岭医院."""
    client.force_login(comes_in(cast.zhou_yaning, request.param, cast.qingyu))
    return client


@pytest.mark.parametrize("screen", SCREENS)
def test_searching_names_nothing_of_another_hospital(stranger, pages, screen):
    words = text_of(stranger.get(screen.format("输液泵", space=pages["here"].space_id)))

    assert "输液泵报警，青屿" in words
    assert "云岭" not in words


@pytest.mark.parametrize("screen", ["/admin/pages/search/?q={}", "/admin/choose-page/search/?q={}"])
def test_a_draft_is_named_to_those_who_write(cast, client, pages, screen):
    reader = comes_in(cast.lin_xiaoman, RoleKind.LIBRARIAN, cast.qingyu)
    client.force_login(reader)
    for_reader = client.get(screen.format("草稿"), follow=True).content.decode()
    client.force_login(comes_in(cast.zhou_yaning, RoleKind.LIBRARIAN, cast.qingyu))
    for_writer = text_of(client.get(screen.format("草稿")))

    assert "输液泵草稿" not in for_reader
    assert "输液泵草稿" in for_writer


def test_the_page_chooser_leads_to_what_one_may_see_and_nowhere_else(stranger, pages):
    library = pages["here"].get_ancestors().get(depth=2)
    steps = [text_of(stranger.get(f"/admin/choose-page/{step}")) for step in ("", f"{library.pk}/")]
    inside = text_of(stranger.get(f"/admin/choose-page/{pages['here'].space_id}/"))

    assert "知识库" in steps[0]
    assert "青屿知识库" in steps[1]
    assert "输液泵报警，青屿" in inside
    assert not any("云岭" in words for words in (*steps, inside))
    for hidden in (pages["there"].space_id, pages["there"].pk, 10**9):
        assert stranger.get(f"/admin/choose-page/{hidden}/").status_code == 404


def test_choosing_several_by_number_names_nothing(stranger, pages):
    address = "/admin/choose-page/chosen-multiple/?id={}"

    assert stranger.get(address.format(pages["there"].pk)).status_code == 404


@pytest.mark.parametrize("text", ['"', "*", "高 AND", "\0", "😀", "高" * 10_000, "live:maybe", "剂量:5mg", "'"])
def test_whatever_is_typed_into_the_admin_gets_an_answer(stranger, pages, text):
    for screen in SCREENS:
        address = screen.format("{}", space=pages["here"].space_id).partition("?")[0]
        asked = {"q": text, "search": text} if "api" not in address else {"search": text}
        assert stranger.get(address, asked).status_code in (200, 400)


def test_another_order_and_a_kind_may_be_asked_for_while_searching(stranger, pages):
    words = text_of(stranger.get("/admin/pages/search/?q=输液泵&ordering=-title&content_type=wiki.article"))

    assert words.index("输液泵草稿") < words.index("输液泵报警")
