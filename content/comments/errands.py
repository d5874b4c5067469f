"""Proposals wait for whoever maintains the page or keeps its space."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.reach import reach_of
from content.lines import page_line, page_rows
from content.models import ContentPage, Proposal
from portal import registry
from portal.registry import Errand
from ui import words


@registry.waiting
class Proposals(registry.Waiting):
    name, order, label = "proposals", 22, gettext_lazy("修改建议")

    def asked(self, user):
        mine = Q(maintainer=user.pk) | Q(space__stewards__in=reach_of(user).audiences)
        proposed = Proposal.objects.waiting().order_by().values("page")
        return page_rows(ContentPage.objects.may(user, "edit").filter(mine, pk__in=proposed))

    def rows(self, user):
        pages = {page.pk: page for page in super().rows(user)}
        waiting = Proposal.objects.waiting().filter(page__in=pages).select_related("by").defer("body", "base_body")
        return [(pages[row.page_id], row) for row in waiting.order_by("at")[: registry.MOST + 1]] if pages else []

    def errand(self, row):
        page, proposal = row
        title = _("%(who)s 建议修改《%(title)s》") % {"who": proposal.by.name, "title": page.title}
        facts = (self.label, words.clock(proposal.at), proposal.reason)
        line = page_line(page, title=title, url=proposal.get_absolute_url(), icon="file-pen", facts=facts)
        return Errand(line, template="content/errands/proposal.html")
