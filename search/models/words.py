"""What librarians keep about words: what means the same, what stands first, what is left out."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from org.models import Unit
from search.analysis import fold
from ui.days import today

LONGEST = 40  # characters of a word
LONGEST_PHRASE = 100


class KeptQuerySet(models.QuerySet):
    def standing(self):
        """Said and not taken back."""
        return self.filter(withdrawn_at=None)


class Kept(models.Model):
    """Said by a librarian for the people of a unit; without a unit for everybody. Taken back, it stays as a row."""

    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", verbose_name=_("用在哪里"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = KeptQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def where(self):
        return str(self.unit) if self.unit else _("全集团")


class Synonym(Kept):
    """One-way: whoever searches the word finds the others too. Two-way: each finds all the others."""

    word = models.CharField(_("词"), max_length=LONGEST)
    others = models.JSONField(_("也找这些"), default=list)
    is_two_way = models.BooleanField(_("双向"), default=False)
    folded = models.CharField(max_length=LONGEST * 2)
    seed = models.CharField(max_length=120, null=True, unique=True)  # which pair of our own list it is

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["-at"], name="synonym_latest")]

    def __str__(self):
        return f"{self.word} {'⇄' if self.is_two_way else '→'} {'、'.join(self.others)}"

    @property
    def every_word(self):
        """Folded."""
        return [fold(each) for each in (self.word, *self.others)]

    @property
    def searched(self):
        """The words, folded, by which the others are found."""
        return self.every_word if self.is_two_way else [self.folded]


class About(Kept):
    """A word of a librarian about a thing that can be found."""

    phrase = models.CharField(_("搜这个词"), max_length=LONGEST_PHRASE)
    folded = models.CharField(max_length=LONGEST_PHRASE * 2)
    about_type = models.ForeignKey(ContentType, models.CASCADE, null=True, related_name="+")
    about_id = models.PositiveBigIntegerField(null=True)
    about = GenericForeignKey("about_type", "about_id")

    class Meta:
        abstract = True
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.phrase


class PinQuerySet(KeptQuerySet):
    def today(self):
        return self.standing().filter(Q(until=None) | Q(until__gte=today()))


class Pin(About):
    """置顶: whoever searches the phrase and may see the thing finds it first; until a day, that day included."""

    until = models.DateField(_("到哪天"), null=True, blank=True)

    objects = PinQuerySet.as_manager()


class Exclusion(About):
    """排除: the thing is not found by this phrase. Without a thing: the phrase never stands in 大家在搜."""
