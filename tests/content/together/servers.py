"""A PostgreSQL and a Redis of a test's own, to be killed and frozen without disturbing anybody."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from tests.jobs.house import _free_port, eventually, is_alive

POSTGRES = max(Path("/usr/lib/postgresql").glob("*/bin"), default=Path(), key=lambda path: path.parent.name.zfill(4))
ARE_HERE = (POSTGRES / "initdb").exists() and shutil.which("redis-server") is not None


class Server:
    """A process and all it has started, in a folder that goes with it."""

    options = {}

    def __init__(self):
        self.port = _free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="hzh-server-"))  # pytest's own folders are closed to other users
        self.process = None

    def start(self):
        with (self.folder / "log").open("a") as log:
            self.process = subprocess.Popen(
                self.command, stdout=log, stderr=subprocess.STDOUT, start_new_session=True, **self.options
            )
        assert eventually(self.is_up, within=30), (self.folder / "log").read_text()
        return self

    def kill(self):
        family = self._tell_all(signal.SIGSTOP, signal.SIGKILL)
        self.process.wait(20)
        assert eventually(lambda: not any(map(is_alive, family)), within=20)

    def freeze(self):
        self._tell_all(signal.SIGSTOP)

    def thaw(self):
        self._tell_all(signal.SIGCONT)

    def _tell_all(self, *numbers):
        """The first of all at once, so that it starts no more; each of PostgreSQL's is the head of its own group."""
        os.kill(self.process.pid, numbers[0])
        family = [self.process.pid, *_children(self.process.pid)]
        for number in numbers:
            for pid in family:
                with suppress(ProcessLookupError):
                    os.kill(pid, number)
        return family

    def close(self):
        if self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class Redis(Server):
    @property
    def command(self):
        return ("redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", self.folder)

    @property
    def url(self):
        return f"redis://127.0.0.1:{self.port}/0"

    def is_up(self):
        import redis

        with suppress(redis.RedisError), redis.Redis.from_url(self.url, socket_timeout=1) as client:
            return client.ping()


class Postgres(Server):
    """Commits as a hospital's does: what it called committed outlives its death."""

    def __init__(self):
        super().__init__()
        if os.geteuid() == 0:  # it refuses root
            self.options = {"user": "postgres", "group": "postgres", "extra_groups": []}
            shutil.chown(self.folder, "postgres", "postgres")
        self._run(
            "initdb", "-D", self.folder / "data", "-U", "hzh", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"
        )

    @property
    def command(self):
        set_to = {
            "port": self.port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "fsync": "off",  # the machine does not die
            "synchronous_commit": "on",
        }
        settings = [part for name, value in set_to.items() for part in ("-c", f"{name}={value}")]
        return (POSTGRES / "postgres", "-D", self.folder / "data", *settings)

    @property
    def url(self):
        return f"postgres://hzh@127.0.0.1:{self.port}/house"

    def is_up(self):
        import psycopg

        try:
            psycopg.connect(self.url.replace("/house", "/postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def fill(self, url):
        """With a copy of another server's database."""
        self._run("createdb", "-h", "127.0.0.1", "-p", self.port, "-U", "hzh", "house")
        dump = self.folder / "dump"
        self._run("pg_dump", "-d", url, "-f", dump)
        self._run("psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", self.url, "-f", dump)
        return self

    def _run(self, name, *arguments):
        command = [POSTGRES / name, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, **self.options)
        assert done.returncode == 0, done.stderr


def _children(pid):
    """Of Linux's own keeping."""
    found = []
    with suppress(FileNotFoundError, ProcessLookupError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += [int(child), *_children(child)]
    return found
