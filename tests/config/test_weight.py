"""What no process carries before somebody needs it: everything at rest takes about 280 MB."""

import json
import subprocess
import sys

import pytest
from django.db import connection

HEAVY = {
    "pypinyin": 54,
    "elasticsearch": 40,
    "rjieba": 33,
    "pptx": 25,
    "docx": 20,
    "openpyxl": 18,
    "pycrdt": 12,
    "opencc": 9,
    "psycopg": 8,
    "pypdfium2": 6,
    "prompt_toolkit": 6,
}  # MB
MOST = {"web": 160, "worker": 140}  # MB resident; 145 and 125 when this was written
FOR_POSTGRESQL = 12

STARTED = {
    "web": """
from config import celery, server, wsgi
from django.template import engines
from django.urls import get_resolver
get_resolver().url_patterns, engines.all()
""",
    "worker": """
from config.worker import app
app.loader.import_default_modules()
""",
}
AT_WORK = """
import json, sys
from hanzi import sounds
from search.analysis import fold
assert (sounds.spoken("行长"), fold("測試")) == (["hang", "zhang"], "测试")
resident = int(open("/proc/self/statm").read().split()[1]) * 4096 / 2**20
print(json.dumps([[name for name, module in sys.modules.items() if module], resident]))
"""


@pytest.mark.parametrize("process", STARTED)
def test_a_process_carries_only_what_it_needs(process, settings):
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "HZH_VAR": str(settings.VAR),
        "PATH": "",
        "MALLOC_ARENA_MAX": "2",
        "CELERY_SKIP_CHECKS": "1",
    }
    is_postgresql = connection.vendor == "postgresql"
    if is_postgresql:
        environment["DATABASE_URL"] = "postgres://somebody@localhost/nowhere"

    script = STARTED[process] + AT_WORK
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script],
        env=environment,
        cwd=settings.ROOT,
        capture_output=True,
        text=True,
    )

    assert not told.returncode, told.stderr[-500:]
    modules, resident = json.loads(told.stdout)
    carried = set(HEAVY) & set(modules)
    assert carried == ({"psycopg"} if is_postgresql else set())
    assert resident < MOST[process] + FOR_POSTGRESQL * is_postgresql
