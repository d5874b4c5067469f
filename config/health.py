"""Two addresses for machines: is the process alive, and is everything it needs."""

import os
import time
from contextlib import suppress

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.utils import timezone

from jobs.health import is_worker_alive

ASKED_AT_MOST_EVERY = 2  # seconds: the address is public


def healthz(request):
    """The process answers; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


def readyz(request):
    """Each part by itself; 503 when one is missing."""
    parts = _parts()
    is_ready = all(parts.values())
    answer = JsonResponse({"ready": is_ready, "parts": parts}, status=200 if is_ready else 503)
    answer["Cache-Control"] = "no-store"
    answer._has_been_logged = True  # Django logs each 503 as an error; a probe asks every few seconds
    return answer


class HealthMiddleware:
    """Answers both before hosts, sessions and redirects: a probe knows none of them."""

    VIEWS = {"/healthz": healthz, "/readyz": readyz}

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        view = self.VIEWS.get(request.path_info)
        return view(request) if view else self.get_response(request)


_last = (0.0, {})


def _parts():
    global _last
    if time.monotonic() - _last[0] > ASKED_AT_MOST_EVERY:
        checks = {"database": _database, "broker": _broker, "worker": is_worker_alive, "cache": _cache}
        if settings.ELASTICSEARCH_URL:
            checks["search"] = _search
        _last = time.monotonic(), {name: _holds(check) for name, check in checks.items()}
    return _last[1]


def _holds(check):
    try:
        return bool(check())
    except Exception:
        with suppress(Exception):
            connection.close()  # a connection that died is not used again when the database is back
        return False


def _database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _broker():
    if not settings.REDIS_URL:
        folder = settings.VAR / "broker"
        folder.mkdir(parents=True, exist_ok=True)
        return os.access(folder, os.W_OK)
    import redis

    with redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=2, socket_timeout=2) as client:
        return client.ping()


def _cache():
    mark = timezone.now().isoformat()
    cache.set("readyz", mark, 60)
    return cache.get("readyz") == mark


def _search():
    from search.engines import beside

    beside().places()  # it answers; what it knows is its own affair, and the database stands in for it
    return True
