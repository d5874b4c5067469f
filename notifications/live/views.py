"""What pages ask by themselves: numbers where lines are forbidden, the words of urgent notices, what is new."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from notifications import registry, showing
from notifications.live import numbers
from notifications.models import Notice

SHOWN = 3  # urgent notices above a page


@require_safe
def unread(request):
    """Asked every few seconds, so nobody counts as present by it."""
    request.is_by_itself = True
    return JsonResponse(numbers.of(request.user)._asdict())


@require_safe
def urgent(request):
    request.is_by_itself = True
    waiting = Notice.objects.of(request.user).unread().filter(kind__in=registry.urgent_names()).select_related("actor")
    notices = showing.show(request.user, waiting[:SHOWN])
    more = max(request.user.urgent - len(notices), 0)
    return render(request, "notifications/urgent.html", {"notices": notices, "more": more})


@require_safe
def news(request):
    """The bar above the inbox; nothing where nothing came after what it shows."""
    request.is_by_itself = True
    after = request.GET.get("after", "")
    after = int(after) if after.isdecimal() and len(after) < 19 else 0
    count = Notice.objects.of(request.user).filter(pk__gt=after).count()
    if not count:
        return HttpResponse(status=204)
    return render(request, "notifications/news.html", {"count": count, "after": after})
