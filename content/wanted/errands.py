"""What waits for those who could write a page that is missing, and what their space shows of it."""

from datetime import timedelta

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from access import rules
from portal import registry
from portal.registry import Errand
from search.models import Missing, Wish
from ui import words
from ui.days import today
from ui.lines import Line

SHOWN = 6  # in a space
SHOWN_FOR = timedelta(days=28)  # after their week


@registry.waiting
class Wishes(registry.Waiting):
    """Pages colleagues looked for in vain and asked this person for."""

    name, order, label = "wishes", 40, gettext_lazy("请您来写")

    def asked(self, user):
        waiting = rules.allowed(user, "answer", Wish.objects.waiting()).annotate(voices=Count("wishers"))
        return waiting.order_by("asked_at", "pk")[: registry.MOST + 1]

    def errand(self, row):
        title = _("没有搜到“%(phrase)s”，请您来写") % {"phrase": row.phrase}
        asked = ngettext("%(count)d 位同事找过", "%(count)d 位同事找过", row.voices) % {"count": row.voices}
        facts = (self.label, asked, words.clock(row.asked_at))
        return Errand(Line(title, reverse("search:wish_one", args=[row.pk]), "article", "search", facts=facts))


@registry.slot("space.side", 10, "content/slots/missing.html")
def missing(user, space):
    """大家在找，还没有: for who may write it. One query where nothing is missing, two where something is."""
    found = Missing.objects.filter(space_id=space.pk, monday__gte=today() - SHOWN_FOR)
    phrases = {each.phrase: each for each in reversed(found[: 4 * SHOWN])}
    rows = sorted(phrases.values(), key=lambda each: each.people, reverse=True)[:SHOWN]
    return {"rows": rows, "space": space} if rows and rules.can(user, "create", space) else None
