from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from org.choices import TextSize, Theme
from org.models.versions import new_number
from org.pinyin import initials_of, pinyin_of
from ui.uid import new_uid


class UserQuerySet(models.QuerySet):
    def active(self):
        return self.filter(is_active=True)

    def matching(self, words):
        """By number, name, full pinyin or initials, as colleagues type them."""
        words = words.strip()
        if not words.isascii():  # only names hold characters
            return self.filter(name__icontains=words)
        letters = words.lower().replace(" ", "")
        return self.filter(
            Q(name__icontains=words)
            | Q(number__istartswith=letters)
            | Q(pinyin__startswith=letters)
            | Q(initials__startswith=letters)
        )


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def get_by_natural_key(self, number):
        return self.get(number__iexact=number)

    def create_user(self, number, name, password=None, **fields):
        user = self.model(number=number.upper(), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, number, name, password=None, **fields):
        return self.create_user(number, name, password, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A colleague: one account a person, known by the employee number."""

    uid = models.CharField(max_length=12, unique=True, default=new_uid, editable=False)
    number = models.CharField(_("工号"), max_length=20, unique=True)
    name = models.CharField(_("姓名"), max_length=40)
    pinyin = models.CharField(max_length=120, editable=False, db_index=True)
    initials = models.CharField(max_length=40, editable=False, db_index=True)
    email = models.EmailField(_("邮箱"), null=True, blank=True, unique=True)
    phone = models.CharField(_("手机"), max_length=20, null=True, blank=True, unique=True)
    is_active = models.BooleanField(_("在职"), default=True)
    left_on = models.DateField(_("离职日期"), null=True, blank=True)
    must_change_password = models.BooleanField(default=False, editable=False)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    face = models.CharField(max_length=12, blank=True, default="", editable=False)  # uid of the picture, for lists

    theme = models.CharField(_("外观"), max_length=8, choices=Theme, blank=True, default="")
    text_size = models.CharField(_("字号"), max_length=8, choices=TextSize, blank=True, default="")
    language = models.CharField(_("语言"), max_length=10, blank=True, default="")

    # Read with every request in one joined query (docs/architecture.md, “Reading”).
    access_version = models.PositiveIntegerField(default=0, editable=False)
    unread = models.PositiveIntegerField(default=0, editable=False)  # notices
    urgent = models.PositiveIntegerField(default=0, editable=False)  # of them, those shown on every page

    objects = UserManager()
    USERNAME_FIELD = "number"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = verbose_name_plural = _("同事")
        ordering = ["number"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.email = self.email or None
        self.phone = self.phone or None
        fields = kwargs.get("update_fields")
        if self._has_new_name(fields):
            self.pinyin, self.initials = pinyin_of(self.name), initials_of(self.name)
            kwargs |= {"update_fields": {*fields, "pinyin", "initials"}} if fields is not None else {}
        super().save(*args, **kwargs)

    def _has_new_name(self, fields):
        """Only then the pinyin is worked out anew: a person may have corrected it, for 单 is Shàn in a name."""
        if fields is not None and "name" not in fields:
            return False
        return not self.pk or not self.pinyin or not User.objects.filter(pk=self.pk, name=self.name).exists()

    @property
    def first_name(self):
        """What Wagtail's sidebar calls this person."""
        return self.name

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name

    def get_absolute_url(self):
        return reverse("people:profile", args=[self.uid])

    @property
    def avatar_url(self):
        """The small picture, or nothing where the initials stand for it."""
        return reverse("files:rendition", args=[self.face, "fill-96x96"]) if self.face else ""

    @property
    def is_staff(self):
        """Django asks for it; rights come from roles, never from this."""
        return self.is_superuser

    def forget_access(self):
        """What this person may see has changed; every process notices with the next request."""
        User.objects.filter(pk=self.pk).update(access_version=new_number())
