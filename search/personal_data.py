"""What this room holds about people (P24): what they searched and asked for. Nobody else needs either."""

from django.utils.translation import gettext_lazy as _

from org.personal_data import Holding, register
from search import history
from search.models import HistoryOff, PastSearch, Wisher


class Searches(Holding):
    name, label = "searches", _("搜索记录")

    def export(self, person):
        columns = ("phrase", "at", "found", "opened")
        return list(PastSearch.objects.of(person).values(*columns))

    def erase(self, person):
        history.forget_all(person)
        HistoryOff.objects.filter(person=person).delete()
        return []


class Wishes(Holding):
    name, label = "wishes", _("请维护人写过的")

    def export(self, person):
        return list(Wisher.objects.filter(person=person).values("wish__phrase", "question", "at"))

    def erase(self, person):
        Wisher.objects.filter(person=person).delete()
        return []


register(Searches())
register(Wishes())
