"""What of a colleague's telephone and mail another colleague sees, as the owner decided."""

from access.reach import reach_of
from people.choices import SeenBy
from people.models import Profile


def profile_of(person) -> Profile:
    """The stored profile, or an empty one that is not stored yet."""
    try:
        return person.profile
    except Profile.DoesNotExist:
        return Profile(person=person)


def is_seen(seen_by, person, posts, viewer) -> bool:
    """`posts` of the person with hospital and department; somebody without a post is seen by all or nobody."""
    if viewer.pk == person.pk or seen_by == SeenBy.EVERYONE:
        return True
    if seen_by == SeenBy.NOBODY:
        return False
    units = [post.department if seen_by == SeenBy.DEPARTMENT else post.hospital for post in posts]
    paths = [unit.path for unit in units if unit]
    return any(own.startswith(path) for own in reach_of(viewer).units for path in paths)
