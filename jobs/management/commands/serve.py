"""Prepare what is needed and start everything: web, workers, beat."""

import fcntl
import os
import socket
import sys

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command


class Command(BaseCommand):
    help = "准备好一切，启动网页服务和后台任务；按 Ctrl-C 停止。"
    requires_system_checks = ()

    def handle(self, **options):
        keep_others_out()
        refuse_taken_port()
        try:
            call_command("prepare", stdout=self.stdout)
        except KeyboardInterrupt:
            raise CommandError("已停止。") from None
        become_supervisor()


def keep_others_out():
    """One start a data folder. The lock stays with this process, also when it becomes the supervisor."""
    folder = settings.VAR / "run"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(folder / "lock", os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise CommandError(
            f"不能写入 {settings.VAR}（{error.strerror}）。请检查权限，或用 HZH_VAR 指定别的目录。"
        ) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise CommandError(f"{settings.VAR} 已有一个宏智汇在运行。请先停止它，或用 HZH_VAR 指定别的目录。") from None
    os.set_inheritable(lock, True)


def refuse_taken_port():
    try:
        socket.create_server((settings.BIND, settings.PORT)).close()
    except OSError as error:
        taken, free = f"{settings.BIND}:{settings.PORT}", settings.PORT + 1
        words = f"不能使用 {taken}（{error.strerror}）。请换一个端口，例如 PORT={free} make run。"
        raise CommandError(words) from None


def become_supervisor():
    """The same process goes on without Django: it only watches the others, and weighs a tenth."""
    words = {"var": settings.VAR, "bind": settings.BIND, "port": settings.PORT, "address": address()}
    sys.stdout.flush()
    place = settings.ROOT / "config" / "supervisor.py"
    os.chdir(settings.ROOT)
    os.execv(sys.executable, [sys.executable, str(place), *(f"{name}={value}" for name, value in words.items())])


def address():
    if settings.BIND not in ("127.0.0.1", "0.0.0.0", "localhost"):
        return settings.SITE_URL
    return f"http://127.0.0.1:{settings.PORT}"
