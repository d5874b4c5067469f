"""Signing in with the hospital's identity service or Feishu: switched on by the environment, matched by number."""

import os
import re
import subprocess
import sys
from html import unescape

import httpx
import pytest
import requests
from allauth.socialaccount.providers import registry
from allauth.socialaccount.providers.feishu.provider import FeishuProvider
from allauth.socialaccount.providers.feishu.views import FeishuOAuth2Adapter, FeishuOAuth2Client
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.conf import settings as configured
from django.core.management import CommandError, call_command

from org.elsewhere import SSO, what_is_wrong
from org.models import Session, SignIn, User
from tests.org.conftest import who
from tests.org.identity import Provider

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.promise("P12"),
    pytest.mark.urls("tests.org.urls_elsewhere"),
]


@pytest.fixture
def provider(settings, monkeypatch):
    """The provider, and the settings that the environment would give."""
    provider = Provider()
    sso = {"provider_id": "sso", "name": "统一身份认证", "client_id": provider.client_id, "secret": provider.secret}
    sso["settings"] = {"server_url": provider.url}
    feishu = {"client_id": provider.client_id, "secret": provider.secret}
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [sso]},
        "feishu": {"APPS": [feishu]},
    }
    settings.ELSEWHERE = ["sso", "feishu"]
    registry.get_class_list()
    for kind in (OpenIDConnectProvider, FeishuProvider):
        monkeypatch.setitem(registry.provider_map, kind.id, kind)
    monkeypatch.setattr(FeishuOAuth2Adapter, "authorization_url", f"{provider.url}/authorize")
    monkeypatch.setattr(FeishuOAuth2Adapter, "access_token_url", f"{provider.url}/feishu/token")
    monkeypatch.setattr(FeishuOAuth2Adapter, "user_info_url", f"{provider.url}/feishu/user")
    monkeypatch.setattr(FeishuOAuth2Client, "app_access_token_url", f"{provider.url}/feishu/app")
    yield provider
    provider.stop()


@pytest.fixture
def go(client, provider):
    """The whole way of a browser: our button, the service, and back. Answers our last page."""

    def whole_way(key="sso", **values):
        page = client.post(f"/accounts/elsewhere/{key}/", values)
        found = re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', page.content.decode())
        if not found:
            return page
        back = httpx.get(unescape(found[1])).headers["Location"]
        return client.get(back.removeprefix("http://testserver"))

    return whole_way


def said(response):
    return re.search(r'class="sub">(.*?)</p>', response.content.decode(), re.DOTALL)[1]


@pytest.mark.parametrize("key", ["sso", "feishu"])
def test_a_colleague_comes_in_by_the_number_the_service_tells(client, cast, go, key):
    response = go(key, where="own")

    assert response.url == "/"
    assert who(client) == str(cast.lin_xiaoman.pk)
    assert SignIn.objects.get().way == {"sso": "oidc", "feishu": "feishu"}[key]
    assert not Session.objects.get(user__isnull=False).is_shared


def test_one_gets_where_one_wanted_to_go(cast, go):
    assert go(next="/spaces/qingyu/").url == "/spaces/qingyu/"


def test_a_shared_computer_stays_the_default(cast, go):
    go()

    assert Session.objects.get(user__isnull=False).is_shared


def test_nobody_gets_an_account_by_it(client, cast, go, provider):
    provider.claims["preferred_username"] = "QY77777"

    response = go()

    assert who(client) is None
    assert "没有工号是 QY77777 的账号" in said(response)
    assert not User.objects.filter(number="QY77777").exists()


def test_a_leaver_does_not_come_in(client, cast, go):
    User.objects.filter(pk=cast.lin_xiaoman.pk).update(is_active=False)

    assert "已停用" in said(go())
    assert who(client) is None


@pytest.mark.promise("P10")
def test_an_administrator_still_shows_the_second_step(client, administrator, go, provider):
    provider.claims["preferred_username"] = "hx00001"

    assert go().url == "/accounts/2fa/authenticate/"
    assert who(client) is None


def test_a_service_that_tells_no_number_is_told_apart(go, provider, cast):
    provider.claims.pop("preferred_username")

    assert "HZH_OIDC_NUMBER_CLAIM（现在是 preferred_username）" in said(go())


def test_a_feishu_app_without_the_right_to_numbers_is_told_apart(go, provider, cast):
    provider.employee["employee_no"] = ""

    assert "获取用户受雇信息" in said(go("feishu"))


def test_a_number_elsewhere_in_the_claims(client, go, provider, cast, settings):
    settings.OIDC_NUMBER_CLAIM = "staff_no"
    provider.claims["staff_no"] = "QY10231"

    go()

    assert who(client) == str(cast.zhou_yaning.pk)


@pytest.mark.parametrize("key", ["sso", "feishu"])
def test_a_wrong_secret_is_named(go, provider, cast, key):
    provider.secret = "another"

    assert "密钥" in said(go(key))


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("/.well-known/openid-configuration", "HZH_OIDC_URL"),
        ("/token", "check_sign_in"),
        ("/userinfo", "HZH_OIDC_URL"),
        ("/feishu/user", "飞书现在没有正常回答"),
    ],
)
def test_nonsense_from_the_service_is_no_error_of_ours(go, provider, cast, broken, words):
    provider.broken = broken

    response = go("feishu" if "feishu" in broken else "sso")

    assert response.status_code == 403
    assert words in said(response)


def test_a_service_that_is_down_is_named(client, provider, cast):
    provider.stop()

    response = client.post("/accounts/elsewhere/sso/")

    assert response.status_code == 403
    assert "连不上" in said(response)


@pytest.mark.parametrize("trouble", [requests.ConnectionError, requests.exceptions.SSLError, requests.Timeout])
def test_numbers_in_the_address_of_a_service_that_is_down_mislead_nobody(trouble):
    assert "连不上" in what_is_wrong(trouble("HTTPConnection(host='10.0.4.1', port=40453): refused"), SSO)


def test_coming_back_without_having_gone_is_refused(client, provider, cast):
    response = client.get("/accounts/oidc/sso/login/callback/?code=x&state=forged")

    assert response.status_code == 403
    assert who(client) is None


def test_the_buttons_stand_on_the_sign_in_page(client, provider):
    page = client.get("/accounts/login/").content.decode()

    assert "用统一身份认证登录" in page
    assert "用飞书登录" in page


def test_without_the_environment_there_is_nothing(client, db):
    assert "登录</button>" in client.get("/accounts/login/").content.decode()
    assert "飞书" not in client.get("/accounts/login/").content.decode()
    for address in ("/accounts/elsewhere/sso/", "/accounts/elsewhere/feishu/", "/accounts/elsewhere/x/"):
        assert client.post(address).status_code == 404
    assert client.get("/accounts/oidc/sso/login/callback/?code=x").status_code == 404


@pytest.mark.parametrize("address", ["/accounts/oidc/sso/login/", "/accounts/feishu/login/"])
def test_the_only_way_there_leads_over_our_button(client, provider, address):
    assert client.post(address).status_code == 404


def test_an_administrator_can_check_the_set_up(provider, settings, capsys):
    call_command("check_sign_in")

    told = capsys.readouterr().out
    assert "统一身份认证：能连上。工号取自 preferred_username。" in told
    assert "/accounts/oidc/sso/login/callback/" in told
    assert "飞书：能连上" in told


@pytest.mark.parametrize(
    ("broken", "words"),
    [("/.well-known/openid-configuration", "HZH_OIDC_URL"), ("/feishu/app", "飞书现在没有正常回答")],
)
def test_the_check_says_what_is_wrong(provider, broken, words):
    provider.broken = broken

    with pytest.raises(CommandError, match=words):
        call_command("check_sign_in")


BY_ENVIRONMENT = """
import django; django.setup()
from django.conf import settings
from django.urls import reverse
print(settings.ELSEWHERE, reverse("openid_connect_callback", args=["sso"]), reverse("feishu_callback"))
"""
BOTH = {
    "HZH_OIDC_URL": "https://id.example.invalid",
    "HZH_OIDC_CLIENT_ID": "x",
    "HZH_OIDC_SECRET": "y",
    "HZH_FEISHU_APP_ID": "x",
    "HZH_FEISHU_SECRET": "y",
}


def run(code, **environment):
    surroundings = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", **environment}
    return subprocess.run(
        [sys.executable, "-c", code], env=surroundings, cwd=configured.ROOT, capture_output=True, text=True, check=False
    )


def test_the_environment_alone_switches_them_on():
    told = run(BY_ENVIRONMENT, **BOTH)

    assert told.stdout.split("\n")[0] == (
        "['sso', 'feishu'] /accounts/oidc/sso/login/callback/ /accounts/feishu/login/callback/"
    ), told.stderr


def test_half_an_environment_is_refused_in_words():
    told = run("import config.settings", HZH_OIDC_URL="https://id.example.invalid")

    assert told.returncode == 2
    assert "HZH_OIDC_SECRET" in told.stderr
