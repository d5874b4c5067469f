"""Real processes on a data folder of their own, to start, kill and count."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
WORKER = [sys.executable, "-m", "config.worker", "quick", "--beat-inside", "--log-level", "ERROR", "--pool", "solo"]
KILLED = f"hzh_killed_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


class House:
    def __init__(self, folder):
        self.folder = folder
        self.port = _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.processes = []
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.jobs.small",
            "PYTHONPATH": str(ROOT),
            "PORT": str(self.port),
            "HZH_VAR": str(folder),
            "HZH_SLOW_LANE_IDLE": "2",
            "CELERY_SKIP_CHECKS": "1",
        }
        if url := os.environ.get("REDIS_URL"):
            base, number = url.rsplit("/", 1)
            self.environment["REDIS_URL"] = f"{base}/{(int(number) + 8) % 16}"
        if os.environ.get("DATABASE_URL", "").startswith("postgres"):
            self.environment["HZH_KILLED_DATABASE"] = KILLED
            _create_database(os.environ["DATABASE_URL"])

    def furnish(self):
        """Tables, as `prepare` makes them, and those of the tests."""
        self.run("migrate", "--run-syncdb", "-v0")
        self.run("createcachetable")
        return self

    def run(self, *arguments):
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    def ask(self, script):
        """What a short piece of Python prints inside the house."""
        return self.run("shell", "-v0", "-c", script).strip()

    def start(self, *command, told=subprocess.DEVNULL):
        process = subprocess.Popen(command, cwd=ROOT, env=self.environment, start_new_session=True, stdout=told)
        self.processes.append(process)
        return process

    def start_worker(self):
        return self.start(*WORKER)

    def start_supervisor(self):
        words = (f"var={self.folder}", "bind=127.0.0.1", f"port={self.port}", f"address={self.address}")
        return self.start(sys.executable, "config/supervisor.py", *words)

    def empty_broker(self):
        if "REDIS_URL" in self.environment:
            import redis

            redis.Redis.from_url(self.environment["REDIS_URL"]).flushdb()
        for message in self.folder.glob("broker/*/*"):
            message.unlink(missing_ok=True)

    def get(self, path):
        try:
            return httpx.get(self.address + path, timeout=5)
        except httpx.TransportError:
            return None

    def is_ready(self):
        answer = self.get("/readyz")
        return answer is not None and answer.status_code == 200

    def close(self):
        for process in self.processes:
            kill(process)


def kill(process, number=signal.SIGKILL):
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)
    process.wait(20)


def children_of(process):
    """Process ids by what they run: web, quick, slow."""
    found = {}
    for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split():
        words = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
        label = next((word for word in ("quick", "slow") if word in words), "web")
        found[label] = int(pid)
    return found


def is_alive(pid):
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def eventually(claim, within=60):
    """Whether it comes true in time."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if claim():
            return True
        time.sleep(0.1)
    return False


def _free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def _create_database(url):
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {KILLED} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {KILLED}")
