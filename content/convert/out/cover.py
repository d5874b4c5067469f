"""What a kind of page says of itself on the cover of a copy."""

from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

STAMPS = {
    "": "",
    "controlled": _("受控"),
    "void": _("作废"),
    "coming": _("未生效"),
    "draft": _("草稿"),
}


@dataclass(frozen=True)
class Cover:
    """`stamp` is a key of STAMPS, `facts` further lines as (label, words)."""

    number: str = ""
    version: str = ""
    stamp: str = ""
    facts: list[tuple[str, str]] = field(default_factory=list)


def day(value) -> str:
    """A date or moment with its year: paper lies for years."""
    if not value:
        return ""
    return date_format(timezone.localtime(value) if hasattr(value, "hour") else value, "DATE_FORMAT")
