"""自定义常用: a person's own quick links."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal import actions, links
from portal.forms import OwnLinkForm
from portal.models import ModuleLink
from portal.views.modules import new_order
from ui.partials import is_htmx


@require_http_methods(["GET", "HEAD", "POST"])
def quick_links(request):
    """What is there, what could be, and the one form for an own address."""
    form = OwnLinkForm(request.POST if "address" in request.POST else None)
    if request.method == "POST":
        try:
            if _do(request, form):
                return redirect("portal:quick_links")
        except ValidationError as error:
            messages.error(request, error.message)
            return redirect("portal:quick_links")
    modules = links.modules_for(request.user)
    own = links.own_doors(request.user, modules)
    doors = own or [links.door_of(module) for module in modules[: links.MOST]]
    here = {door.module.pk for door in doors if door.module}
    context = {
        "doors": doors,
        "others": [module for module in modules if module.pk not in here],
        "is_own": bool(own),
        "most": links.MOST,
        "is_full": len(doors) >= links.MOST,
        "form": form,
    }
    return render(request, "portal/quick_links.html", context)


@require_POST
def order(request):
    keys = [actions.key_of(link) for link in actions.arrange(request.user)]
    actions.put_own_in_order(request.user, new_order(request.POST, keys))
    return HttpResponse(status=204) if is_htmx(request) else redirect("portal:quick_links")


def _do(request, form) -> bool:
    """What the pressed button says; false when the form has to be shown again."""
    user, posted = request.user, request.POST
    if "add" in posted:
        module = get_object_or_404(ModuleLink.objects.visible_to(user), uid=posted["add"])
        actions.add_module(user, module)
    elif "remove" in posted:
        actions.take_out(user, posted["remove"])
        messages.success(request, _("已移出常用"))
    elif "reset" in posted:
        actions.as_the_hospital_has_it(user)
        messages.success(request, _("已恢复医院的安排"))
    elif form.is_valid():
        actions.add_own(user, **form.cleaned_data)
    else:
        return False
    return True
