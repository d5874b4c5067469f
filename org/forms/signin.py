"""What is asked of somebody who is not in yet."""

from allauth.account import forms as allauth_forms
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, perform_password_login, record_authentication
from allauth.account.models import Login
from allauth.core import context
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from org import logins, places, slips
from org.throttling import CODES, SLIPS, Attempt, TooMany


class LoginField(forms.CharField):
    def __init__(self, **kwargs):
        attrs = {"autocomplete": "username", "autocapitalize": "off", "spellcheck": "false"}
        kwargs = {"label": _("工号、手机号或邮箱"), "max_length": 254, **kwargs}
        super().__init__(widget=forms.TextInput(attrs={**attrs, "class": "input-lg"}), **kwargs)


class PasswordField(forms.CharField):
    """A password as it is typed, spaces included."""

    def __init__(self, label, autocomplete):
        attrs = {"autocomplete": autocomplete, "class": "input-lg", "data-password-target": "input"}
        super().__init__(label=label, max_length=200, strip=False, widget=forms.PasswordInput(attrs=attrs))


class WhereField(forms.ChoiceField):
    """Shared is preselected on purpose: forgetting to choose is safe."""

    def __init__(self):
        super().__init__(
            label=_("这台电脑是"), choices=places.Where, initial=places.Where.SHARED, widget=forms.RadioSelect,
            required=False,
        )  # fmt: skip


class Throttled:
    """A form that may be refused for a while."""

    @property
    def wait(self):
        """Seconds until the next try."""
        errors = self.non_field_errors().as_data()
        return next((error.seconds for error in errors if isinstance(error, TooMany)), 0)


class SignInForm(Throttled, allauth_forms.LoginForm):
    """Number, phone or mail, and the password."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        password = PasswordField(_("密码"), "current-password")
        self.fields = {"login": LoginField(), "password": password, "where": WhereField()}

    def user_credentials(self):
        return {"username": self.cleaned_data["login"], "password": self.cleaned_data["password"]}

    def _clean_with_password(self, credentials):
        adapter = get_adapter(self.request)
        person = adapter.authenticate(self.request, **credentials)
        if person is None:
            raise forms.ValidationError(_wrong(adapter.attempt.left), code="wrong")
        self._login = Login(user=person)
        return self.cleaned_data

    def login(self, request, redirect_url=None):
        places.say(request, self.cleaned_data["where"])
        self._login.redirect_url = redirect_url
        return perform_password_login(request, self.user_credentials(), self._login)


def _wrong(left):
    if not left:
        return _("请检查大小写。再不对，需要等 5 分钟。")
    sentence = ngettext(
        "请检查大小写。再试 %(count)d 次仍不对，需要等 5 分钟。",
        "请检查大小写。再试 %(count)d 次仍不对，需要等 5 分钟。",
        left,
    )
    return sentence % {"count": left}


class AskedByCode(Throttled):
    """A code goes by mail to whoever this is, if the account has a mail; the answer is the same for everybody."""

    def find(self):
        Attempt(context.request, self.cleaned_data["login"], CODES).begin()
        person = logins.find(self.cleaned_data["login"])
        if person and person.is_active and person.email:
            return person, person.email
        return None, self.cleaned_data["login"]


class AskCodeForm(AskedByCode, forms.Form):
    """A code by mail instead of the password."""

    login = LoginField()

    where = WhereField()

    def clean(self):
        if self.cleaned_data.get("login"):
            self._user, self.cleaned_data["email"] = self.find()
            places.say(context.request, self.cleaned_data.get("where"))
        return self.cleaned_data


class ForgottenForm(AskedByCode, allauth_forms.ResetPasswordForm):
    """A code by mail that lets one set a new password."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields = {"login": LoginField()}

    def clean(self):
        if self.cleaned_data.get("login"):
            person, self.cleaned_data["email"] = self.find()
            self.users = [person] if person else []
        return self.cleaned_data


class SlipForm(Throttled, forms.Form):
    """The employee number and the code on the slip."""

    login = LoginField(label=_("工号"))
    code = forms.CharField(
        label=_("登录条上的口令"),
        max_length=40,
        help_text=_("汉字可以打拼音，横线可以不输"),
        widget=forms.TextInput(
            attrs={"class": "input-lg mono", "autocomplete": "off", "placeholder": _("例如 松-4827-溪-16")}
        ),
    )
    where = WhereField()

    slip = None

    def clean(self):
        if not self.errors:
            attempt = Attempt(context.request, self.cleaned_data["login"], SLIPS)
            attempt.begin()
            person = logins.find(self.cleaned_data["login"])
            self.slip = slips.find(person, self.cleaned_data["code"]) if person and person.is_active else None
            if self.slip is None:
                raise forms.ValidationError(_("工号或口令不对，请照着登录条再输一次。"), code="wrong")
            attempt.succeeded()
        return self.cleaned_data

    def sign_in(self, request):
        places.say(request, self.cleaned_data["where"])
        record_authentication(request, self.slip.person, method="slip")
        return perform_login(request, Login(user=self.slip.person))


class SixDigits(forms.CharField):
    def __init__(self, **kwargs):
        attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "input-lg mono", "autofocus": True}
        widget = forms.TextInput(attrs={**attrs, "placeholder": _("6 位数字")})
        super().__init__(**{"max_length": 20, "widget": widget, **kwargs})


class CodeForm(allauth_forms.ConfirmLoginCodeForm):
    """The six digits that came by mail."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"] = SixDigits(label=_("验证码"))
