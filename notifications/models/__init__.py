"""What people were told. Import from here: `from notifications.models import Notice`."""

from notifications.models.deliveries import Delivery, PushDevice, Robot
from notifications.models.notices import Notice, NoticeQuerySet
from notifications.models.preferences import PaceChoice, Rhythm, WayChoice

__all__ = ["Delivery", "Notice", "NoticeQuerySet", "PaceChoice", "PushDevice", "Rhythm", "Robot", "WayChoice"]
