"""Who may fetch a file: whoever may read what it belongs to."""

from functools import reduce
from operator import or_

from django.db.models import Q

from access import rules
from files import holders
from files.models import Attachment, Picture


@rules.register(Picture)
@rules.register(Attachment)
class HeldPolicy(rules.RulePolicy):
    """Files of live text follow its readers, files of drafts its writers; what is not attached yet is its uploader's.

    view: see within the product · download: take away · edit: rename · remove: delete for good.
    """

    actions = ("view", "download", "edit", "remove")

    def rule(self, user, action) -> Q:
        own = Q(about_id=None, uploaded_by_user=user.pk)
        return reduce(or_, (holder.opens(user, action) for holder in holders.registered()), own)
