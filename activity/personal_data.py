"""What this room holds about people (P24): what they read, favour, watch and find useful."""

from django.utils.translation import gettext_lazy as _

from activity.models import Favourite, Reaction, Visit, Watch
from org.personal_data import Holding, register


class Own(Holding):
    """Rows of the person alone, which nobody else needs."""

    model, columns = None, ()

    def export(self, person):
        return list(self.model.objects.filter(person=person).values("about_type__model", "about_id", *self.columns))

    def erase(self, person):
        self.model.objects.filter(person=person).delete()
        return []


class Visits(Own):
    name, label, model, columns = "visits", _("最近访问"), Visit, ("at", "place")


class Favourites(Own):
    name, label, model, columns = "favourites", _("收藏"), Favourite, ("since",)


class Watches(Own):
    name, label, model, columns = "watches", _("关注"), Watch, ("level", "since")


class Reactions(Own):
    name, label, model, columns = "reactions", _("有用与没用"), Reaction, ("is_useful", "at")


for holding in (Visits, Favourites, Watches, Reactions):
    register(holding())
