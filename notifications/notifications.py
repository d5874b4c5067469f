"""Notices of this room's own."""

from django.utils.translation import gettext as _

from notifications.registry import NoticeKind, register


@register
class Trial(NoticeKind):
    """Tried out in the settings: it says nothing but that it arrived."""

    name = "notifications.trial"
    tile, icon = "notice", "bell-ring"
    needs = None
    is_urgent = True  # whoever tries it out is awake

    def sentence(self, notice):
        return _("试发成功：这种方式可以收到通知")
