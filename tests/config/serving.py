"""A real server in a thread, around any WSGI application."""

import socket
import threading
import time
from contextlib import contextmanager

import uvicorn

from config.http.protocol import GuardedProtocol
from config.server import OPTIONS, Dispatcher


@contextmanager
def served(application, **options):
    """The address of a server that runs `application` as `make run` would."""
    dispatcher = Dispatcher(application, **({"threads": 2} | options))
    server = uvicorn.Server(uvicorn.Config(dispatcher, http=GuardedProtocol, **OPTIONS))
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        dispatcher.pool.shutdown(cancel_futures=True)


@contextmanager
def wire(address):
    """A bare connection, for requests no client would send."""
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        yield connection


def everything_from(connection):
    """All bytes until the other side closes."""
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)
