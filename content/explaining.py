"""Pages and spaces say on which levels they are read, so that a screen can tell why somebody may."""

from django.db.models import Q
from django.utils.translation import gettext as _

from access import explain
from access.explain import Level
from content.models import ContentPage, Space
from content.roots import bin_page


@explain.register
class Pages(explain.Explained):
    model = ContentPage

    def find(self, uid):
        """By uid, or by the name of a space in its address; what lies in the bin is not found."""
        pages = ContentPage.objects.exclude(space=None).exclude(path__startswith=bin_page().path)
        return pages.filter(Q(uid=uid) | Q(as_space__slug=uid)).select_related("space__unit").first()

    def levels(self, page):
        space = Space.objects.get(pk=page.space_id)
        above = ContentPage.objects.ancestor_of(page).filter(depth__gt=space.depth, audience__isnull=False)
        levels = [Level(_("空间"), space.title, space.readers_id, space.stewards_id)]
        levels += [Level(_("上级页面"), each.title, each.audience_id, space.stewards_id) for each in above]
        if page.pk != space.pk:
            stewards = space.stewards_id if page.audience_id else None
            levels.append(Level(_("这一页"), page.title, page.audience_id, stewards))
        return levels

    def unit(self, page):
        return page.space.unit
