"""Password and mail of one's own."""

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from org import mail_change
from org.forms.own import MailCodeForm, MailForm, OwnPasswordForm


@sensitive_post_parameters("password1", "password2")
def own_password(request):
    """After a slip: a password of one's own comes before anything else."""
    if request.user.is_anonymous:
        return redirect("account_login")
    if not request.user.must_change_password:
        return redirect("account_change_password")
    form = OwnPasswordForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        get_adapter().set_password(request.user, form.cleaned_data["password1"])
        update_session_auth_hash(request, request.user)
        if form.cleaned_data.get("mail"):
            mail_change.begin(request, form.cleaned_data["mail"])
            return redirect("org:mail_code")
        return redirect("/")
    return render(request, "org/own_password.html", {"form": form})


@reauthentication_required(app="org")
def mail(request):
    """Where codes are sent to. Whoever finds a PC left open cannot change it."""
    form = MailForm(request.POST or None, initial={"mail": request.user.email})
    if request.method == "POST" and form.is_valid():
        mail_change.begin(request, form.cleaned_data["mail"])
        return redirect("org:mail_code")
    return render(request, "org/mail.html", {"form": form})


def mail_code(request):
    """The code from the mail, which shows that it is one's own."""
    change = mail_change.pending(request)
    if change is None:
        return redirect("org:mail")
    form = MailCodeForm(request.POST or None, change=change)
    if request.method != "POST":
        return render(request, "org/mail_code.html", {"form": form, "change": change})
    if not form.is_valid():
        mail_change.count_try(request, change)
        return render(request, "org/mail_code.html", {"form": form, "change": change})
    if mail_change.finish(request, change):
        messages.success(request, _("邮箱已登记，以后可以用它登录和找回密码。"))
    else:
        messages.error(request, _("这个邮箱刚刚被别的账号登记了，请换一个。"))
    return redirect("org:sessions")
