"""The server itself: reached within a second or not at all.

The client is imported when first used: it weighs 40 MB, and most processes never ask.
"""

import logging
import time
from contextlib import contextmanager

from search.engines.base import Unavailable

PATIENCE = 0.8  # seconds for an answer to somebody who waits; the database still answers within two
LONG_PATIENCE = 20  # seconds for taking in a slice, for which nobody waits
PAUSE = 10  # seconds in which a server that did not answer is not asked again

log = logging.getLogger(__name__)


class Missing(Unavailable):
    """The server answers, but keeps no index of ours."""


class Server:
    """Whatever keeps it from answering is Unavailable, and is found out once, not once for every question."""

    def __init__(self, url):
        self.url, self.silent_until, self._clients = url, 0.0, {}

    @contextmanager
    def reached(self, patience=None):
        """The client. A server that was silent just now is taken to be silent still."""
        if time.monotonic() < self.silent_until:
            raise Unavailable
        from elasticsearch import ApiError, SerializationError, TransportError

        try:
            yield self._client_with(patience or PATIENCE)
        except (TransportError, SerializationError) as error:
            self.silent_until = time.monotonic() + PAUSE
            raise Unavailable from error
        except ApiError as error:
            if error.status_code == 404:
                raise Missing from error
            if error.status_code < 429:  # nobody's question may fail for a mistake of ours, but we want to know
                log.exception("Elasticsearch refuses")
            raise Unavailable from error

    def _client_with(self, patience):
        """Kept: making one takes longer than asking it."""
        if patience not in self._clients:
            from elasticsearch import Elasticsearch

            self._clients[patience] = Elasticsearch(self.url, request_timeout=patience, max_retries=0)
        return self._clients[patience]
