"""One folder that holds everything of an installation, made while people work.

database.sqlite3 or database.dump, files/, secret where the installation made its own, and manifest.json.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing, suppress
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

FORMAT = 1
NAMES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


class Trouble(Exception):
    """Says in words why nothing was done."""


def back_up(folder: Path) -> Path:
    """A new folder below this one, complete or not there at all."""
    target = folder / timezone.localtime().strftime("%Y%m%d-%H%M%S")
    growing = target.with_name(f"{target.name}.part")
    growing.mkdir(parents=True, mode=0o700)
    try:
        # Files before and after the database: whatever its rows name was there in one of the two moments.
        copy_files(growing)
        save_database(growing / NAMES[connection.vendor])
        copy_files(growing)
        copy_secret(growing)
        write_manifest(growing)
        growing.rename(target)
    except BaseException:
        shutil.rmtree(growing, ignore_errors=True)
        raise
    return target


def restore(folder: Path, *, replace=False):
    """Make this installation what the back-up was. Nobody may be working in it meanwhile."""
    manifest = read_manifest(folder)
    refuse_foreign(manifest)
    if not replace and not is_empty():
        raise Trouble("这里已经有数据，没有恢复。确实要用备份代替现在的全部数据，请加 --replace。")
    load_database(folder / NAMES[connection.vendor])
    replace_files(folder)
    if (folder / "secret").exists():
        shutil.copy2(folder / "secret", settings.VAR / "secret")
    forget_what_was_going_on()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    cache.clear()


def copy_files(growing):
    source = Path(settings.MEDIA_ROOT)
    for place in source.rglob("*") if source.exists() else ():
        copy = growing / "files" / place.relative_to(source)
        if place.is_file() and not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):  # deleted since: no row names it any more
                shutil.copy2(place, copy)


def save_database(target):
    if connection.vendor == "postgresql":
        run_postgres("pg_dump", "--format=custom", "--no-owner", f"--file={target}")
        return
    name = settings.DATABASES["default"]["NAME"]
    with closing(sqlite3.connect(f"file:{name}?mode=rw", uri=True)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise Trouble("数据库已损坏，没有备份。")


def copy_secret(growing):
    place = settings.VAR / "secret"
    if place.exists():
        shutil.copy2(place, growing / "secret")


def write_manifest(growing):
    manifest = {
        "format": FORMAT,
        "made": timezone.now().isoformat(),
        "database": connection.vendor,
        "sha256": digest_of(growing / NAMES[connection.vendor]),
        "files": sum(1 for place in (growing / "files").rglob("*") if place.is_file()),
        "migrations": sorted(map(list, MigrationRecorder(connection).applied_migrations())),
    }
    (growing / "manifest.json").write_text(json.dumps(manifest, indent=1))


def read_manifest(folder):
    try:
        return json.loads((folder / "manifest.json").read_text())
    except (OSError, ValueError):
        raise Trouble(f"{folder} 不是完整的备份：没有 manifest.json。") from None


def refuse_foreign(manifest):
    from django.db.migrations.loader import MigrationLoader

    if manifest["format"] != FORMAT:
        raise Trouble("这份备份的格式比现在的程序新，请先升级程序。")
    if manifest["database"] != connection.vendor:
        raise Trouble(f"这份备份来自 {manifest['database']}，现在的数据库是 {connection.vendor}，不能直接恢复。")
    known = set(MigrationLoader(None).disk_migrations)
    ours = {app for app, _name in known}
    unknown = [name for app, name in manifest["migrations"] if app in ours and (app, name) not in known]
    if unknown:
        raise Trouble(f"这份备份比现在的程序新（{'、'.join(unknown[:3])}），请先升级程序。")


def is_empty():
    from django.contrib.auth import get_user_model

    people = get_user_model()
    return people._meta.db_table not in connection.introspection.table_names() or not people.objects.exists()


def load_database(source):
    if digest_of(source) != read_manifest(source.parent)["sha256"]:
        raise Trouble(f"{source} 已损坏：校验和与备份时不同。")
    connection.close()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
        connection.close()
        run_postgres("pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", str(source))
        return
    place = Path(settings.DATABASES["default"]["NAME"])
    place.parent.mkdir(parents=True, exist_ok=True)
    growing = place.with_name(f"{place.name}.part")
    shutil.copyfile(source, growing)
    for left in ("-wal", "-shm"):
        place.with_name(place.name + left).unlink(missing_ok=True)
    os.replace(growing, place)


def replace_files(folder):
    place = Path(settings.MEDIA_ROOT)
    growing, former = place.with_name("files.part"), place.with_name("files.former")
    for left in (growing, former):
        shutil.rmtree(left, ignore_errors=True)
    if (folder / "files").exists():
        shutil.copytree(folder / "files", growing)
    else:
        growing.mkdir(parents=True)
    if place.exists():
        place.rename(former)
    growing.rename(place)
    shutil.rmtree(former, ignore_errors=True)


def forget_what_was_going_on():
    """Messages and marks of the former life; work that is due is in the database."""
    shutil.rmtree(settings.VAR / "broker", ignore_errors=True)
    (settings.VAR / "run" / "prepared.json").unlink(missing_ok=True)


def run_postgres(program, *arguments):
    values = connection.get_connection_params()
    name = settings.DATABASES["default"]["NAME"]
    environment = {**os.environ, "PGPASSWORD": str(values.get("password") or "")}
    for key, variable in (("host", "PGHOST"), ("port", "PGPORT"), ("user", "PGUSER")):
        if values.get(key):
            environment[variable] = str(values[key])
    command = [program, f"--dbname={name}", *arguments]
    try:
        subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    except FileNotFoundError:
        raise Trouble(f"没有找到 {program}。请安装：sudo apt install postgresql-client") from None
    except subprocess.CalledProcessError as error:
        raise Trouble(f"{program} 没有完成：{error.stderr.strip()[-500:]}") from None


def digest_of(path):
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
