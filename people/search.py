"""Colleagues among what can be found: by name, pinyin, initials or number."""

from django.db.models import Case, IntegerField, Prefetch, Value, When
from django.utils.translation import gettext_lazy

from org.models import Membership, User
from search import registry
from search.registry import Hit


@registry.register
class Colleagues(registry.Live):
    name, label, order = "person", gettext_lazy("同事"), 90
    browse, browse_label = "people:directory", gettext_lazy("到通讯录里找")
    model = User

    def seen_by(self, user):
        return super().seen_by(user).filter(is_active=True)

    def may_find(self, query):
        return super().may_find(query) and User.objects.matching("".join(query.words)).order_by().exists()

    def matching(self, things, words):
        """Whole, as people type names: “lin xiaoman”, “lxm”, “小满”."""
        typed = "".join(words)
        begins = Case(When(name__istartswith=typed, then=Value(0)), default=Value(1), output_field=IntegerField())
        return things.matching(typed).annotate(closeness=begins).order_by("closeness", "pinyin", "pk")

    def for_hits(self, things):
        today = Membership.objects.today().select_related("unit", "position")
        posts = Prefetch("memberships", queryset=today, to_attr="posts")
        return things.only("uid", "name", "number", "face").prefetch_related(posts)

    def hit(self, thing):
        post = next(iter(thing.posts), None)
        where = f"{post.unit} · {post.position}" if post else ""
        url, facts = thing.get_absolute_url(), (thing.number,)
        return Hit(thing.name, url, self.label, uid=thing.uid, tile="person", path=where, facts=facts, person=thing)
