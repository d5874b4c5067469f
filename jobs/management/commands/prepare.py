"""Bring translations, database, static files and, in demo mode, the demo group up to date."""

import gc
import os
import time
from pathlib import Path

import polib
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError, call_command, get_commands
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from jobs import fingerprints


class Command(BaseCommand):
    help = "准备翻译、数据库、页面资源和演示数据；没有变化的步骤会跳过。"
    requires_system_checks = ()  # they cost two seconds of every start; done below when something changed

    def add_arguments(self, parser):
        parser.add_argument("--again", action="store_true", help="不跳过任何步骤。")

    def handle(self, *, again, **options):
        self.prepared = fingerprints.Prepared()
        if again:
            self.prepared.forget()
        self.step("翻译", translations_mark, compile_translations)
        self.meet_the_database()
        self.step("数据库", database_mark, self.migrate)
        self.step("页面资源", static_mark, collect_static)
        if settings.DEMO:
            self.load_demo()

    def step(self, label, mark, action):
        """Do it unless the mark is the one of last time."""
        if self.prepared.mark_of(label) == mark():
            return
        began = time.monotonic()
        self.say(f"正在准备{label}……")
        action()
        self.prepared.remember(label, mark())
        self.say(f"{label}已就绪，用时 {time.monotonic() - began:.0f} 秒。")

    def meet_the_database(self):
        try:
            connection.ensure_connection()
        except OperationalError as error:
            reason = str(error).strip().splitlines()[0]
            raise CommandError(f"连不上数据库（{reason}）。请确认它正在运行，并检查 DATABASE_URL。") from None

    def say(self, words):
        self.stdout.write(words)
        self.stdout.flush()

    def migrate(self):
        self.check()
        gc.freeze()  # models come and go by the ten thousand: do not look each time through all that stays
        call_command("migrate", interactive=False, stdout=Migrating(self.say), no_color=True)
        call_command("createcachetable", verbosity=0)

    def load_demo(self):
        """Only into an empty house, or where loading was interrupted."""
        mark = self.prepared.mark_of("演示数据")
        if "demo_data" not in get_commands() or (mark != "begun" and get_user_model().objects.exists()):
            return
        self.prepared.remember("演示数据", "begun")
        self.say("正在载入演示集团……")
        call_command("demo_data", stdout=self.stdout)
        self.prepared.remember("演示数据", "loaded")


class Migrating:
    """Counts what `migrate` tells, and passes on every 25th line."""

    def __init__(self, say):
        self.say, self.done, self.total = say, 0, missing_migrations()

    def write(self, text):
        if " OK" not in text:
            return
        self.done += 1
        if self.done % 25 == 0:
            self.say(f"  已完成 {self.done}/{self.total}")

    def flush(self):
        pass


def translations_mark():
    return fingerprints.of_dates("locale/**/*.po", "locale/**/*.mo")


def compile_translations():
    for path in Path(settings.ROOT).glob("locale/**/*.po"):
        temporary = path.with_suffix(".mo.part")
        polib.pofile(str(path)).save_as_mofile(str(temporary))
        os.replace(temporary, path.with_suffix(".mo"))


def database_mark():
    """Which database has seen which migrations. A file is known by its inode; a server is asked what is missing."""
    name = settings.DATABASES["default"]["NAME"]
    if connection.vendor == "sqlite":
        known_by = Path(name).stat().st_ino if Path(name).exists() else None
    else:
        known_by = missing_migrations()
    return f"{name} {known_by} {fingerprints.of_contents('*/migrations/*.py')}"


def missing_migrations():
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def static_mark():
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    return f"{manifest} {manifest.exists()} {fingerprints.of_dates('static/**/*', '*/static/**/*')}"


def collect_static():
    call_command("collectstatic", interactive=False, verbosity=0)
