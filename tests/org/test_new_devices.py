"""A sign-in on a device never seen before: the person says whether it was the own one."""

import pytest
from django.test import Client
from django.urls import reverse

from audit.models import Decision
from org.models import Session, SignIn

PHONE = {"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1"}


@pytest.fixture
def elsewhere(sign_in):
    """林小满 signed in at the ward, and somebody on a phone under the same name."""
    phone = Client()
    sign_in("QY10874", browser=phone, headers=PHONE)
    sign_in("QY10874")
    return phone


def asked(client):
    return SignIn.objects.unanswered().filter(device__contains="iPhone").first(), client.get("/me/sessions/")


@pytest.mark.promise("P8")
def test_one_is_asked_about_the_other_device_until_one_has_said_it_was_me(client, cast, elsewhere):
    sign_in, page = asked(client)
    assert "有一次新设备登录" in page.content.decode()

    client.post(reverse("org:answer_sign_in", args=[sign_in.pk]), {"was_me": "1"})

    assert "有一次新设备登录" not in client.get("/me/sessions/").content.decode()
    assert elsewhere.get("/me/sessions/").status_code == 200


@pytest.mark.promise("P8", "P11")
def test_not_me_ends_every_other_session_and_leads_to_a_new_password(client, cast, elsewhere):
    sign_in, _ = asked(client)

    response = client.post(reverse("org:answer_sign_in", args=[sign_in.pk]), {"was_me": "0"})

    assert response.url == reverse("account_change_password")
    assert Session.objects.filter(user=cast.lin_xiaoman).count() == 1
    assert elsewhere.get("/me/sessions/").status_code == 302
    assert Decision.objects.filter(verb="sign_in.disowned").count() == 1


def test_nobody_answers_for_somebody_else(client, cast, elsewhere):
    sign_in, _ = asked(client)
    client.force_login(cast.zhao_jingxing)

    assert client.post(reverse("org:answer_sign_in", args=[sign_in.pk]), {"was_me": "0"}).status_code == 404
    assert SignIn.objects.get(pk=sign_in.pk).was_me is None
