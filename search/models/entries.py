"""What can be found, as rows: one for each thing, its text in parts, and who may find it."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone


class SearchEntryQuerySet(models.QuerySet):
    def of(self, model, ids=None):
        """The entries of these things themselves."""
        mine = self.filter(about_type=ContentType.objects.get_for_model(model))
        return mine if ids is None else mine.filter(about_id__in=ids)

    def under(self, model, ids):
        """The entries that take their readers from these things: themselves, and the files that belong to them."""
        return self.filter(root_type=ContentType.objects.get_for_model(model), root_id__in=ids)

    def due(self):
        """Changed since they were indexed, those that wait longest first."""
        return self.filter(changed_at__isnull=False).order_by("changed_at", "pk")

    def unsent(self):
        """Changed since the engine beside the database heard of them."""
        return self.filter(unsent_at__isnull=False).order_by("unsent_at", "pk")


class SearchEntry(models.Model):
    """One thing that can be found. What decides who finds it changes in the transaction that changes it there."""

    about_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    about_id = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=16)  # a tab of the result page
    root_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+", db_index=False)
    root_id = models.PositiveBigIntegerField()  # from which it takes its readers: itself, or what a file belongs to
    scope_id = models.PositiveBigIntegerField(null=True)  # none: only who is named by a SearchReader
    is_shown = models.BooleanField(default=False)  # false for drafts, the bin, what is being taken in

    title = models.CharField(max_length=255)
    extra = models.TextField(blank=True)  # found, and not shown as text: numbers, codes, tags
    space_id = models.PositiveBigIntegerField(null=True)
    hospital_id = models.PositiveBigIntegerField(null=True)
    department_id = models.PositiveBigIntegerField(null=True)
    maintainer_id = models.PositiveBigIntegerField(null=True)
    updated_at = models.DateTimeField(default=timezone.now)
    valid_until = models.DateField(null=True)
    binds_from = models.DateField(null=True)
    binds_until = models.DateField(null=True)
    has_file = models.BooleanField(default=False)
    length = models.PositiveIntegerField(default=0)  # characters of the text
    version = models.CharField(max_length=64, blank=True)  # of the thing whose text this is

    changed_at = models.DateTimeField(null=True)  # due: the index does not know the thing as it is now
    indexed_at = models.DateTimeField(null=True)
    analysed_by = models.PositiveSmallIntegerField(default=0)  # the version of the analysis; 0: not in the index
    unsent_at = models.DateTimeField(null=True)  # due: the engine beside the database does not know it as it is here

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["about_type", "about_id"], name="one_entry_a_thing")]
        indexes = [
            models.Index(fields=["root_type", "root_id"], name="entry_root"),
            models.Index(fields=["changed_at"], condition=Q(changed_at__isnull=False), name="entry_due"),
            models.Index(fields=["unsent_at"], condition=Q(unsent_at__isnull=False), name="entry_unsent"),
        ]

    def __str__(self):
        return f"{self.kind} {self.about_id} {self.title}"


class SearchPart(models.Model):
    """A piece of the text of an entry: a page of a file, or some paragraphs. Put together they are the whole text."""

    entry = models.ForeignKey(SearchEntry, models.CASCADE, related_name="parts", db_index=False)
    number = models.PositiveIntegerField()
    place = models.CharField(max_length=200, blank=True)  # as people are told: “第 3 页”, a heading
    anchor = models.CharField(max_length=200, blank=True)  # as browsers are: “page=3”, a heading's id
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "number"], name="one_part_a_number")]


class SearchTag(models.Model):
    entry = models.ForeignKey(SearchEntry, models.CASCADE, related_name="tags", db_index=False)
    name = models.CharField(max_length=100, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "name"], name="one_tag_a_name")]


class SearchReader(models.Model):
    """That who holds this key finds the entry: for things with people of their own, such as tickets."""

    entry = models.ForeignKey(SearchEntry, models.CASCADE, related_name="readers", db_index=False)
    key = models.CharField(max_length=60, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "key"], name="one_reader_a_key")]


class SearchRebuild(models.Model):
    """That an engine's index is being made anew beside the old one, and how far it got. Delete it to begin again."""

    engine = models.CharField(max_length=16, unique=True)
    cursor = models.PositiveBigIntegerField(default=0)  # entries up to this id are in the new index
    began_at = models.DateTimeField(default=timezone.now)
