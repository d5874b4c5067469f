"""What people change about their own account: password, mail, second step."""

from allauth.account import forms as allauth_forms
from allauth.core import context
from allauth.mfa.base import forms as second_step_forms
from allauth.mfa.totp import forms as totp_forms
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from org import second_step
from org.forms.signin import PasswordField, SixDigits


class NewPassword:
    """Twice the same, and none that is easy to guess. Takes the place of allauth's fields of the same names."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"] = PasswordField(_("新密码"), "new-password")
        self.fields["password2"] = PasswordField(_("再输一次"), "new-password")

    def clean_password1(self):
        validate_password(self.cleaned_data["password1"], self.user)
        return self.cleaned_data["password1"]

    def clean_password2(self):
        password = self.cleaned_data["password2"]
        if "password1" in self.cleaned_data and password != self.cleaned_data["password1"]:
            raise forms.ValidationError(_("两次输入的不一样。"))
        return password


class OwnPasswordForm(NewPassword, forms.Form):
    """The first password of one's own, and a mail for the day it is forgotten."""

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        if not user.email:
            self.fields["mail"] = MailField(required=False, help_text=_("填了以后，忘记密码时可以自己找回"))


class ForgottenPasswordForm(NewPassword, allauth_forms.ResetPasswordKeyForm):
    pass


class SetPasswordForm(NewPassword, allauth_forms.SetPasswordForm):
    pass


class ChangePasswordForm(NewPassword, allauth_forms.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"] = PasswordField(_("现在的密码"), "current-password")


class ReauthenticateForm(allauth_forms.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"] = PasswordField(_("密码"), "current-password")


class MailField(forms.EmailField):
    def __init__(self, **kwargs):
        widget = forms.EmailInput(attrs={"autocomplete": "email"})
        super().__init__(**{"label": _("邮箱"), "max_length": 254, "widget": widget, **kwargs})

    def clean(self, value):
        return super().clean(value).lower()


class MailForm(forms.Form):
    """The mail that codes are sent to."""

    mail = MailField()


class MailCodeForm(forms.Form):
    """The code that shows the mail is one's own."""

    code = SixDigits(label=_("验证码"))

    def __init__(self, *args, change, **kwargs):
        super().__init__(*args, **kwargs)
        self.change = change

    def clean_code(self):
        if not self.change.fits(self.cleaned_data["code"]):
            raise forms.ValidationError(_("验证码不对，请看最新的一封邮件。"))
        return self.cleaned_data["code"]


class WithSixDigits:
    """allauth's forms for codes, with a field that fits six digits."""

    says = _("动态码或备用码")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"] = SixDigits(label=self.says)


class ActivateForm(WithSixDigits, totp_forms.ActivateTOTPForm):
    says = _("动态码")


class SecondStepForm(WithSixDigits, second_step_forms.AuthenticateForm):
    def save(self):
        super().save()
        second_step.prove(context.request, self.user)


class SecondStepAgainForm(WithSixDigits, second_step_forms.ReauthenticateForm):
    def save(self):
        super().save()
        second_step.prove(context.request, self.user)
