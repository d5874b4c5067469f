"""The tree beside a page: the levels on the way down, their pages, and what stands above. One query."""

from dataclasses import dataclass, field
from datetime import date
from html import escape

from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from access.prepared import Given, prepared
from access.reach import reach_of
from content.models import ContentPage
from content.models.pages import standing_of
from ui.days import today
from ui.icons import icon

STEP = ContentPage.steplen
SHOWN_A_LEVEL = 60  # more are loaded when asked for; a level may hold thousands
COLUMNS = ("pk", "path", "depth", "has_visible", "uid", "title", "valid_until", "binds_from", "binds_until")


@dataclass
class Node:
    """A page as the tree shows it."""

    pk: int
    path: str
    depth: int
    has_children: bool
    uid: str
    title: str
    valid_until: date | None = None
    binds_from: date | None = None
    binds_until: date | None = None
    is_current: bool = False
    is_open: bool = False
    children: list["Node"] = field(default_factory=list)

    @property
    def url(self):
        """Like get_absolute_url; written out, since a tree has a hundred of them and `reverse` costs 15 µs each."""
        return f"/wiki/{self.uid}/-"

    @property
    def branch_url(self):
        return f"/wiki/{self.uid}/branch/"

    @property
    def is_overdue(self):
        return self.valid_until is not None and self.valid_until < today()

    @property
    def html(self) -> SafeString:
        """With its open children."""
        return mark_safe(self.written(_words()))

    def written(self, words) -> str:
        """By hand: a page shows a hundred, and a template needs 20 µs for each."""
        title, twist, standing, overdue, inside = escape(self.title), "", "", "", ""
        if self.has_children:
            twist = _twist(self.uid, title, bool(self.children), words)
        if self.valid_until is not None and self.is_overdue:
            overdue = words.overdue
        if self.binds_from or self.binds_until:
            standing = standing_of(self.binds_from, self.binds_until)
        if self.children:
            inside = f'<ul class="tree">{"".join([child.written(words) for child in self.children])}</ul>'
        current = ' aria-current="page"' if self.is_current else ""
        said = f'<span class="n">{standing}</span>' if standing else ""
        return f'<li>{twist}<a href="{self.url}"{current}>{title}{said}{overdue}</a>{inside}</li>'


@dataclass(frozen=True)
class Words:
    """What is said at the nodes of a tree, looked up once for all of them."""

    opens: str
    arrow: str
    overdue: str


def _words() -> Words:
    overdue = _("已过有效期")
    dot = f'<span class="tree-dot" title="{overdue}"></span><span class="vh">{overdue}</span>'
    return Words(_("展开"), icon("chevron-right"), dot)


def written(nodes) -> SafeString:
    """A level with what is opened below it."""
    words = _words()
    inside = "".join([node.written(words) for node in nodes])
    return mark_safe(f'<ul class="tree">{inside or _nothing()}</ul>')


def _nothing():
    return f'<li class="t3 small">{_("这里还没有页面")}</li>'


def twist_of(page, is_open) -> SafeString:
    """The button that opens and closes what is below a page."""
    return mark_safe(_twist(page.uid, escape(page.title), is_open, _words()))


def _twist(uid, title, is_open, words):
    return (
        f'<button class="twist" type="button" aria-expanded="{"true" if is_open else "false"}"'
        f' aria-label="{words.opens} {title}" data-action="tree#toggle" data-url="/wiki/{uid}/branch/">'
        f"{words.arrow}</button>"
    )


@dataclass(frozen=True)
class More:
    """Where a level goes on, `before` or `after` the path of the node at its edge."""

    parent: str  # uid
    side: str
    path: str

    is_more = True

    @property
    def url(self):
        return f"/wiki/{self.parent}/branch/?{self.side}={self.path}"

    @property
    def html(self) -> SafeString:
        return mark_safe(self.written())

    def written(self, _words=None) -> str:
        return f'<li><a class="tree-more" href="{self.url}" data-action="tree#more">{_("显示更多")}</a></li>'


@dataclass(frozen=True)
class Shelf:
    """The space a page stands in, as its reader may know it: a guest of one page learns neither name nor way."""

    title: str
    icon: str
    url: str

    @classmethod
    def of(cls, user, space):
        if space.scope_id in reach_of(user).scopes:
            return cls(space.title, space.icon, space.get_absolute_url())
        return cls(_("单独开放的页面"), "lock", reverse("content:library"))


@dataclass(frozen=True)
class Outline:
    """What stands around a page: its space, the way down to it, and the tree of the space opened along it."""

    shelf: Shelf
    above: list[Node]
    roots: list[Node]

    @property
    def parent(self) -> Node | Shelf:
        return self.above[-1] if self.above else self.shelf

    @property
    def crumbs(self) -> SafeString:
        """The way from the space to the page, as entries of a list."""
        way = (self.shelf, *self.above)
        return mark_safe("".join(f'<li><a href="{each.url}">{escape(each.title)}</a></li>' for each in way))

    @property
    def tree(self) -> SafeString:
        return written(self.roots)


def outline(user, path, space) -> Outline:
    """The tree of a space, opened down to the page at `path` and one level below it."""
    ends = range(len(space.path), len(path) + 1, STEP)
    way = [path[:end] for end in ends]
    given = {f"parent_{depth}": each for depth, each in enumerate(way)}
    given |= {f"end_{depth}": each + "~" for depth, each in enumerate(way)}
    nodes = [Node(*row) for row in prepared(_opened, user, len(space.path) // STEP + 1, len(way))(**given)]
    by_path = {node.path: node for node in nodes}
    roots: list[Node | More] = []
    shown, cuts = _windows(nodes, path)
    for node in shown:
        node.is_current = node.path == path
        node.is_open = path.startswith(node.path) and node.has_children
        parent = by_path.get(node.path[:-STEP])
        (parent.children if parent else roots).append(node)
    for above_path, cut in cuts.items():
        parent = by_path.get(above_path)
        _say_more(parent.children if parent else roots, parent or space, *cut)
    above = [by_path[each] for each in way if each in by_path and each != path]
    return Outline(Shelf.of(user, space), above, roots)


def _opened(user, first, many):
    """The levels of an opened tree, the first one at this depth; which ones is given when it is asked."""
    levels = Q()
    for number in range(many):
        parent, end = (Given(f"{name}_{number}", CharField()) for name in ("parent", "end"))
        levels |= Q(depth=first + number, path__gt=parent, path__lt=end)
    return _rows(user, levels)


def level(user, parent, *, after="", before="") -> list[Node | More]:
    """The visible children of a page, as the tree loads them, from the path `after` on or those up to `before`."""
    rows = _rows(user, below(parent.path) & (Q(path__lt=before) if before else Q(path__gt=after or parent.path)))
    nodes = [Node(*row) for row in rows.order_by("-path" if before else "path")[: SHOWN_A_LEVEL + 1]]
    shown, goes_on = nodes[:SHOWN_A_LEVEL], len(nodes) > SHOWN_A_LEVEL
    if before:
        shown.reverse()
    _say_more(shown, parent, goes_on and bool(before), goes_on and not before)
    return shown


def below(path) -> Q:
    """The direct children of the page at this path: one range of the index (depth, path)."""
    return Q(depth=len(path) // STEP + 1, path__gt=path, path__lt=path + "~")


def _rows(user, where):
    children = ContentPage.objects.visible_to(user).filter(
        depth=OuterRef("depth") + 1, path__gt=OuterRef("path"), path__lt=Concat(OuterRef("path"), Value("~"))
    )
    return (
        ContentPage.objects.visible_to(user)
        .filter(where)
        .order_by("path")
        .annotate(has_visible=Exists(children.order_by()))  # an arrow must not betray what one may not see
        .values_list(*COLUMNS)
    )


def _windows(nodes, path):
    """Of long levels only the part around the open page; and, by parent, whether these go on above and below."""
    levels: dict[str, list[Node]] = {}
    for node in nodes:
        levels.setdefault(node.path[:-STEP], []).append(node)
    cuts = {}
    for above, siblings in levels.items():
        if (many := len(siblings)) > SHOWN_A_LEVEL:
            place = next((i for i, node in enumerate(siblings) if path.startswith(node.path)), 0)
            first = max(0, min(place - SHOWN_A_LEVEL // 2, many - SHOWN_A_LEVEL))
            siblings[:] = siblings[first : first + SHOWN_A_LEVEL]
            cuts[above] = (first > 0, first + SHOWN_A_LEVEL < many)
    shown = sorted((node for siblings in levels.values() for node in siblings), key=lambda node: node.path)
    return shown, cuts


def _say_more(nodes, parent, goes_up, goes_down):
    """Links at the ends of a level that goes on."""
    first, last = (nodes[0].path, nodes[-1].path) if nodes else ("", "")
    if goes_up:
        nodes.insert(0, More(parent.uid, "before", first))
    if goes_down:
        nodes.append(More(parent.uid, "after", last))
