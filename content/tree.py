"""The tree beside a page: the levels on the way down, their pages, and what stands above. One query."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from access.prepared import Given, prepared
from content.models import ContentPage
from ui.days import today
from ui.icons import icon

STEP = ContentPage.steplen
SHOWN_A_LEVEL = 60  # more are loaded when asked for; a level may hold thousands
COLUMNS = ("pk", "path", "depth", "has_visible", "uid", "title", "valid_until")


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

    @cached_property
    def html(self) -> SafeString:
        """The node with its open children, written out: a page shows a hundred, and a template needs 20 µs for each."""
        title, twist, current, overdue, inside = escape(self.title), "", "", "", ""
        if self.has_children:
            twist = (
                f'<button class="twist" type="button" aria-expanded="{"true" if self.children else "false"}"'
                f' aria-label="{_("展开")} {title}" data-action="tree#toggle" data-url="{self.branch_url}">'
                f"{icon('chevron-right')}</button>"
            )
        if self.is_current:
            current = ' aria-current="page"'
        if self.is_overdue:
            words = _("已过有效期")
            overdue = f'<span class="tree-dot" title="{words}"></span><span class="vh">{words}</span>'
        if self.children:
            inside = f'<ul class="tree">{"".join(child.html for child in self.children)}</ul>'
        return mark_safe(f'<li>{twist}<a href="{self.url}"{current}>{title}{overdue}</a>{inside}</li>')


@dataclass(frozen=True)
class Outline:
    """What stands around a page: the way from the space down to it, and the tree of the space opened along it."""

    above: list[Node]
    roots: list[Node]


def outline(user, path, space_path) -> Outline:
    """The tree of a space, opened down to the page at `path` and one level below it."""
    ends = range(len(space_path), len(path) + 1, STEP)
    way = [path[:end] for end in ends]
    given = {f"parent_{depth}": each for depth, each in enumerate(way)}
    given |= {f"end_{depth}": each + "~" for depth, each in enumerate(way)}
    nodes = [Node(*row) for row in prepared(_opened, user, len(space_path) // STEP + 1, len(way))(**given)]
    by_path = {node.path: node for node in nodes}
    roots: list[Node] = []
    for node in _windows(nodes, path):
        node.is_current = node.path == path
        node.is_open = path.startswith(node.path) and node.has_children
        parent = by_path.get(node.path[:-STEP])
        (parent.children if parent else roots).append(node)
    above = [by_path[each] for each in way if each in by_path and each != path]
    return Outline(above, roots)


def _opened(user, first, many):
    """The levels of an opened tree, the first one at this depth; which ones is given when it is asked."""
    levels = Q()
    for number in range(many):
        parent, end = (Given(f"{name}_{number}", CharField()) for name in ("parent", "end"))
        levels |= Q(depth=first + number, path__gt=parent, path__lt=end)
    return _rows(user, levels)


def level(user, parent, after=""):
    """The visible children of a page, as the tree loads them; `after` is the path to go on from."""
    rows = _rows(user, below(parent.path) & Q(path__gt=after or parent.path))
    nodes = [Node(*row) for row in rows[: SHOWN_A_LEVEL + 1]]
    return nodes[:SHOWN_A_LEVEL], len(nodes) > SHOWN_A_LEVEL


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
    """Of long levels only the part around the open page."""
    levels: dict[str, list[Node]] = {}
    for node in nodes:
        levels.setdefault(node.path[:-STEP], []).append(node)
    for siblings in levels.values():
        if len(siblings) > SHOWN_A_LEVEL:
            place = next((i for i, node in enumerate(siblings) if path.startswith(node.path)), 0)
            first = max(0, min(place - SHOWN_A_LEVEL // 2, len(siblings) - SHOWN_A_LEVEL))
            siblings[:] = siblings[first : first + SHOWN_A_LEVEL]
    return sorted((node for siblings in levels.values() for node in siblings), key=lambda node: node.path)
