"""A slip of paper lets in whoever has no mail: once, within seven days, and then an own password is set."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from audit.models import Decision
from org import actions, slips
from org.models import Slip
from tests.org.conftest import who

pytestmark = [pytest.mark.django_db, pytest.mark.promise("P31")]


@pytest.fixture
def use(client):
    def send(login, code):
        return client.post("/accounts/slip/", {"login": login, "code": code, "where": "shared"})

    return send


@pytest.fixture
def slip(cast):
    return slips.give(cast.lin_xiaoman, cast.lu_zhixing)


OWN = {"password1": "seven-bridges-9", "password2": "seven-bridges-9"}


def test_a_slip_lets_in_and_asks_for_an_own_password(client, cast, slip, use):
    use("QY10874", slip)

    assert who(client) == str(cast.lin_xiaoman.pk)
    assert client.get("/me/sessions/").url == "/accounts/own-password/"
    assert client.get("/accounts/own-password/").status_code == 200


def test_with_an_own_password_one_is_in(client, cast, slip, use, sign_in):
    use("QY10874", slip)

    assert client.post("/accounts/own-password/", OWN).url == "/"
    assert client.get("/me/sessions/").status_code == 200

    client.post("/accounts/logout/")
    sign_in("QY10874", "seven-bridges-9")
    assert who(client) == str(cast.lin_xiaoman.pk)


def test_a_slip_is_for_one_time(client, slip, use):
    use("QY10874", slip)
    client.post("/accounts/logout/")

    response = use("QY10874", slip)

    assert who(client) is None
    assert "已用过" in response.content.decode()


def test_a_slip_is_for_seven_days(client, slip, use, cast):
    Slip.objects.update(made_at=timezone.now() - timedelta(days=7, seconds=1))

    response = use("QY10874", slip)

    assert who(client) is None
    assert "已过期" in response.content.decode()
    assert "陆知行" in response.content.decode()  # gives out another


def test_a_newer_slip_ends_the_older(client, cast, slip, use):
    newer = slips.give(cast.lin_xiaoman, cast.lu_zhixing)

    use("QY10874", slip)
    assert who(client) is None
    use("QY10874", newer)
    assert who(client) == str(cast.lin_xiaoman.pk)


def test_a_slip_is_for_one_person(client, slip, use):
    assert "不对" in use("QY10231", slip).content.decode()
    assert who(client) is None


def test_a_number_that_does_not_exist_is_told_the_same(client, slip, use):
    wrong = use("QY10874", "松-0000-溪-00").content.decode()
    unknown = use("QY99999", "松-0000-溪-00").content.decode()

    assert "工号或口令不对" in wrong
    assert "工号或口令不对" in unknown


@pytest.mark.parametrize(
    "typed",
    ["松-4827-溪-16", "松4827溪16", "song-4827-xi-16", "SONG4827XI16", "松 ４８２７ 溪 １６", "song4827溪16"],
)
def test_the_code_may_be_typed_in_any_way(client, cast, use, monkeypatch, typed):
    monkeypatch.setattr(slips, "new_code", lambda: "松-4827-溪-16")
    slips.give(cast.lin_xiaoman, cast.lu_zhixing)

    use("QY10874", typed)

    assert who(client) == str(cast.lin_xiaoman.pk)


@pytest.mark.promise("P9")
def test_guessing_codes_is_slowed(client, slip, use):
    for _ in range(5):
        use("QY10874", "松-0000-溪-00")

    assert "后再试" in use("QY10874", slip).content.decode()
    assert who(client) is None


def test_the_former_password_holds_until_the_slip_is_used(client, cast, slip, sign_in):
    sign_in("QY10874")

    assert client.get("/me/sessions/").status_code == 200


def test_only_the_hash_is_kept(slip):
    assert slip not in str(Slip.objects.values())
    assert len(Slip.objects.get().code_hash) == 64  # whatever the code says


def test_of_two_who_use_it_at_the_same_moment_one_gets_in(slip):
    first, second = Slip.objects.get(), Slip.objects.get()

    assert slips.use(first)
    assert not slips.use(second)


def test_a_department_gets_its_slips_at_once(cast, django_assert_max_num_queries):
    people = [cast.lin_xiaoman, cast.zhou_yaning]

    given = slips.give_many(people, cast.lu_zhixing)

    assert [person for person, _ in given] == people
    assert len({code for _, code in given}) == 2


@pytest.mark.promise("P23")
def test_giving_and_using_leave_rows(cast, slip, use):
    use("QY10874", slip)

    rows = Decision.objects.filter(about_name="林小满").order_by("pk").values_list("verb", "by__name")
    assert list(rows) == [("slip.given", "陆知行"), ("slip.used", "林小满")]


def test_a_disabled_persons_slip_opens_nothing(client, cast, slip, use):
    actions.disable(cast.lin_xiaoman, cast.lu_zhixing)

    use("QY10874", slip)

    assert who(client) is None


@pytest.mark.promise("P11")
def test_a_slip_given_before_does_not_let_in_whoever_came_back(client, cast, slip, use):
    actions.disable(cast.lin_xiaoman, cast.lu_zhixing)
    actions.enable(cast.lin_xiaoman, cast.lu_zhixing)

    use("QY10874", slip)

    assert who(client) is None


@pytest.mark.parametrize("password", ["short", "qy10874-qy", "linxiaoman1", "password123", "1234567890"])
def test_an_own_password_is_hard_to_guess(client, slip, use, password):
    use("QY10874", slip)

    response = client.post("/accounts/own-password/", {"password1": password, "password2": password})

    assert response.status_code == 200
    assert client.get("/me/sessions/").url == "/accounts/own-password/"


def test_an_own_password_is_typed_twice(client, slip, use):
    use("QY10874", slip)

    response = client.post("/accounts/own-password/", {"password1": "seven-bridges-9", "password2": "seven-bridges-8"})

    assert "两次输入的不一样" in response.content.decode()


def test_a_mail_given_then_is_checked_with_a_code(client, cast, use, code_by_mail):
    cast.lin_xiaoman.email = None
    cast.lin_xiaoman.save()
    use("QY10874", slips.give(cast.lin_xiaoman, cast.lu_zhixing))

    asked = client.post("/accounts/own-password/", {**OWN, "mail": "Lin@Example.invalid"})
    assert asked.url == "/me/mail/code/"
    cast.lin_xiaoman.refresh_from_db()
    assert cast.lin_xiaoman.email is None

    client.post("/me/mail/code/", {"code": code_by_mail()})

    cast.lin_xiaoman.refresh_from_db()
    assert cast.lin_xiaoman.email == "lin@example.invalid"
    assert mail.outbox[-1].to == ["lin@example.invalid"]
