"""Celery messages as files: a broker that needs no server.

Kombu's own file transport loses a message that is read while it is written, and the worker with it. Here a message
appears by rename, belongs to whoever unlinks it, and one that cannot be read is set aside.
"""

import json
import logging
import os
import time
import uuid
from pathlib import Path
from queue import Empty

from kombu.transport import virtual

BREATH = 0.5  # seconds

logger = logging.getLogger(__name__)


class Channel(virtual.Channel):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._listed = {}

    def _folder(self, queue):
        folder = Path(self.connection.client.transport_options["folder"], queue)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _lookup(self, exchange, routing_key, default=None):
        """Direct delivery only: the routing key is the queue."""
        return [routing_key]

    def _put(self, queue, message, **kwargs):
        folder = self._folder(queue)
        name = f"{time.time_ns():020}-{uuid.uuid4().hex}"
        temporary = folder / f"{name}.part"
        temporary.write_text(json.dumps(message))
        temporary.rename(folder / f"{name}.msg")

    def _get(self, queue, timeout=None):
        while path := self._oldest(queue):
            try:
                content = path.read_bytes()
                message = json.loads(content)
                path.unlink()
                return message
            except FileNotFoundError:
                continue  # another worker was quicker
            except ValueError:
                logger.error("%s is damaged and was set aside.", path)
                path.replace(path.with_suffix(".damaged"))
        raise Empty

    def _oldest(self, queue):
        """Listed once for many messages: a thousand wakes must not mean a thousand listings."""
        if not self._listed.get(queue):
            folder = self._folder(queue)
            names = sorted((name for name in os.listdir(folder) if name.endswith(".msg")), reverse=True)
            self._listed[queue] = [folder / name for name in names]
        return self._listed[queue].pop() if self._listed[queue] else None

    def _messages(self, queue):
        return list(self._folder(queue).glob("*.msg"))

    def _size(self, queue):
        return len(self._messages(queue))

    def _purge(self, queue):
        messages = self._messages(queue)
        for path in messages:
            path.unlink(missing_ok=True)
        return len(messages)

    def _delete(self, queue, *args, **kwargs):
        self._purge(queue)


class Transport(virtual.Transport):
    Channel = Channel
    driver_type = driver_name = "files"
    default_port = 0
    implements = virtual.Transport.implements.extend(exchange_type=frozenset(["direct"]))

    def drain_events(self, connection, timeout=None):
        """Come up for air often, so that a worker asked to end does so at once."""
        return super().drain_events(connection, timeout=min(timeout or BREATH, BREATH))
