"""What org has done in the background."""

from datetime import date

from django.utils import timezone

import jobs
from org import actions, mails
from org.models import Session, SignIn, User

jobs.work("org.mail", outside=True, tries=4)(mails.send)


@jobs.work("org.leave")
def leave(person, day, by):
    """The last day of somebody who leaves is over, unless it was moved meanwhile."""
    leaver = User.objects.filter(pk=person, left_on=date.fromisoformat(day)).first()
    if leaver:
        actions.close(leaver, User.objects.filter(pk=by).first())


@jobs.daily("03:20", name="org.tidy")
def tidy():
    """Forget sessions that ended by themselves, and who signed in longer ago than people are shown."""
    now = timezone.now()
    Session.objects.filter(expire_date__lt=now).delete()
    Session.objects.filter(is_shared=True, last_seen_at__lt=now - Session.IDLE_LIMIT).delete()
    SignIn.objects.filter(at__lt=now - SignIn.KEPT_FOR).delete()
