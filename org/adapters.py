"""How allauth's steps are taken in our house."""

import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from org import actions, arrivals, devices, elsewhere, logins, mails, qr, second_step
from org.choices import Way
from org.throttling import PASSWORDS, Attempt

JUST_SIGNED_IN = 5 * 60  # seconds during which nobody is asked for the password again


class AccountAdapter(DefaultAccountAdapter):
    """Passwords, codes and what follows them."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("工号或密码不对"),
        "enter_current_password": _("现在的密码不对。"),
        "incorrect_password": _("密码不对。"),
        "incorrect_code": _("验证码不对，请看最新的一封邮件。"),
        "too_many_login_attempts": _("试的次数太多，请重新开始。"),
        "rate_limited": _("操作太频繁了，请过几分钟再试。"),
    }

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        return devices.address_of(request) or "0.0.0.0"

    def get_login_stages(self):
        return ["allauth.account.stages.LoginByCodeStage", "allauth.mfa.stages.AuthenticateStage"]

    def pre_authenticate(self, request, **credentials):
        self.attempt = Attempt(request, credentials["username"], PASSWORDS)
        self.attempt.begin()

    def _rollback_login_failed_rl_usage(self):
        self.attempt.succeeded()

    def authentication_failed(self, request, **credentials):
        person = logins.find(credentials["username"])
        if person:
            arrivals.write_down(request, person, Way.PASSWORD, succeeded=False)

    def login(self, request, user):
        """The one place where somebody comes in, whatever the way."""
        arrivals.come_in(request, user, super().login)

    def set_password(self, user, password):
        actions.set_password(user, password, but=context.request.session.session_key)

    def send_mail(self, template_prefix, email, context):
        mails.send_later(template_prefix, email, code=context.get("code", ""))

    def send_notification_mail(self, *args, **kwargs):
        """Nothing is sent: most people have no mail, and 登录的设备 shows all of it."""

    def get_password_change_redirect_url(self, request):
        return reverse("org:sessions")

    def get_reauthentication_methods(self, user):
        """Whoever has a second step shows it: the password alone opens nothing."""
        methods = super().get_reauthentication_methods(user)
        strong = [method for method in methods if method["id"] == "mfa_reauthenticate"]
        return strong or methods

    def is_reauthentication_required(self, *, app, **kwargs):
        request = context.request
        records = get_authentication_records(request, request.user)
        return not any(time.time() - record["at"] < JUST_SIGNED_IN for record in records)


class SecondStepAdapter(DefaultMFAAdapter):
    """The authenticator and its recovery codes."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("管理员必须使用第二步验证，不能关闭。"),
        "incorrect_code": _("动态码不对，请输入验证器里现在的 6 位数字。"),
    }

    def get_totp_label(self, user):
        return user.number

    def build_totp_svg(self, url):
        return qr.svg(url)

    def can_delete_authenticator(self, authenticator):
        return not second_step.is_required_for(authenticator.user)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Signing in with the hospital's own identity service or Feishu."""

    def is_open_for_signup(self, request, sociallogin):
        return False

    def populate_user(self, request, sociallogin, data):
        """Nobody is made of what a service tells: it names a number, and the rest is ours."""
        return sociallogin.user

    def pre_social_login(self, request, sociallogin):
        elsewhere.come_in(request, sociallogin)

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None):
        elsewhere.refuse(request, provider, error, exception)
