"""A whole house for editing together: one or more web processes on one database, and a hand inside."""

import json
import os
import signal
import subprocess
import sys

import httpx

from tests.jobs.house import ROOT, _free_port, eventually, kill

WEB = (sys.executable, "-m", "config.server")


class Web:
    """A web process of the house."""

    def __init__(self, house):
        self.house, self.port = house, _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self):
        environment = {**self.house.environment, "PORT": str(self.port)}
        log = (self.house.folder / f"web-{self.port}.log").open("a")
        self.process = subprocess.Popen(
            WEB, cwd=ROOT, env=environment, start_new_session=True, stdout=log, stderr=subprocess.STDOUT
        )
        assert eventually(self.is_up, within=90), self.log
        return self

    def is_up(self):
        try:
            return httpx.get(f"{self.address}/healthz", timeout=5).status_code == 200
        except httpx.TransportError:
            return False

    def kill(self, number=signal.SIGKILL):
        kill(self.process, number)

    def pause(self):
        os.killpg(self.process.pid, signal.SIGSTOP)

    def resume(self):
        os.killpg(self.process.pid, signal.SIGCONT)

    @property
    def log(self):
        return (self.house.folder / f"web-{self.port}.log").read_text()


class LiveHouse:
    def __init__(self, folder, environment, webs=1):
        self.folder = folder
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.content.together.settings",
            "PYTHONPATH": str(ROOT),
            "CELERY_SKIP_CHECKS": "1",
            **environment,
        }
        hand = (sys.executable, "-W", "ignore", "-m", "tests.content.together.hand")
        self.hand = subprocess.Popen(
            hand, cwd=ROOT, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.webs = [Web(self) for _ in range(webs)]
        self.others = []

    def start(self):
        for web in self.webs:
            web.start()
        return self

    def begin(self, *command):
        """Another process of the house."""
        process = subprocess.Popen(command, cwd=ROOT, env=self.environment, start_new_session=True)
        self.others.append(process)
        return process

    def do(self, code="", tell=""):
        """Run Python in the house and answer what it tells."""
        print(json.dumps({"do": code, "tell": tell}), file=self.hand.stdin, flush=True)
        answer = json.loads(self.hand.stdout.readline())
        assert "failed" not in answer, answer["failed"]
        return answer["answer"]

    def tell(self, words):
        return self.do(tell=words)

    def close(self):
        for web in self.webs:
            if web.process:
                kill(web.process)
        for process in self.others:
            kill(process)
        self.hand.stdin.close()
        self.hand.wait(20)
