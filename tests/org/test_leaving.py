"""Leaving, disabling and coming back: what ends, ends at once and stays ended."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.models import Decision
from jobs.testing import run_due
from org import actions, leaving
from org.models import Session
from tests.org.conftest import who
from ui.days import today

pytestmark = [pytest.mark.django_db, pytest.mark.promise("P11")]


@pytest.fixture
def told(monkeypatch):
    """What other rooms hear: (person, day) of leavers, and whose tokens end."""
    heard, ended = [], []
    monkeypatch.setattr(leaving, "_listeners", [lambda person, day, by: heard.append((person, day))])
    monkeypatch.setattr(leaving, "_tokens", [ended.append])
    return heard, ended


@pytest.fixture
def signed_in(client, cast, sign_in):
    sign_in("QY10874")
    return client


def test_a_disabled_persons_sessions_and_tokens_end_in_the_same_action(signed_in, cast, told):
    actions.disable(cast.lin_xiaoman, cast.lu_zhixing, "调查期间")

    assert not Session.objects.filter(user=cast.lin_xiaoman).exists()
    assert told[1] == [cast.lin_xiaoman]
    assert signed_in.get("/me/awake/").status_code == 302
    decision = Decision.objects.get(verb="person.disabled")
    assert (decision.by, decision.reason) == (cast.lu_zhixing, "调查期间")


def test_coming_back_revives_no_session(signed_in, cast, sign_in):
    actions.disable(cast.lin_xiaoman, cast.lu_zhixing)
    actions.enable(cast.lin_xiaoman, cast.lu_zhixing)

    assert signed_in.get("/me/awake/").status_code == 302
    sign_in("QY10874")
    assert who(signed_in) == str(cast.lin_xiaoman.pk)


def test_whoever_left_is_out_at_once_with_memberships_and_roles(signed_in, cast, told):
    actions.leave(cast.lin_xiaoman, today(), cast.lu_zhixing)

    cast.lin_xiaoman.refresh_from_db()
    assert not cast.lin_xiaoman.is_active
    assert cast.lin_xiaoman.memberships.get().ends_on == today()
    assert told == ([(cast.lin_xiaoman, today())], [cast.lin_xiaoman])
    assert signed_in.get("/me/awake/").status_code == 302


def test_leaving_twice_is_leaving_once(cast, told):
    for _ in range(2):
        actions.leave(cast.lin_xiaoman, today(), cast.lu_zhixing)

    assert len(told[0]) == 1
    assert Decision.objects.filter(verb="person.leaves").count() == 1


def test_whoever_will_leave_stays_until_the_last_day_is_over(signed_in, cast, told):
    last_day = today() + timedelta(days=3)
    actions.leave(cast.lin_xiaoman, last_day, cast.lu_zhixing)
    assert signed_in.get("/me/awake/").status_code == 204

    run_due(name="org.leave", at=timezone.now() + timedelta(days=3))
    assert signed_in.get("/me/awake/").status_code == 204

    run_due(name="org.leave", at=timezone.now() + timedelta(days=4))
    assert signed_in.get("/me/awake/").status_code == 302
    assert told[0] == [(cast.lin_xiaoman, last_day)]


def test_a_last_day_that_was_moved_does_not_come_early(signed_in, cast):
    actions.leave(cast.lin_xiaoman, today() + timedelta(days=3), cast.lu_zhixing)
    actions.leave(cast.lin_xiaoman, today() + timedelta(days=30), cast.lu_zhixing)

    run_due(name="org.leave", at=timezone.now() + timedelta(days=5))

    assert signed_in.get("/me/awake/").status_code == 204


def test_a_post_that_had_not_begun_is_gone(cast):
    membership = cast.lin_xiaoman.memberships.get()
    membership.starts_on = today() + timedelta(days=10)
    membership.save()

    actions.leave(cast.lin_xiaoman, today(), cast.lu_zhixing)

    assert not cast.lin_xiaoman.memberships.exists()


def test_old_rows_are_tidied_away(signed_in, cast):
    from org import tasks
    from org.models import SignIn

    Session.objects.update(expire_date=timezone.now() - timedelta(days=1))
    SignIn.objects.update(at=timezone.now() - timedelta(days=31))

    tasks.tidy()

    assert not Session.objects.exists()
    assert not SignIn.objects.exists()
