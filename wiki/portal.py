"""What knowledge adds to the frame and to the workbench."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access import rules
from content.models.pages import words_of
from portal import registry
from ui import shell, words
from ui.days import today
from ui.lines import Line
from wiki.models import Edition, Regulation

AHEAD = timedelta(days=60)  # what comes into force within two months is worth knowing now

shell.rail.register(22, "scroll-text", gettext_lazy("制度"), "wiki:regulations", tab=True)
shell.rail.register(24, "stethoscope", gettext_lazy("病例库"), "wiki:cases")


@registry.card("regulations", 50, "wiki/cards/regulations.html", title=gettext_lazy("适用于我的制度"), lazy=True)
def regulations(user):
    """The regulations this person is bound by that changed last or change soon. One query."""
    # Asked for each edition: there are few of them, and a list of all a person may read would be long.
    binding = Regulation.objects.visible_to(user).filter(pk=OuterRef("regulation"))
    mine = Edition.objects.not_repealed().filter(Exists(binding))
    columns = ("effective_on", "number", "regulation__uid", "regulation__title", "regulation__number")
    latest = mine.filter(effective_on__lte=today() + AHEAD).order_by("-effective_on", "-pk")
    return {"lines": [_line(row) for row in latest.values_list(*columns, named=True)[:6]]}


@registry.slot("page.menu", 10, "wiki/slots/repeal.html")
def repealing(user, page):
    """In the menu of a 制度 that still binds, for who publishes there."""
    if page.specific_class is not Regulation or not Edition.objects.not_repealed().filter(regulation=page.pk).exists():
        return None
    return {"uid": page.uid} if rules.can(user, "publish", page) else None


def _line(row):
    address = reverse("content:page", args=[row.regulation__uid, words_of(row.regulation__title) or "-"])
    facts = (row.regulation__number, _("第 %(number)s 版") % {"number": row.number})
    since = _("%(day)s起施行") % {"day": words.day(row.effective_on)}
    is_coming = row.effective_on > today()
    return Line(row.regulation__title, address, tile="regulation", facts=facts, end=since, is_strong=is_coming)
