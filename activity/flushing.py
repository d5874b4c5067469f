"""What is kept in memory for a moment, written down again and again beside the requests."""

import atexit
import threading

from django.conf import settings
from django.db import connection


class Flusher:
    """Calls `flush` every few seconds in a thread of its own, from the first `start` on, and when the process ends.

    In tests nothing runs by itself: they call `flush`.
    """

    def __init__(self, name, flush, *, every):
        self.name, self.flush, self.every = name, flush, every
        self._lock, self._stop, self._thread = threading.Lock(), threading.Event(), None

    def start(self):
        """One thread a process, so that forked workers get their own. Costs nothing once it runs."""
        if settings.TESTING or self._runs():
            return
        with self._lock:
            if not self._runs():
                if self._thread is None:
                    atexit.register(self.finish)
                self._thread = threading.Thread(target=self._again_and_again, name=self.name, daemon=True)
                self._thread.start()

    def _runs(self):
        return self._thread is not None and self._thread.is_alive()

    def _again_and_again(self):
        while not self._stop.wait(self.every):
            self.flush()
        connection.close()

    def finish(self):
        """The last time: what was kept until now is written, and nobody comes again."""
        self._stop.set()
        if self._runs():
            self._thread.join(self.every)
        self.flush()
        connection.close()
