"""What was saved comes back whole, on both databases (P5)."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.database import engine_of

FURNISH = """
from django.core.files.uploadedfile import SimpleUploadedFile
from access import audiences
from content.actions import publishing, writing
from files.actions import publish_files, receive
from tests.cast import make_cast, make_space
from tests.files.samples import PDF
from wiki.models import Article

cast = make_cast()
space = make_space(cast.qingyu, slug="qingyu", editors=[audiences.person(cast.zhou_yaning)])
page = space.add_child(instance=Article(title="输液泵报警处理", maintainer=cast.zhou_yaning))
for body in ("先看管路。", "先看管路，再看泵。"):
    page.body = body
    page.save_revision(user=cast.zhou_yaning).publish()
held = receive(SimpleUploadedFile("流程.pdf", PDF), by=cast.zhou_yaning, about=page)
publish_files(page, [held.uid])
"""

EVERYTHING = """
import hashlib
from django.apps import apps
from files.models import Attachment
for model in sorted(apps.get_models(include_auto_created=True), key=lambda model: model._meta.label):
    if model._meta.managed and not model._meta.proxy:
        for row in sorted(map(repr, model._base_manager.values_list())):
            print(model._meta.label, row)
for held in Attachment.objects.all():
    print(held.file.name, hashlib.sha256(held.file.read()).hexdigest())
"""


class Installation:
    def __init__(self, environment):
        self.environment = {**os.environ, **environment, "DJANGO_SETTINGS_MODULE": "config.settings"}
        self.folder = Path(environment["HZH_VAR"])

    def manage(self, *arguments, check=True):
        command = [sys.executable, "manage.py", *map(str, arguments)]
        told = subprocess.run(command, cwd=settings.ROOT, env=self.environment, capture_output=True, text=True)
        assert told.returncode == 0 or not check, told.stderr
        return told

    def everything(self):
        return self.manage("shell", "-v0", "-c", EVERYTHING).stdout.splitlines()


@pytest.fixture
def engine(db):
    return engine_of(connection)


@pytest.fixture
def hospital(engine, tmp_path):
    hospital = Installation(engine.house(tmp_path / "hospital"))
    hospital.manage("shell", "-v0", "-c", FURNISH)
    return hospital


@pytest.fixture
def backup(hospital, tmp_path):
    hospital.manage("back_up", tmp_path / "backups")
    (folder,) = (tmp_path / "backups").iterdir()
    return folder


@pytest.mark.promise("P5")
def test_an_empty_system_becomes_the_one_that_was_saved(engine, hospital, backup, tmp_path):
    other = Installation(engine.house(tmp_path / "other", empty=True))

    other.manage("restore", backup)

    before, after = hospital.everything(), other.everything()
    assert any("输液泵报警处理" in line for line in before)
    assert any("流程" in line for line in before)
    assert sum(line.startswith("wagtailcore.Revision ") for line in before) == 2
    assert after == before


@pytest.mark.promise("P5")
def test_what_is_there_is_only_replaced_when_asked(hospital, backup):
    before = hospital.everything()
    hospital.manage("shell", "-v0", "-c", "from org.models import User; User.objects.update(name='改过')")

    refused = hospital.manage("restore", backup, check=False)

    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    assert hospital.everything() != before
    hospital.manage("restore", backup, "--replace")
    assert hospital.everything() == before


@pytest.mark.promise("P5")
def test_a_damaged_backup_changes_nothing(hospital, backup):
    before = hospital.everything()
    (database,) = backup.glob("database.*")
    database.write_bytes(database.read_bytes()[:-1])

    refused = hospital.manage("restore", backup, "--replace", check=False)

    assert refused.returncode == 1
    assert "已损坏" in refused.stderr
    assert hospital.everything() == before


def test_what_is_no_backup_is_refused_in_words(hospital, tmp_path):
    refused = hospital.manage("restore", tmp_path, check=False)

    assert refused.returncode == 1
    assert "manifest.json" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's dump is a snapshot by itself")
def test_a_writer_in_the_middle_neither_waits_nor_is_half_saved(hospital, tmp_path):
    writer = sqlite3.connect(hospital.folder / "db.sqlite3", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE org_user SET name = '写了一半'")

    hospital.manage("back_up", tmp_path / "backups")
    writer.execute("COMMIT")

    (saved,) = (tmp_path / "backups").glob("*/database.sqlite3")
    names = sqlite3.connect(saved).execute("SELECT name FROM org_user").fetchall()
    assert ("周雅宁",) in names
    assert ("写了一半",) not in names


def test_a_backup_that_fails_leaves_nothing_that_looks_like_one(hospital, tmp_path):
    shutil.rmtree(hospital.folder / "files")
    hospital.environment |= {"PATH": "", "DATABASE_URL": "sqlite:////nowhere/db.sqlite3"}

    failed = hospital.manage("back_up", tmp_path / "backups", check=False)

    assert failed.returncode == 1
    assert list((tmp_path / "backups").glob("*")) == []
