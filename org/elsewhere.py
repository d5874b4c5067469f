"""Signing in with the hospital's identity service or Feishu: they say the employee number, we know the person.

Nothing is stored about it, and no account is ever made: whoever has none here is told whom to ask.
"""

import logging

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base.constants import AuthError
from allauth.socialaccount.providers.feishu.views import oauth2_callback as feishu_callback
from allauth.socialaccount.providers.openid_connect.views import callback as oidc_callback
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from requests import ConnectionError, RequestException, Timeout

from org.models import User

SSO = "sso"  # how our one OpenID Connect service is called in addresses
FEISHU = "feishu"
UNEXPECTED = (RequestException, ImproperlyConfigured, KeyError, TypeError, ValueError)  # what a wrong set-up leads to

log = logging.getLogger(__name__)


def services():
    """The services that are switched on: what to write on the button, and where it leads."""
    names = {SSO: settings.OIDC_NAME, FEISHU: _("飞书")}
    return [{"name": names[key], "url": reverse("org:elsewhere", args=[key])} for key in settings.ELSEWHERE]


def begin(request, key):
    """Where the service wants the person to go. Asks the service itself where its pages are."""
    try:
        return get_adapter().get_provider(request, key).redirect_from_request(request)
    except UNEXPECTED as error:
        raise Refused(request, what_is_wrong(error, key), error) from None


def complete(request, key):
    """The person is back from the service."""
    try:
        return feishu_callback(request) if key == FEISHU else oidc_callback(request, key)
    except UNEXPECTED as error:
        return Refused(request, what_is_wrong(error, key), error).response


def come_in(request, sociallogin):
    """Sign in the colleague whose number the service tells. Always ends the request, one way or the other."""
    account = sociallogin.account
    number = _number_in(account.extra_data, _claim_of(account.provider))
    if not number:
        raise Refused(request, no_number(account.provider))
    person = User.objects.active().filter(number=number.strip().upper()).first()
    if person is None:
        words = _("没有工号是 %(number)s 的账号，或者它已停用。请找本院管理员，由人事名单开通。")
        raise Refused(request, words % {"number": number})
    record_authentication(request, person, "socialaccount", provider=account.provider)
    raise ImmediateHttpResponse(perform_login(request, Login(user=person, redirect_url=sociallogin.state.get("next"))))


def refuse(request, provider, error, exception):
    """The service did not let them in, or does not answer as it should."""
    if error == AuthError.CANCELLED:
        raise ImmediateHttpResponse(redirect("account_login"))
    raise Refused(request, what_is_wrong(exception, provider.sub_id), exception)


class Refused(ImmediateHttpResponse):
    """Says what is wrong, to the person in words and to the log with all details."""

    def __init__(self, request, words, exception=None):
        log.warning("Signing in elsewhere failed: %s", words, exc_info=exception)
        super().__init__(render(request, "org/elsewhere_failed.html", {"words": words}, status=403))


def no_number(provider):
    if provider == FEISHU:
        return _("飞书没有告诉我们您的工号。请管理员在飞书开放平台为应用开通“获取用户受雇信息”权限。")
    words = _("登录服务没有告诉我们您的工号。请管理员检查 HZH_OIDC_NUMBER_CLAIM（现在是 %(claim)s）。")
    return words % {"claim": settings.OIDC_NUMBER_CLAIM}


def what_is_wrong(exception, service):
    """The likely cause, in words an administrator can act on."""
    if exception is None:
        return _("这次登录已过期，或不是从登录页开始的。请回到登录页再试一次。")
    if isinstance(exception, (ConnectionError, Timeout)):
        return words_for("down", service)
    told = f"{type(exception).__name__} {exception}".casefold()
    cause = next((cause for cause, clues in CLUES.items() if any(clue in told for clue in clues)), "unknown")
    return words_for(cause, service)


CLUES = {
    "secret": ("invalid_client", "unauthorized_client", "app_access_token", "app access token", "401"),
    "callback": ("redirect_uri",),
    "nonsense": ("jsondecode", "keyerror", "404", "expecting value"),
    "token": ("id_token", "invalid_grant", "kid"),
}


def words_for(cause, service):
    if service == FEISHU and cause in ("nonsense", "down"):
        return _("飞书现在没有正常回答。请过一会儿再试，或用密码登录。")
    return {
        "secret": _(
            "登录服务不认识本系统。请管理员检查应用编号和密钥（HZH_OIDC_CLIENT_ID、HZH_OIDC_SECRET、HZH_FEISHU_*）。"
        ),
        "callback": _("登录服务不接受我们的回调地址。请管理员在登录服务里登记它，manage.py check_sign_in 会写出来。"),
        "nonsense": _("登录服务的地址不对：那里没有 OpenID Connect 的说明文件。请管理员检查 HZH_OIDC_URL。"),
        "down": _("登录服务现在连不上。请过一会儿再试，或用密码登录；管理员请检查 HZH_OIDC_URL 和网络。"),
        "token": _("登录服务的凭证没有通过检查。请再试一次；总是这样，请管理员核对客户端编号和服务器时间。"),
        "unknown": _("登录服务的回答和约定不一样。请管理员查看日志，并运行 manage.py check_sign_in。"),
    }[cause]


def _claim_of(service):
    return "employee_no" if service == FEISHU else settings.OIDC_NUMBER_CLAIM


def _number_in(told, claim):
    """Services tell in the user's data, in the token, or (Feishu) at the top."""
    for part in (told.get("userinfo"), told.get("id_token"), told):
        if part and isinstance(part.get(claim), str):
            return part[claim]
    return ""
