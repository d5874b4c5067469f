from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision
from wagtail.models.pages import PageManager

from content.models import ContentPage
from content.models.pages import ContentPageQuerySet
from org.models import Unit
from ui.days import today


class RegulationClass(models.TextChoices):
    """The class of a 制度, by what it governs."""

    CORE = "core", _("医疗质量安全核心制度")
    MEDICAL = "medical", _("医疗管理")
    NURSING = "nursing", _("护理管理")
    PHARMACY = "pharmacy", _("药事管理")
    INFECTION = "infection", _("院感防控")
    EQUIPMENT = "equipment", _("设备与信息")
    ADMINISTRATION = "administration", _("行政后勤")
    LAW = "law", _("法律法规")


class State(models.TextChoices):
    """What a reader must know first: does it bind today."""

    IN_FORCE = "in_force", _("现行")
    COMING = "coming", _("即将施行")
    REPEALED = "repealed", _("已废止")
    UNDATED = "undated", _("未标日期")


class RegulationQuerySet(ContentPageQuerySet):
    def with_state(self, day=None):
        """Adds `state`, `effective_on` of the edition that counts, and `coming_on`; no further query."""
        day = day or today()
        editions = Edition.objects.filter(regulation=OuterRef("pk")).order_by("-effective_on")
        in_force = editions.in_force(day)
        coming = editions.coming(day).order_by("effective_on")
        return self.annotate(
            state=Case(
                When(Exists(in_force), then=Value(State.IN_FORCE.value)),
                When(Exists(coming), then=Value(State.COMING.value)),
                When(Exists(editions), then=Value(State.REPEALED.value)),
                default=Value(State.UNDATED.value),
            ),
            effective_on=Subquery(in_force.values("effective_on")[:1]),
            coming_on=Subquery(coming.values("effective_on")[:1]),
            edition_number=Subquery(in_force.values("number")[:1]),
        )


class Regulation(ContentPage):
    """制度: a text that binds, with a number, an issuing unit and editions."""

    number = models.CharField(_("编号"), max_length=60, blank=True, db_index=True)
    regulation_class = models.CharField(_("分类"), max_length=16, choices=RegulationClass, blank=True)
    issuing_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("发布单位")
    )
    issuer_name = models.CharField(_("发布机关"), max_length=120, blank=True, help_text=_("院外机关发布的法规填写"))

    parent_page_types = ["content.Space", "wiki.Article", "wiki.Regulation"]
    tile = "regulation"
    kind_name = "regulation"
    search_order, search_label = 2, _("制度")
    found_besides = ("number", "issuer_name")
    reading_template = "wiki/regulation.html"
    reading_related = ("issuing_unit",)
    publication_form_class = "wiki.forms.EditionForm"
    form_fields = ("number", "regulation_class", "issuing_unit", "issuer_name")

    objects = PageManager.from_queryset(RegulationQuerySet)()

    class Meta:
        verbose_name = verbose_name_plural = _("制度")

    @property
    def issuer(self):
        return str(self.issuing_unit) if self.issuing_unit_id else self.issuer_name

    @classmethod
    def planted(cls, pages, facts):
        """The edition that a text brought in says of itself."""
        Edition.objects.bulk_create(
            Edition(
                regulation_id=page.pk,
                revision=page.latest_revision,
                number=each.get("number") or 1,
                issued_on=each.get("issued_on"),
                effective_on=each["effective_on"],
                approved_by=page.owner,
            )
            for page, each in zip(pages, facts, strict=True)
            if each.get("effective_on")
        )
        for page, each in zip(pages, facts, strict=True):
            page.binds_from = each.get("effective_on")
        ContentPage.objects.bulk_update(pages, ["binds_from"])

    def publication_initial(self):
        """The days that the file it was brought in with tells, until there is an edition."""
        from wiki.bringing import said_by_file

        told = {} if self.editions.exists() else said_by_file(self)
        return {name: told[name] for name in ("issued_on", "effective_on") if told.get(name)}

    def publication_allowed(self, publication):
        from wiki.actions import note_edition

        note_edition(self, publication)

    def publication_withdrawn(self, publication):
        from wiki.actions import tell_page

        self.editions.filter(revision=publication.revision).delete()
        tell_page(self)

    def publication_live(self, publication):
        from wiki.actions import end_earlier

        end_earlier(self, publication)

    def cover(self, *, is_draft=False):
        """One query for the editions; only what binds today is a controlled copy."""
        from wiki.reading import regulation_cover

        return regulation_cover(self, super().cover(is_draft=is_draft), is_draft)

    def reading_context(self, request):
        """Two more queries: the editions, and what it replaces or is replaced by."""
        from wiki.reading import regulation_context

        return regulation_context(self, request.user)


class EditionQuerySet(models.QuerySet):
    def in_force(self, day=None):
        """Begun, not ended, and its text is what readers get: until a worker has switched the old one stays."""
        day = day or today()
        switched = Q(revision=None) | Q(revision__approved_go_live_at=None)
        return self.not_repealed(day).filter(switched, effective_on__lte=day)

    def coming(self, day=None):
        waits = Q(revision__approved_go_live_at__isnull=False)
        return self.not_repealed(day).filter(waits | Q(effective_on__gt=day or today()))

    def not_repealed(self, day=None):
        return self.filter(Q(repealed_on=None) | Q(repealed_on__gt=day or today()))


class Edition(models.Model):
    """版次: one dated text of a regulation. In force from its effective day until the day it is repealed."""

    regulation = models.ForeignKey(Regulation, models.CASCADE, related_name="editions")
    revision = models.ForeignKey(Revision, models.RESTRICT, null=True, related_name="+")  # goes with its page alone
    number = models.PositiveSmallIntegerField(_("版次"))
    issued_on = models.DateField(_("发布日期"), null=True, blank=True)
    effective_on = models.DateField(_("施行日期"))
    repealed_on = models.DateField(_("废止日期"), null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["regulation", "number"], name="one_edition_a_number")]

    @property
    def state(self):
        if self.repealed_on is not None and self.repealed_on <= today():
            return State.REPEALED
        waits = self.revision_id is not None and self.revision.approved_go_live_at is not None
        return State.COMING if waits or self.effective_on > today() else State.IN_FORCE

    def __str__(self):
        return str(_("第 %(number)s 版") % {"number": self.number})


class Replacement(models.Model):
    """That a regulation takes the place of an older one."""

    newer = models.ForeignKey(Regulation, models.CASCADE, related_name="replaces")
    older = models.ForeignKey(Regulation, models.CASCADE, related_name="replaced_by")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["newer", "older"], name="one_replacement")]
