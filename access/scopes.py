"""Make scopes: the intersection of audiences on the way from the root."""

import hashlib

from django.db import transaction
from django.db.models import Q

from access.audiences import people_of
from access.models import AudienceRow, Scope, ScopeLevel
from org.models import Version


@transaction.atomic
def intern(levels) -> Scope:
    """The scope of these (audience_id, stewards_id or None) levels; repeated levels count once."""
    levels = sorted(set(levels), key=lambda level: (level[0], level[1] or 0))
    digest = hashlib.sha256(repr(levels).encode()).hexdigest()
    scope, is_new = Scope.objects.get_or_create(digest=digest)
    if is_new:
        ScopeLevel.objects.bulk_create(
            ScopeLevel(scope=scope, audience_id=audience, stewards_id=stewards) for audience, stewards in levels
        )
        Version.bump(Version.ACCESS)
    return scope


def readers_of(scope) -> Q:
    """Whom the scope lets in: on every level its audience or its stewards. Costs two queries to write down."""
    levels = list(scope.levels.all())
    ids = {each for level in levels for each in (level.audience_id, level.stewards_id) if each}
    rows = {pk: [] for pk in ids}
    for row in AudienceRow.objects.filter(audience__in=ids).select_related("unit"):
        rows[row.audience_id].append(row)
    readers = Q(pk__isnull=False)
    for level in levels:
        readers &= people_of(rows[level.audience_id]) | people_of(rows.get(level.stewards_id, ()))
    return readers
