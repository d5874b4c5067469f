"""A colleague's page, and one's own to edit."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from access import rules
from org.models import User
from people.actions import profiles as actions
from people.actions.errors import Refused
from people.forms.profiles import PictureForm, ProfileForm
from people.places import posts_of
from people.showing import is_seen, profile_of


@require_safe
def profile(request, uid):
    person = get_object_or_404(rules.allowed(request.user, "view", User.objects.all()), uid=uid)
    profile, posts = profile_of(person), posts_of(person)
    main = posts[0] if posts else None
    context = {
        "person": person,
        "profile": profile,
        "reading": profile.reading or person.pinyin,
        "posts": posts,
        "main": main,
        "sees_phone": is_seen(profile.phone_seen_by, person, posts, request.user),
        "sees_email": is_seen(profile.email_seen_by, person, posts, request.user),
        "may_administer": rules.can(request.user, "administer", person),
    }
    return render(request, "people/profile.html", context)


def edit(request):
    """One's own profile: what HR keeps is shown and locked, the rest is optional."""
    profile = profile_of(request.user)
    form = ProfileForm(request.POST or None, instance=profile)
    if request.method == "POST" and form.is_valid():
        actions.keep(form.save(commit=False))
        messages.success(request, _("已保存"))
        return redirect("people:edit")
    return _page(request, profile, form, PictureForm())


@require_POST
def show_picture(request):
    form = PictureForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            actions.show_picture(request.user, form.cleaned_data["picture"])
        except Refused as refused:
            form.add_error("picture", str(refused))
        else:
            messages.success(request, _("头像换好了"))
            return redirect("people:edit")
    profile = profile_of(request.user)
    return _page(request, profile, ProfileForm(instance=profile), form, status=400)


@require_POST
def hide_picture(request):
    actions.hide_picture(request.user)
    return redirect("people:edit")


def _page(request, profile, form, picture_form, status=None):
    context = {
        "profile": profile,
        "form": form,
        "picture_form": picture_form,
        "reading": profile.reading or request.user.pinyin,
        "posts": posts_of(request.user),
    }
    return render(request, "people/edit.html", context, status=status)
