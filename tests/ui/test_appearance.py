"""Theme and text size come with the page, so that nothing flashes."""

import pytest


@pytest.fixture
def nurse(client, cast):
    client.force_login(cast.lin_xiaoman)
    return cast.lin_xiaoman


def html_tag(page):
    return page.text.partition("<html")[2].partition(">")[0]


def test_the_choice_of_the_person_stands_on_the_page(client, nurse):
    nurse.theme, nurse.text_size = "dark", "xlarge"
    nurse.save()

    assert html_tag(client.get("/styleguide/")) == ' lang="zh-CN" data-theme="dark" data-size="xlarge"'


@pytest.mark.promise("P18")
def test_a_choice_is_kept_for_the_next_page_and_for_the_sign_in_page(client, nurse):
    client.post("/appearance/", {"theme": "light", "text_size": "large"})
    nurse.refresh_from_db()

    assert (nurse.theme, nurse.text_size) == ("light", "large")
    assert client.cookies["hzh_theme"].value == "light"


def test_nonsense_changes_nothing(client, nurse):
    client.post("/appearance/", {"theme": "<x>", "text_size": "9000"})
    nurse.refresh_from_db()

    assert (nurse.theme, nurse.text_size) == ("", "")


def test_a_cookie_with_nonsense_is_ignored(client, db):
    client.cookies["hzh_theme"] = '"><script>'

    assert "script" not in html_tag(client.get("/nothing-here/"))


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_the_way_back_stays_here(client, nurse, elsewhere):
    answer = client.post("/appearance/", {"theme": "dark"}, headers={"Referer": elsewhere})

    assert answer["Location"] == "/"


def test_without_scripts_the_reader_stays_on_the_page(client, nurse):
    here = "http://testserver/library/"

    assert client.post("/appearance/", {"theme": "dark"}, headers={"Referer": here})["Location"] == here


def test_the_menu_shows_a_new_choice_at_once(client, nurse):
    client.get("/styleguide/")
    client.post("/appearance/", {"theme": "dark"})

    page = client.get("/styleguide/").text

    assert 'value="dark" data-attribute="data-theme" checked' in page


def test_the_menu_of_one_person_is_never_shown_to_another(client, nurse, cast):
    client.get("/styleguide/")
    client.force_login(cast.zhao_jingxing)

    page = client.get("/styleguide/").text

    assert nurse.number not in page
    assert cast.zhao_jingxing.number in page


def test_scripts_get_a_short_answer(client, nurse):
    assert client.post("/appearance/", {"theme": "dark"}, headers={"HX-Request": "true"}).status_code == 204
