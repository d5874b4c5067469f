"""Times as colleagues say them: relative within a day, then the date, and the year only where it differs."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

DAY = 24 * 3600


def day(value) -> str:
    """“3 月 18 日”, across years “2025 年 9 月 3 日”. Takes dates and moments."""
    if not value:
        return ""
    if isinstance(value, datetime.datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    same_year = value.year == timezone.localdate().year
    return date_format(value, _("n 月 j 日") if same_year else _("Y 年 n 月 j 日"))


def near_day(value) -> str:
    """“今天”, “昨天”, “3 月 16 日”."""
    days = (timezone.localdate() - timezone.localtime(value).date()).days
    return [_("今天"), _("昨天")][days] if days in (0, 1) else day(value)


def ago(value) -> str:
    """“5 分钟前” within a day, then the date. Not on pages that are answered with 304: it would stand still."""
    if not value:
        return ""
    seconds = int((timezone.now() - value).total_seconds())
    if not 0 <= seconds < DAY:
        return day(value)
    if seconds < 60:
        return _("刚刚")
    if seconds < 3600:
        return ngettext("%(count)d 分钟前", "%(count)d 分钟前", seconds // 60) % {"count": seconds // 60}
    return ngettext("%(count)d 小时前", "%(count)d 小时前", seconds // 3600) % {"count": seconds // 3600}


def clock(value) -> str:
    """“今天 09:10”, “昨天 16:40”, “3 月 16 日 09:10”."""
    if not value:
        return ""
    moment = timezone.localtime(value)
    time = moment.strftime("%H:%M")
    days = (timezone.localdate() - moment.date()).days
    if days == 0:
        return _("今天 %(time)s") % {"time": time}
    if days == 1:
        return _("昨天 %(time)s") % {"time": time}
    return f"{day(value)} {time}"
