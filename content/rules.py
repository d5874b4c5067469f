"""Who may do what with pages. The whole answer is here (docs/architecture.md, “One door”)."""

from django.db.models import F, Q

from access import rules
from access.models.grants import GrantVerb
from access.reach import reach_of
from content.models import ContentPage, Draft, Removal, SpaceRequest
from org.choices import RoleKind

ACTIONS = (
    *("view", "take", "draft", "create", "edit", "publish", "move", "remove"),
    *("approve", "override", "keep", "steward"),
)
WRITTEN = Q(space__isnull=False) & ~Q(pk=F("space"))  # not the spaces themselves: those their stewards keep


@rules.register(ContentPage)
class PagePolicy(rules.RulePolicy):
    """Live text follows the scope; drafts are for those who write, approve or were invited by name.

    view: read the live text · take: download its attachments · draft: read drafts, history and the bin ·
    create: write pages below · edit: change · publish: make live, in a space or below · move · remove: to the bin ·
    approve: decide on a change · keep: lock it, hand it over, choose its readers among those of its place ·
    override: let a change go live past its approval · steward: settings of the space.
    """

    actions = ACTIONS

    def rule(self, user, action) -> Q:
        reach = reach_of(user)
        readable = Q(scope__in=reach.scopes)
        granted = {verb: Q(space__isnull=False, pk__in=reach.granted(verb, ContentPage)) for verb in GrantVerb.values}
        if action == "view":
            return Q(live=True) & (readable | granted["view"] | granted["edit"] | granted["draft"])
        if action == "take":
            kept = Q(maintainer=user.pk) | self.stewards(reach)
            return (self.rule(user, "view") | self.rule(user, "draft")) & (Q(space__is_view_only=False) | kept)
        if action == "draft":
            return readable & (self.writers(user, reach) | self.approvers(reach)) | granted["draft"] | granted["edit"]
        if action == "approve":
            return readable & self.approvers(reach)
        if action == "steward":
            return readable & self.stewards(reach) | Q(pk=F("space")) & self.administrators(reach)
        if action == "keep":
            return WRITTEN & readable & (Q(maintainer=user.pk) | self.stewards(reach))
        if action == "override":
            return readable & self.administrators(reach)
        if action in ("create", "publish"):
            return readable & self.writers(user, reach)
        if action == "edit":
            return WRITTEN & (readable & self.writers(user, reach) | granted["edit"])
        return WRITTEN & readable & self.writers(user, reach)

    def writers(self, user, reach) -> Q:
        return Q(maintainer=user.pk) | Q(space__editors__in=reach.audiences) | self.stewards(reach)

    def stewards(self, reach) -> Q:
        return Q(space__stewards__in=reach.audiences)

    def approvers(self, reach) -> Q:
        return _within("space__unit__path", reach.role_paths(RoleKind.APPROVER))

    def administrators(self, reach) -> Q:
        """Of their part of the tree: they keep the settings of its spaces, without reading what is in them."""
        return _within("space__unit__path", reach.role_paths(RoleKind.ADMINISTRATOR))


@rules.register(Removal)
class RemovalPolicy(rules.RulePolicy):
    """What waits in the bin is seen and brought back by who removed or maintains it, and by who keeps the space."""

    actions = ("view", "restore", "purge")

    def rule(self, user, action) -> Q:
        reach = reach_of(user)
        keepers = Q(from_space__stewards__in=reach.audiences, from_space__scope__in=reach.scopes)
        if action == "purge":
            return keepers
        return keepers | Q(from_space__scope__in=reach.scopes) & (Q(by=user.pk) | Q(page__maintainer=user.pk))


@rules.register(Draft)
class DraftPolicy(rules.RulePolicy):
    """A draft is nobody's but its writer's."""

    def rule(self, user, action) -> Q:
        return Q(person=user.pk)


@rules.register(SpaceRequest)
class SpaceRequestPolicy(rules.RulePolicy):
    """Who asked reads it; librarians and administrators of the unit or above decide."""

    actions = ("view", "decide")

    def rule(self, user, action) -> Q:
        reach = reach_of(user)
        makers = (RoleKind.LIBRARIAN, RoleKind.ADMINISTRATOR)
        deciders = _within("unit__path", [path for role in makers for path in reach.role_paths(role)])
        return deciders if action == "decide" else deciders | Q(person=user.pk)


def _within(column, paths) -> Q:
    within = rules.NO_ONE
    for path in paths:
        within |= Q(**{f"{column}__startswith": path})
    return within
