"""uvicorn's HTTP protocol with a limit on size and slowness of the head, which its fast parser does not set."""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MAX_HEAD = 64 * 1024  # bytes of request line and headers
HEAD_WITHIN = 20  # seconds


class GuardedProtocol(HttpToolsProtocol):
    _head_bytes = 0
    _in_head = True
    _hurry = None

    def data_received(self, data):
        if self._in_head:
            self._head_bytes += len(data)
        super().data_received(data)
        if not self._in_head or self.transport.is_closing():
            return
        if self._head_bytes > MAX_HEAD:
            self.send_400_response("Request head too large.")
        elif self._hurry is None and self._head_bytes:
            self._hurry = self.loop.call_later(HEAD_WITHIN, self.transport.close)

    def on_headers_complete(self):
        self._in_head = False
        self._relax()
        super().on_headers_complete()

    def on_message_complete(self):
        self._in_head, self._head_bytes = True, 0
        super().on_message_complete()

    def connection_lost(self, exc):
        self._relax()
        super().connection_lost(exc)

    def _relax(self):
        if self._hurry:
            self._hurry.cancel()
            self._hurry = None
