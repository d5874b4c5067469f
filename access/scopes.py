"""Make scopes: the intersection of audiences on the way from the root."""

import hashlib

from django.db import transaction

from access.models import Scope, ScopeLevel
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
