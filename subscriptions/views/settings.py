"""Open a channel, and decide how it works."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access import rules
from content.actions.spaces import may_make_spaces, units_of_maker
from files.actions import receive
from files.errors import Refused
from files.models import Picture
from org.models import User
from subscriptions.actions import channels
from subscriptions.forms import ChannelForm, NewChannelForm
from subscriptions.models import Channel
from subscriptions.views.finding import channel_for


@require_http_methods(["GET", "POST"])
def new(request):
    """For administrators and librarians."""
    if not may_make_spaces(request.user):
        raise Http404
    form = NewChannelForm(request.POST or None, units=units_of_maker(request.user))
    if request.method == "POST" and form.is_valid():
        made = channels.open_channel(by=request.user, **form.settings())
        messages.success(request, _("订阅号开好了。"))
        reader = User.objects.get(pk=request.user.pk)  # with the rights of this moment
        return redirect(made if rules.can(reader, "view", made) else "subscriptions:index")
    return render(request, "subscriptions/settings.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def settings(request, slug):
    """For its stewards and administrators of the part of the tree it belongs to."""
    found = get_object_or_404(Channel.objects.may(request.user, "steward").select_related("unit", "picture"), slug=slug)
    form = ChannelForm(request.POST or None, initial=ChannelForm.initial_of(found))
    if request.method == "POST" and form.is_valid():
        channels.change(found, by=request.user, **form.settings())
        messages.success(request, _("已保存，马上生效。"))
        stays = rules.can(User.objects.get(pk=request.user.pk), "steward", found)
        return redirect("subscriptions:settings", slug) if stays else redirect("subscriptions:index")
    context = {"form": form, "channel": found}
    return render(request, "subscriptions/settings.html", context, status=422 if form.errors else 200)


@require_POST
def picture(request, slug):
    """The channel's own picture; none is taken away."""
    found, held = channel_for(request, slug), None
    rules.require(request.user, "create", found)
    try:
        if "picture" in request.FILES:
            held = receive(request.FILES["picture"], by=request.user, about=found)
        channels.show_picture(found, held if isinstance(held, Picture) else None, by=request.user)
    except Refused as why:
        messages.error(request, str(why))
    return redirect("subscriptions:desk", slug)
