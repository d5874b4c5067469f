from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from content.models.pages import ContentPage

LASTS = timedelta(minutes=3)  # after the last keeping of a draft; who thinks longer is not in the way


class WritingHoldQuerySet(models.QuerySet):
    def current(self):
        return self.filter(until__gt=timezone.now())

    @transaction.atomic
    def take(self, page, person):
        """The hold of whoever writes the page now: this person's, where nobody else was quicker."""
        now = timezone.now()
        mine = {"person": person, "since": now, "until": now + LASTS}
        hold, is_new = self.select_for_update().get_or_create(page_id=page.pk, defaults=mine)
        if is_new or (hold.person_id != person.pk and hold.until > now):
            return hold
        if hold.person_id != person.pk or hold.until <= now:
            hold.person, hold.since = person, now
        hold.until = now + LASTS
        hold.save()
        return hold

    def renew(self, page, person):
        """They write on."""
        self.filter(page_id=page.pk, person=person).update(until=timezone.now() + LASTS)

    def release(self, page, person):
        self.filter(page_id=page.pk, person=person).delete()


class WritingHold(models.Model):
    """Who writes a page in the plain editor, where one person writes at a time. It hinders nobody from saving."""

    page = models.OneToOneField(ContentPage, models.CASCADE, related_name="hold")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField()

    objects = WritingHoldQuerySet.as_manager()

    def __str__(self):
        return f"{self.page_id} {self.person_id}"
