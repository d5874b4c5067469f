"""What no process carries before somebody needs it: everything at rest stays below 320 MB."""

import subprocess
import sys

import pytest

HEAVY = {
    "pypinyin": 55,
    "elasticsearch": 40,
    "rjieba": 33,
    "openpyxl": 18,
    "pptx": 25,
    "docx": 20,
    "opencc": 9,
    "pypdfium2": 6,
}  # MB

LOADED = """
import django
django.setup()
from django.urls import get_resolver
if {with_addresses}:
    get_resolver().url_patterns
import sys
print(*sorted(set(sys.modules) & {heavy}))
"""


@pytest.mark.parametrize("with_addresses", (True, False), ids=("web", "worker"))
def test_heavy_libraries_are_imported_when_first_used(with_addresses, settings):
    script = LOADED.format(with_addresses=with_addresses, heavy=set(HEAVY))
    environment = {"DJANGO_SETTINGS_MODULE": "config.settings", "HZH_VAR": str(settings.VAR), "PATH": ""}

    told = subprocess.run(
        [sys.executable, "-c", script], env=environment, cwd=settings.ROOT, capture_output=True, text=True, check=True
    )

    assert told.stdout.split() == []
