"""Where people work, in words: posts with their hospital and department, for whole lists at once."""

from django.db.models import Prefetch, Q

from org.choices import UnitKind
from org.models import Membership, Unit
from ui.days import today


def with_posts(people):
    """Puts today's posts on each person as `posts`, the main one first. Costs two queries for any number."""
    posts = Membership.objects.today().select_related("unit", "position").order_by("-is_main", "starts_on", "pk")
    return people.prefetch_related(Prefetch("memberships", queryset=posts, to_attr="posts"))


def add_hospitals(posts):
    """Puts `hospital` and `department` on each post: the units above it of these kinds, or None. One query."""
    posts = list(posts)
    above = {unit.path: unit for unit in Unit.objects.above([post.unit.path for post in posts])} if posts else {}
    for post in posts:
        line = _line(post.unit.path, above)
        post.hospital = next((unit for unit in line if unit.kind == UnitKind.HOSPITAL), None)
        post.department = next((unit for unit in line if unit.kind == UnitKind.DEPARTMENT), post.unit)
        post.line = [unit for unit in line if unit.kind != UnitKind.GROUP]
    return posts


def _line(path, above):
    ends = range(Unit.steplen, len(path) + 1, Unit.steplen)
    return [above[path[:end]] for end in ends if path[:end] in above]


def posts_of(person):
    """What somebody is today and will be, the main post first, each with its hospital. Two queries."""
    going_on = Q(ends_on=None) | Q(ends_on__gte=today())
    posts = person.memberships.filter(going_on).select_related("unit", "position")
    return add_hospitals(sorted(posts, key=lambda post: (not post.holds_today, not post.is_main, post.starts_on)))
