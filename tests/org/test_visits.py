"""Every request of a signed-in person costs one query, and feels at once what changed about the person."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.urls import path
from django.utils import timezone

from org.models import Session, User, Version

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.org.test_visits")]


def home(request):
    user = request.user
    return HttpResponse(f"{type(user).__name__} {user.pk} {getattr(user, 'versions_of_request', '')}")


def remember(request):
    request.session["word"] = "松"
    return HttpResponse("ok")


urlpatterns = [path("", home), path("remember/", remember)]


@pytest.fixture
def signed_in(client, cast):
    client.force_login(cast.lin_xiaoman)
    return client


def age(**fields):
    Session.objects.update(**fields)


def test_a_request_of_a_signed_in_person_costs_one_query(signed_in, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = signed_in.get("/")

    assert response.status_code == 200


def test_without_a_cookie_nothing_is_asked(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/").status_code == 302


def test_a_cookie_that_cannot_be_a_key_is_not_looked_up(client, django_assert_num_queries):
    client.cookies["hzh_session"] = "' OR 1=1 --\x00"

    with django_assert_num_queries(0):
        assert client.get("/").status_code == 302


def test_the_person_comes_with_the_versions_of_their_rights(signed_in, cast):
    Version.bump(Version.ACCESS)
    cast.lin_xiaoman.forget_access()
    cast.lin_xiaoman.refresh_from_db()
    versions = (cast.lin_xiaoman.access_version, Version.current(Version.ACCESS))

    assert signed_in.get("/").content.decode() == f"User {cast.lin_xiaoman.pk} {versions}"


@pytest.mark.promise("P11")
def test_a_disabled_person_is_out_with_the_next_request(signed_in, cast):
    User.objects.filter(pk=cast.lin_xiaoman.pk).update(is_active=False)

    assert signed_in.get("/").status_code == 302


@pytest.mark.promise("P11")
def test_a_changed_password_ends_sessions_that_began_with_the_former_one(signed_in, cast):
    cast.lin_xiaoman.set_password("another-one-9")
    cast.lin_xiaoman.save()

    assert signed_in.get("/").status_code == 302


def test_a_session_ends_when_its_time_is_over(signed_in):
    age(expire_date=timezone.now() - timedelta(seconds=1))

    assert signed_in.get("/").status_code == 302


@pytest.mark.promise("P32")
def test_a_shared_computer_signs_out_after_fifteen_idle_minutes(signed_in):
    age(is_shared=True, last_seen_at=timezone.now() - timedelta(minutes=15, seconds=1))

    response = signed_in.get("/wiki/abc/somebodys-page")

    assert response.url == "/accounts/login/?idle=1"
    assert "storage" in response["Clear-Site-Data"]
    assert not Session.objects.exists()


def test_a_shared_computer_in_use_stays_signed_in(signed_in):
    age(is_shared=True, last_seen_at=timezone.now() - timedelta(minutes=14))

    assert signed_in.get("/").status_code == 200


def test_the_own_device_may_be_idle(signed_in):
    age(last_seen_at=timezone.now() - timedelta(days=3))

    assert signed_in.get("/").status_code == 200


def test_when_somebody_was_here_is_noted_once_a_minute(signed_in, django_assert_num_queries):
    long_ago = timezone.now() - timedelta(minutes=2)
    age(last_seen_at=long_ago)

    with django_assert_num_queries(2):
        signed_in.get("/")
    with django_assert_num_queries(1):
        signed_in.get("/")

    assert Session.objects.get().last_seen_at > long_ago + timedelta(minutes=1)


def test_saving_a_session_leaves_alone_where_and_since_when(signed_in):
    started = timezone.now() - timedelta(days=1)
    age(started_at=started, address="10.2.3.4", device="Firefox", is_shared=True)

    signed_in.get("/remember/")

    session = Session.objects.get()
    assert session.get_decoded()["word"] == "松"
    assert (session.started_at, session.address, session.device, session.is_shared) == (
        started, "10.2.3.4", "Firefox", True,
    )  # fmt: skip


def test_a_new_key_keeps_the_row(signed_in):
    age(address="10.2.3.4")
    store = signed_in.session
    former = store.session_key

    store.cycle_key()
    store.save()

    assert Session.objects.get().address == "10.2.3.4"
    assert store.session_key != former


@pytest.mark.promise("P32")
def test_pages_of_a_person_are_kept_by_no_cache(signed_in):
    response = signed_in.get("/")

    assert response["Cache-Control"] == "private, no-cache"
    assert "Cookie" in response["Vary"]


def test_chinese_unless_the_person_chose_otherwise(signed_in, cast):
    chinese = signed_in.get("/", headers={"accept-language": "en-US"})
    User.objects.filter(pk=cast.lin_xiaoman.pk).update(language="en")

    assert chinese["Content-Language"] == "zh-hans"
    assert signed_in.get("/")["Content-Language"] == "en"
