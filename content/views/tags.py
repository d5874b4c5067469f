"""Pages that bear a tag."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe
from taggit.models import Tag

from content.models import ContentPage
from ui.pagination import paginate


@require_safe
def tag(request, slug):
    """404 unless the reader may see a page with the tag: a tag alone can already tell too much."""
    found = Tag.objects.filter(slug=slug).first()
    pages = ContentPage.objects.pages().visible_to(request.user).filter(tagged_items__tag=found).distinct()
    page = paginate(request, pages.for_list().order_by("-last_published_at", "pk"))
    if found is None or not page.object_list:
        raise Http404
    return render(request, "content/tag.html", {"tag": found, "pages": page})
