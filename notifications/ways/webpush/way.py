"""Push."""

import json
from urllib.parse import urlsplit

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from notifications import composing
from notifications.models import PushDevice
from notifications.ways import outside
from notifications.ways.base import Refused, Trouble, Way

KEPT = 24 * 3600  # seconds the push service keeps it for a browser that is off
LONGEST = 150  # characters of the words: what a telephone shows, and far below the 4 KB that fit


class WebPush(Way):
    name, label, icon = "webpush", gettext_lazy("推送"), "bell-ring"
    repeats_unseen = True  # one with the same tag takes the place of the one before, on its way and on the screen

    def reaches(self):
        return Exists(PushDevice.objects.filter(person=OuterRef("person")))

    def has(self, person):
        return person.push_devices.exists()

    def place(self, message):
        device = message.person.push_devices.first()
        return urlsplit(device.endpoint).netloc if device else self.name

    def send(self, message):
        """To all browsers of the person. One that takes it is enough."""
        devices, troubles, taken = list(message.person.push_devices.all()), [], 0
        for device in devices:
            try:
                taken += self._push(device, message)
            except Trouble as trouble:
                troubles.append(trouble)
        if taken:
            return
        if troubles:
            raise troubles[0]
        raise Refused(_("没有打开推送的浏览器"))

    def _push(self, device, message) -> bool:
        from notifications.ways.webpush.sealing import seal, who_we_are

        body = seal(_said(message), device.key, device.secret)
        headers = {
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(KEPT),
            "Topic": message.key,
            "Urgency": "high" if any(notice.shown_as.is_urgent for notice in message.notices) else "normal",
            "Authorization": who_we_are(device.endpoint),
        }
        return self._hear(device, outside.post(device.endpoint, body, headers))

    def _hear(self, device, answer):
        if answer.status in (404, 410):  # the browser has let go of it
            device.delete()
            return False
        if answer.status == 429 or answer.status >= 500:
            raise Trouble(answer.said)
        if not 200 <= answer.status < 300:
            raise Refused(answer.said)
        PushDevice.objects.filter(pk=device.pk).update(reached_at=timezone.now())
        return True


def _said(message) -> bytes:
    words = composing.words(message)
    text = "\n".join(line.sentence for line in words.lines[:3]) if len(words.lines) > 1 else ""
    said = {"title": words.subject[:LONGEST], "text": text[:LONGEST], "url": words.url, "tag": message.key}
    return json.dumps(said, ensure_ascii=False).encode()


WAY = WebPush()
