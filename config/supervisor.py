"""Starts web and workers, restarts what dies, leaves nothing behind.

Runs for months beside them, so it imports neither Django nor Celery. `manage.py serve` prepares and then becomes it.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from contextlib import suppress
from pathlib import Path

GRACE = 10  # seconds between asking to end and ending
SHORTEST_PAUSE, LONGEST_PAUSE = 1, 30  # seconds before a restart
HEALTHY_AFTER = 30  # seconds of life after which a child's earlier deaths are forgiven
SILENT_FOR = 60  # seconds without a heartbeat file after which the quick worker is restarted
SLOW_LANE_IDLE = 60  # seconds the second worker waits for more before it ends
PR_SET_PDEATHSIG = 1


def die_with_parent():
    """Ask Linux to kill this process when its parent dies."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def say(words):
    print(words, flush=True)


class Child:
    """One process in a group of its own, so that whatever it forks goes with it."""

    def __init__(self, label, command, environment):
        self.label, self.command, self.environment = label, command, environment
        self.process = None
        self.started_at = self.not_before = 0.0
        self.pause = SHORTEST_PAUSE / 2

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    @property
    def age(self):
        return time.monotonic() - self.started_at

    def start(self):
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # what matters is logged to stderr; Celery greets and takes leave on stdout
            start_new_session=True,
            preexec_fn=die_with_parent,
        )

    def signal_group(self, number):
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)

    def bury(self):
        """After a death: end what it forked, and pause longer before each start that soon fails again."""
        code = self.process.returncode
        self.signal_group(signal.SIGKILL)
        self.process = None
        self.pause = SHORTEST_PAUSE if self.age > HEALTHY_AFTER else min(self.pause * 2, LONGEST_PAUSE)
        self.not_before = time.monotonic() + self.pause
        return code


class Supervisor:
    def __init__(self, *, var, bind, port, address):
        self.run_folder = Path(var) / "run"
        self.bind, self.port, self.address = bind, int(port), address
        self.slow_lane_wanted = self.run_folder / "slow-lane-wanted"
        self.heartbeat = self.run_folder / "heartbeats" / "quick"
        self.began = time.monotonic()
        self.is_ending = self.has_answered = False
        environment = {
            **os.environ,
            "HZH_BOOT": uuid.uuid4().hex,
            "PYTHONUNBUFFERED": "1",
            "CELERY_SKIP_CHECKS": "1",  # they would load every form and view into the workers
            "MALLOC_ARENA_MAX": "2",  # a heap for each thread costs more memory than the waiting it saves
            "PYTHONWARNINGS": "ignore:You're running the worker with superuser",  # a container is its own fence
        }
        worker = [sys.executable, "-m", "config.worker"]
        self.web = Child("网页服务", [sys.executable, "-m", "config.server"], environment)
        self.quick = Child("后台任务", [*worker, "quick", "--beat-inside"], environment)
        self.slow = Child(
            "耗时任务",
            [*worker, "slow", "--pool", "solo"],
            {"HZH_SLOW_LANE_IDLE": str(SLOW_LANE_IDLE), **environment},
        )
        self.children = [self.web, self.quick, self.slow]

    def run(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.end)
        self.web.start()
        self.quick.start()
        try:
            while not self.is_ending:
                self.look_after_children()
                self.announce()
                time.sleep(0.25 if not self.has_answered else 1)
        finally:
            self.stop_all()

    def end(self, *_):
        self.is_ending = True

    def look_after_children(self):
        for child in self.children:
            if child.process and not child.is_running:
                code = child.bury()
                if child is not self.slow or code != 0:
                    say(f"{child.label}意外结束（{code}），{child.pause:.0f} 秒后重新启动。")
            elif not child.process and self.is_wanted(child) and time.monotonic() > child.not_before:
                child.start()
        if self.quick.is_running and self.is_silent():
            say(f"{self.quick.label}没有响应，重新启动。")
            self.quick.signal_group(signal.SIGKILL)

    def is_wanted(self, child):
        return child is not self.slow or (self.is_settled and self.slow_lane_wanted.exists())

    @property
    def is_settled(self):
        """Slow work waits until the page somebody waits for is there."""
        return self.has_answered or time.monotonic() - self.began > HEALTHY_AFTER

    def is_silent(self):
        if self.quick.age < SILENT_FOR:
            return False
        try:
            return abs(time.time() - self.heartbeat.stat().st_mtime) > SILENT_FOR
        except FileNotFoundError:
            return True

    def announce(self):
        if self.has_answered:
            return
        if self.answers():
            self.has_answered = True
            say(f"\n宏智汇已启动：{self.address}\n按 Ctrl-C 停止。")
        elif int(time.monotonic() - self.began) % 5 == 4:
            say(f"正在启动……已 {int(time.monotonic() - self.began)} 秒")
            time.sleep(1)

    def answers(self):
        host = "127.0.0.1" if self.bind in ("0.0.0.0", "") else self.bind
        try:
            with socket.create_connection((host, self.port), timeout=5) as connection:
                connection.sendall(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")
                return b" 200 " in connection.recv(64)
        except OSError:
            return False

    def stop_all(self):
        say("\n正在停止……")
        running = [child for child in self.children if child.is_running]
        for child in running:
            child.signal_group(signal.SIGTERM)
        deadline = time.monotonic() + GRACE
        while any(child.is_running for child in running) and time.monotonic() < deadline:
            time.sleep(0.05)
        for child in running:
            child.signal_group(signal.SIGKILL)
            child.process.wait()
        say("已停止。")


if __name__ == "__main__":
    Supervisor(**dict(argument.split("=", 1) for argument in sys.argv[1:])).run()
