"""The one web process: uvicorn, and a dispatcher that hands HTTP to Django's WSGI handler in a fixed pool of threads.

A quarter of the cost of Django's own ASGI handler (docs/performance.md). Threads only think: request bodies are
collected, and files and streams sent, in asyncio, so nobody's slow line holds one.
"""

import asyncio
import logging
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from django.utils.module_loading import import_string

from config.http.answers import Answer
from config.http.bodies import Impatient, TooLarge, read_body
from config.http.environs import client_address, environ_from, is_proxied
from config.http.refusals import Refusals
from config.limits import body_limit

QUEUE = 100  # requests that may wait for a thread; at 20 ms a page and 4 threads half a second
THINK = 60  # seconds until the browser is told to try again; the thread goes on, it cannot be stopped
LINGER = 2  # seconds during which a refused sender may still talk, so that it hears the refusal
PRIVATE_PATHS = ("/report/",)  # anonymous reports: these addresses never stand in a log
SOCKETS = {  # address prefix: asyncio handler (scope, receive, send), loaded with the first who comes
    "/live/pages/": "content.together.sockets.page",
    "/live/me": "notifications.live.sockets.me",
}
ENDINGS = ["content.together.sockets.end", "notifications.live.sockets.end"]  # what is done when the process ends
OPTIONS = {  # uvicorn's
    "ws": "websockets-sansio",
    "ws_max_size": 2 * 1024 * 1024,  # bytes of a message; rooms refuse above half of it, in words
    "ws_per_message_deflate": False,  # what is typed is too short to be worth it
    "ws_ping_interval": 15,
    "ws_ping_timeout": 15,  # a broken line is noticed within half a minute
    "lifespan": "on",
    "proxy_headers": False,
    "server_header": False,
    "access_log": False,
    "log_config": None,
    "timeout_keep_alive": 75,  # longer than nginx keeps its side open
    "timeout_graceful_shutdown": 5,
    "limit_concurrency": 6000,  # most are lines that only wait; requests have a limit of their own, QUEUE
}

access_log = logging.getLogger("hzh.access")
logger = logging.getLogger("hzh.server")


class Dispatcher:
    """An ASGI application around a WSGI one."""

    def __init__(self, application, *, threads, trusted_proxies=0, file_roots=()):
        self.application = application
        self.trusted_proxies = trusted_proxies
        self.file_roots = file_roots
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="web")
        self.room = threads + QUEUE
        self.inside = 0
        self.refusals = Refusals()

    async def __call__(self, scope, receive, send):
        if scope["type"] == "websocket":
            await self._connect(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)
        elif scope["type"] == "lifespan":
            await _live(receive, send)

    async def _connect(self, scope, receive, send):
        handler = next((SOCKETS[prefix] for prefix in SOCKETS if scope["path"].startswith(prefix)), None)
        if handler:
            await import_string(handler)(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 4404})

    async def _answer(self, scope, receive, send):
        began = time.monotonic()
        address = client_address(scope, self.trusted_proxies)
        answer = await self._think(scope, receive, address)
        if answer is None:
            return  # the browser left before it had said all
        if answer.is_refusal:
            answer = await self.refusals.weigh(address, answer)
        await answer.send(send, receive)
        if access_log.isEnabledFor(logging.INFO) and not scope["path"].startswith(PRIVATE_PATHS):
            milliseconds = (time.monotonic() - began) * 1000
            access_log.info("%s %s %s %s %.0f ms", address, scope["method"], scope["path"], answer.status, milliseconds)

    async def _think(self, scope, receive, address):
        limit = body_limit(scope["path"])
        headers = dict(scope["headers"])
        if self.inside >= self.room:
            return Answer.refuse(503, linger=LINGER, retry_after=2)
        self.inside += 1
        thinking = None
        try:
            body, length = await read_body(receive, headers, limit)
            if body is None:
                return None
            trusts = is_proxied(scope, self.trusted_proxies)
            environ = environ_from(scope, body, length, address, trusts_proxy=trusts)
            loop = asyncio.get_running_loop()
            thinking = loop.run_in_executor(self.pool, Answer.of, self.application, environ, loop, self.file_roots)
            return await asyncio.wait_for(asyncio.shield(thinking), THINK)
        except TooLarge:
            return Answer.refuse(413, linger=LINGER)
        except Impatient:
            return Answer.refuse(408)
        except TimeoutError:
            logger.error("%s took longer than %s s.", _shown(scope), THINK)
            return Answer.refuse(504)
        except Exception:
            logger.exception("%s failed outside Django.", _shown(scope))
            return Answer.refuse(500)
        finally:
            self._leave(thinking)

    def _leave(self, thinking):
        """A thread that thinks on after its time still takes a place."""
        if thinking is None or thinking.done():
            self.inside -= 1
        else:
            thinking.add_done_callback(self._left)

    def _left(self, thinking):
        self.inside -= 1
        if not thinking.cancelled() and not thinking.exception():
            thinking.result().close()


async def _live(receive, send):
    """From the first breath of the process to the last: what rooms hold is written down before it ends."""
    while True:
        message = await receive()
        if message["type"] == "lifespan.shutdown":
            for ending in ENDINGS:
                module, _, name = ending.rpartition(".")
                if module in sys.modules:
                    await getattr(sys.modules[module], name)()
            await send({"type": "lifespan.shutdown.complete"})
            return
        await send({"type": "lifespan.startup.complete"})


def _shown(scope):
    return "A private address" if scope["path"].startswith(PRIVATE_PATHS) else scope["path"]


def warm_up():
    """Import every address and template tag now, not during somebody's first click."""
    import gc

    from django.template import engines
    from django.urls import get_resolver

    from config import celery  # noqa: F401  the first save would wait half a second for this import
    from config.http import pages

    _ = get_resolver().url_patterns, engines.all()
    pages.draw()
    gc.collect()
    gc.freeze()  # what is loaded now stays: no collection needs to walk through it again


def allow_many_lines():
    """A line is an open file, and many systems allow a process a thousand unless it asks for more."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * OPTIONS["limit_concurrency"]
    enough = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < enough:
        resource.setrlimit(resource.RLIMIT_NOFILE, (enough, hard))


def main():
    import uvicorn
    from django.conf import settings

    from config import env
    from config.http.protocol import GuardedProtocol
    from config.wsgi import application

    allow_many_lines()
    warm_up()
    roots = (settings.MEDIA_ROOT.resolve(),)
    dispatcher = Dispatcher(application, threads=env.THREADS, trusted_proxies=env.TRUSTED_PROXIES, file_roots=roots)
    uvicorn.run(dispatcher, host=env.BIND, port=env.PORT, http=GuardedProtocol, **OPTIONS)


if __name__ == "__main__":
    main()
