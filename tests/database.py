"""A database for every run and every worker, copied from one that was migrated once.

Migrating takes half a minute, copying a blink. The template is made again when a migration or a requirement changes,
or with --create-db. Everything a run writes lives in var/tests/<worker>, apart from what `make run` uses.
"""

import fcntl
import os
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
PLACE = Path(os.environ.get("HZH_TESTS") or Path(os.environ.get("HZH_VAR") or ROOT / "var") / "tests")

# Before the settings are read: each worker has its folder and its Redis database.
os.environ["HZH_TESTS"] = str(PLACE)
os.environ["HZH_VAR"] = str(PLACE / WORKER)
if url := os.environ.get("REDIS_URL"):
    number = int(WORKER.removeprefix("gw")) if WORKER.startswith("gw") else 15
    os.environ["REDIS_URL"] = f"{url.rstrip('/').rsplit('/', 1)[0]}/{number}"


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker):
    """Instead of pytest-django's own, which migrates in every worker."""
    from django.db import connection

    engine = {"sqlite": Sqlite, "postgresql": Postgres}[connection.vendor](connection)
    with django_db_blocker.unblock():
        with one_at_a_time():
            if not engine.has_template(mark()) or (request.config.getvalue("create_db") and WORKER in ("alone", "gw0")):
                engine.make_template(mark())
        engine.copy()
    yield
    with django_db_blocker.unblock():
        connection.close()


@contextmanager
def one_at_a_time():
    PLACE.mkdir(parents=True, exist_ok=True)
    with (PLACE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def mark():
    from jobs import fingerprints

    return fingerprints.of_contents("*/migrations/*.py")[:16]


def engine_of(connection):
    engine = {"sqlite": Sqlite, "postgresql": Postgres}[connection.vendor](connection)
    engine.has_template(mark())
    return engine


def migrate_into(connection, name):
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()


def use(connection, name):
    connection.close()
    connection.settings_dict["NAME"] = name


class Sqlite:
    def __init__(self, connection):
        self.connection = connection
        self.folder = PLACE / "template"

    def has_template(self, mark):
        self.template = self.folder / f"{mark}.sqlite3"
        return self.template.exists()

    def make_template(self, mark):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        growing = self.folder / "growing.sqlite3"
        migrate_into(self.connection, str(growing))
        use(self.connection, str(growing))
        with self.connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(self.template)])
        self.connection.close()
        growing.unlink()

    def copy(self):
        target = PLACE / WORKER / "db.sqlite3"
        target.parent.mkdir(parents=True, exist_ok=True)
        for part in ("", "-wal", "-shm"):
            target.with_name(target.name + part).unlink(missing_ok=True)
        shutil.copyfile(self.template, target)
        use(self.connection, str(target))

    def house(self, folder, *, empty=False):
        """The environment of processes with a data folder and a database of their own."""
        folder.mkdir()
        if not empty:
            shutil.copyfile(self.template, folder / "db.sqlite3")
        return {"HZH_VAR": str(folder)}


class Postgres:
    def __init__(self, connection):
        self.connection = connection
        self.base = f"test_{os.environ['DATABASE_URL'].rpartition('/')[2].partition('?')[0]}"

    def has_template(self, mark):
        self.template = f"{self.base}_template_{mark}"
        return self.template in self._names("template")

    def make_template(self, mark):
        for name in self._names("template"):
            self._execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        growing = f"{self.base}_template_growing"
        migrate_into(self.connection, growing)
        self._execute(f'ALTER DATABASE "{growing}" RENAME TO "{self.template}"')

    def copy(self):
        name = f"{self.base}_{WORKER}"
        with one_at_a_time():  # a template is copied by one at a time
            self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{self.template}"')
        use(self.connection, name)

    def house(self, folder, *, empty=False):
        folder.mkdir()
        name = f"{self.base}_{WORKER}_{folder.name}"
        template = "template0" if empty else self.template
        with one_at_a_time():
            self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return {"HZH_VAR": str(folder), "DATABASE_URL": f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"}

    def _names(self, kind):
        pattern = f"{self.base}_{kind}_%".replace("_", r"\_")
        with self.connection._nodb_cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [pattern])
            return [name for (name,) in cursor.fetchall()]

    def _execute(self, statement):
        with self.connection._nodb_cursor() as cursor:
            cursor.execute(statement)
