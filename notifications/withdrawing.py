"""What people were told turns out not to be: it leaves every inbox."""

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from notifications.models import Notice
from org.models import User


@transaction.atomic
def take_back(kind, *, key):
    """Forget the notices of that event, whoever got one, and lower the counters of those who had not read it."""
    told = Notice.objects.filter(key=f"{kind}:{key}")
    unread = told.unread().values("person")
    User.objects.filter(pk__in=unread).update(unread=Greatest(F("unread") - 1, 0))
    told.delete()
