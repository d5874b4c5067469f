"""A mail server and an HTTP server that play the world outside, with its faults."""

import socket
import threading
import time
from email import message_from_bytes
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiosmtpd.controller import Controller


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class MailServer:
    """Receives for real. `refuses` names addresses it does not know, `busy` those it puts off."""

    def __init__(self):
        self.letters, self.refuses, self.busy, self.drops = [], set(), set(), False
        self.port = free_port()

    def start(self):
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()
        return self

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refuses:
            return "550 no such person"
        if address in self.busy:
            return "451 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.letters.append(message_from_bytes(envelope.content, policy=default))
        if self.drops:
            server.transport.abort()
        return "250 taken"

    def received_by(self):
        return sorted(letter["To"] for letter in self.letters)


class WebServer:
    """Answers every POST as `answers[path]` says: a status, a body, "closed" or seconds of silence."""

    def __init__(self):
        self.asked, self.answers, self.body = [], {}, b"{}"
        played = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                played.asked.append((self.path, dict(self.headers), body))
                answer = played.answers.get(self.path, 201)
                if answer == "closed":
                    self.connection.close()
                    return
                if isinstance(answer, float):
                    time.sleep(answer)
                    answer = 201
                self.send_response(answer if isinstance(answer, int) else 200)
                body = answer if isinstance(answer, bytes) else played.body
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"

    def start(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def url(self, path):
        return f"http://{self.host}{path}"

    def paths(self):
        return [path for path, *_ in self.asked]
