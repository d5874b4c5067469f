"""Coming in: with a password, with a slip, as a demo person."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.totp.views import ActivateTOTPView
from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from org import demo, elsewhere, places, second_step, slips
from org.forms.signin import SlipForm


class SignInView(LoginView):
    """The sign-in page; in demo mode with people to click on."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            services=elsewhere.services(),
            demo_people=demo.people() if settings.DEMO else (),
            demo_password=demo.PASSWORD,
            demo_code=demo.code() if settings.DEMO else None,
            was_idle="idle" in self.request.GET,
            **kwargs,
        )


class SetUpView(ActivateTOTPView):
    """The authenticator is set up with a QR code."""

    def form_valid(self, form):
        response = super().form_valid(form)
        second_step.begin(self.request)
        return response


class SecondStepView(AuthenticateView):
    """The code from the authenticator; a demo shows the one of its administrator."""

    def get_context_data(self, **kwargs):
        is_shown = settings.DEMO and self.stage.login.user.number == demo.ADMINISTRATOR
        return super().get_context_data(**kwargs) | {"demo_code": demo.code() if is_shown else ""}


@never_cache
@sensitive_post_parameters("code")
def sign_in_by_slip(request):
    """Once, and then an own password is set."""
    if request.user.is_authenticated:
        return HttpResponseRedirect("/")
    form = SlipForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not slips.use(form.slip):
            keepers = slips.keepers(form.slip.person)
            return render(request, "org/slip_ended.html", {"slip": form.slip, "keepers": keepers}, status=410)
        return form.sign_in(request)
    return render(request, "org/slip.html", {"form": form})


@require_POST
def sign_in_as_demo(request):
    """A click on a demo person; the second step is asked for all the same."""
    person = demo.find(request.POST.get("number", "")) if settings.DEMO else None
    if person is None:
        raise Http404
    places.say(request, places.Where.OWN)
    record_authentication(request, person, method="demo")
    return perform_login(request, Login(user=person, redirect_url=get_next_redirect_url(request)))


@require_POST
def go_elsewhere(request, key):
    """To the identity service, by a page of our own: the policy forbids a form to end at another site."""
    if key not in settings.ELSEWHERE:
        raise Http404
    places.say(request, request.POST.get("where"))
    try:
        answer = elsewhere.begin(request, key)
    except ImmediateHttpResponse as refused:
        return refused.response
    if answer.status_code != 302:
        return answer
    return render(request, "org/going.html", {"address": answer.url})


def come_from_elsewhere(request, key):
    """The identity service sends people back here."""
    if key not in settings.ELSEWHERE:
        raise Http404
    return elsewhere.complete(request, key)


def closed(request, *args, **kwargs):
    """A door of allauth that this house does not have."""
    raise Http404
