"""What one maintains: the list, giving pages to a colleague, locking one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from content.actions import life
from content.errors import WritingError
from content.forms.life import HandOverForm
from content.models import ContentPage
from ui.pagination import paginate

MOST = 200  # pages of one handing over


@require_safe
def maintained(request):
    """我维护的页面, those to be reviewed first. The same number of queries for any number of pages."""
    mine = ContentPage.objects.pages().may(request.user, "keep").filter(maintainer=request.user).for_list()
    pages = paginate(request, mine.order_by("valid_until", "title", "pk"))
    return render(request, "content/maintained.html", {"pages": pages})


@require_http_methods(["GET", "POST"])
def hand_over(request):
    """Give the pages named by `page` (uids) to a colleague; pages one does not keep are as if they were not there."""
    asked = (request.POST or request.GET).getlist("page")[:MOST]
    pages = ContentPage.objects.pages().may(request.user, "keep").filter(uid__in=asked)
    form = HandOverForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and asked:
        person, reason = form.cleaned_data["person"], form.cleaned_data["reason"]
        try:
            done = life.hand_over(pages, to=person, by=request.user, reason=reason)
        except WritingError as error:
            form.add_error(None, str(error))
        else:
            _tell(request, done, person)
            return redirect("content:maintained")
    context = {"pages": list(pages.for_list().order_by("title")), "form": form}
    return render(request, "content/hand_over.html", context, status=422 if form.errors else 200)


def _tell(request, done, person):
    given = len(done.given)
    if given:
        words = ngettext("已把 %(count)s 页交给 %(name)s。", "已把 %(count)s 页交给 %(name)s。", given)
        messages.success(request, words % {"count": given, "name": person.name})
    for page in done.unreadable:
        messages.error(request, _("《%(title)s》没有交出：对方看不到这一页。") % {"title": page.title})


@require_POST
def lock(request, uid):
    """Lock, or unlock with `open`."""
    page = get_object_or_404(ContentPage.objects.pages().may(request.user, "keep"), uid=uid)
    if "open" in request.POST:
        life.unlock(page, by=request.user)
        messages.success(request, _("已解锁，大家可以修改了。"))
        return redirect("content:draft", uid=uid)
    try:
        life.lock(page, by=request.user)
    except WritingError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("已锁定，只有您能修改；读者照常能看。"))
    return redirect("content:draft", uid=uid)
