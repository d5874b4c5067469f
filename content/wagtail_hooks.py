"""Where Wagtail's admin leads to the same actions as our screens."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks

from content.actions import placing
from content.errors import WritingError
from content.models import ContentPage


@hooks.register("before_delete_page")
def to_the_bin(request, page):
    """Deleting in the admin is the same as here: into the bin, to be brought back for thirty days."""
    if request.method != "POST":
        return None
    parent = page.get_parent()
    try:
        placing.remove(page, by=request.user)
    except WritingError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("已放进回收站，保留 30 天。"))
    return redirect("wagtailadmin_explore", parent.pk)


@hooks.register("before_create_page")
@hooks.register("before_copy_page")
@hooks.register("before_move_page")
def with_our_screens(request, page, *more):
    """New pages, copies and moves go through the product, which knows readers, spaces and approvals."""
    messages.info(request, _("请在知识库里新建、复制或移动页面。"))
    return redirect(page.get_absolute_url() if page.space_id else "content:library")


@hooks.register("construct_page_chooser_queryset")
def of_what_one_may_see(pages, request):
    """Browsed or searched; Wagtail offers every page there is, and opens whichever one names."""
    seen = ContentPage.objects.visible_to(request.user) | ContentPage.objects.may(request.user, "draft")
    opened = request.resolver_match.kwargs.get("parent_page_id")
    if opened and not ContentPage.objects.filter(pk=opened).filter(pk__in=seen.values("pk")).exists():
        raise Http404
    return pages.filter(pk__in=seen.values("pk"))
