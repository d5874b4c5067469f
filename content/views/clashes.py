"""Two people changed the same words: what each made of them, and what went together by itself."""

from dataclasses import dataclass

from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from content.text.merging import Origin, Part
from content.text.word_changes import compare_sources
from content.views import taking

WHOSE = {Origin.MINE: _("采用您的"), Origin.THEIRS: _("采用对方的"), Origin.BOTH: _("改得一样")}


@dataclass(frozen=True)
class Place:
    """A place in the text as the screen shows it: changes marked against what both began with."""

    part: Part

    @property
    def mine(self) -> SafeString:
        return self._marked(self.part.my_text)

    @property
    def theirs(self) -> SafeString:
        return self._marked(self.part.their_text)

    @property
    def taken(self) -> SafeString:
        return self._marked(self.part.text)

    @property
    def whose(self):
        return WHOSE[self.part.origin]

    def _marked(self, text):
        return mark_safe(compare_sources(self.part.base_text, text))


def show(request, page, conflict, form, proposal=None):
    """What was sent stays in the form; nothing was saved, so the answer is 409."""
    context = {
        "page": page,
        "theirs": conflict.theirs,
        "begun": Revision.objects.for_instance(page).filter(pk=form.cleaned_data["base"]).first(),
        "form": form,
        "taken": {"proposal": proposal} if proposal else taking.taken(request, page),
        "places": [Place(part) for part in conflict.parts.conflicts],
        "settled": [Place(part) for part in conflict.parts.settled],
    }
    return render(request, "content/conflict.html", context, status=409)
