"""A scanner that speaks as ClamAV does, small enough to read."""

import socketserver
import struct
import threading

LIMIT = 300_000  # bytes; what the real one is set to is 25 MB


class FakeClamd(socketserver.ThreadingUnixStreamServer):
    """Finds whatever contains EICAR. `seen` holds what it was shown."""

    daemon_threads = True

    def __init__(self, path):
        super().__init__(path, Session)
        self.seen = []
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()


class Session(socketserver.StreamRequestHandler):
    def handle(self):
        assert self.rfile.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack(">I", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
            if len(content) > LIMIT:
                self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
                return
        self.server.seen.append(content)
        self.wfile.write(b"stream: Eicar-Test FOUND\0" if b"EICAR" in content else b"stream: OK\0")
