"""Who may see and settle what is said about pages, and what is proposed for them."""

from django.db.models import Q

from access import rules
from content.models import Comment, ContentPage, Proposal


@rules.register(Comment)
class CommentPolicy(rules.RulePolicy):
    """Whoever reads the live text reads what was said of it; what was said of the draft is for those who see drafts.

    view · edit: the own words · remove: the own, and for who keeps the page any · resolve: who began it, who edits.
    """

    actions = ("view", "edit", "remove", "resolve")

    def rule(self, user, action) -> Q:
        view = Q(on_draft=False, page__in=_pages(user, "view")) | Q(page__in=_pages(user, "draft"))
        mine = Q(by=user.pk)
        if action == "view":
            return view
        if action == "edit":
            return view & mine & Q(removed_at=None)
        if action == "remove":
            return view & Q(removed_at=None) & (mine | Q(page__in=_pages(user, "keep")))
        return view & Q(answers=None) & (mine | Q(page__in=_pages(user, "edit")))


@rules.register(Proposal)
class ProposalPolicy(rules.RulePolicy):
    """view: who proposed it, while the page may be read, and who edits the page · change: the own · decide: editors."""

    actions = ("view", "change", "decide")

    def rule(self, user, action) -> Q:
        mine, edited = Q(by=user.pk, page__in=_pages(user, "view")), Q(page__in=_pages(user, "edit"))
        return {"view": mine | edited, "change": mine, "decide": edited}[action]


def _pages(user, action):
    return ContentPage.objects.may(user, action).order_by().values("pk")
