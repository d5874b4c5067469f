"""The demo's people, to click on; and nothing of it where there is no demo."""

import pytest

from org import demo
from tests.org.conftest import who

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo_mode(settings):
    settings.DEMO = True


def test_the_people_are_listed_with_what_they_are(client, cast, demo_mode):
    page = client.get("/accounts/login/").content.decode()

    assert "林小满<small>QY10874 护士" in page
    assert page.index("林小满") < page.index("陆知行")


def test_a_click_signs_in(client, cast, demo_mode):
    assert client.post("/accounts/demo/", {"number": "QY10874"}).url == "/"
    assert who(client) == str(cast.lin_xiaoman.pk)


def test_the_administrators_code_stands_on_the_page(client, administrator, demo_mode):
    client.post("/accounts/demo/", {"number": "HX00001"})
    assert who(client) is None

    code = demo.code()
    assert code in client.get("/accounts/2fa/authenticate/").content.decode()
    client.post("/accounts/2fa/authenticate/", {"code": code.replace(" ", "")})

    assert who(client) == str(administrator.pk)


@pytest.mark.promise("P6")
def test_without_demo_mode_there_is_nothing_to_click_on(client, administrator):
    page = client.get("/accounts/login/").content.decode()

    assert "演示" not in page
    assert client.post("/accounts/demo/", {"number": "QY10874"}).status_code == 404
    assert who(client) is None


def test_only_the_demos_people_can_be_clicked_on(client, cast, demo_mode):
    cast.lin_xiaoman.number = "QY55555"
    cast.lin_xiaoman.save()

    assert client.post("/accounts/demo/", {"number": "QY55555"}).status_code == 404
