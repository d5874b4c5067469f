"""Threads that may use the database, so that the loop never does: each gives broken connections back."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from django.db import close_old_connections, connections
from django.utils import translation


class Threads:
    def __init__(self, count, name):
        self.count = count
        self.pool = ThreadPoolExecutor(count, thread_name_prefix=name)

    async def __call__(self, function, *arguments, **named):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.pool, _with_database, function, arguments, named)

    async def close(self):
        """Waits for what is under way."""
        loop = asyncio.get_running_loop()
        for _ in range(self.count):
            await loop.run_in_executor(self.pool, connections.close_all)
        self.pool.shutdown(wait=False)


def _with_database(function, arguments, named):
    close_old_connections()
    try:
        return function(*arguments, **named)
    finally:
        translation.deactivate()
        close_old_connections()
