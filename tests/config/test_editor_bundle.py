"""The editor in the browser is what its sources say, small enough, and can be built anew from the locked list."""

import gzip
import hashlib
import json
import shutil
import subprocess

import pytest
from django.conf import settings

SOURCES = settings.ROOT / "frontend"
BUNDLE = settings.ROOT / "static" / "js" / "editor"
SHARED = ("static/js/passages.js",)  # sources of the editor that reading needs as they are
MOST = 220 * 1024  # bytes, packed: what is loaded before somebody can write


def test_the_bundle_was_built_from_these_sources():
    assert json.loads((BUNDLE / "built.json").read_text())["sources"] == digest(), "make editor"


@pytest.mark.promise("E14")
def test_what_is_loaded_before_writing_stays_small():
    files = json.loads((BUNDLE / "built.json").read_text())["files"]

    loaded, waiting = set(), ["editor.js"]
    while waiting:
        name = waiting.pop()
        loaded.add(name)
        waiting += [other for other in files[name]["needs"] if other not in loaded]

    assert sum(len(gzip.compress((BUNDLE / name).read_bytes())) for name in loaded) <= MOST


def test_a_new_build_is_the_same(tmp_path):
    modules = _modules(tmp_path)

    subprocess.run(["node", modules.parent / "build.mjs", tmp_path / "built"], check=True, timeout=300)

    assert _texts(tmp_path / "built") == _texts(BUNDLE)


def _modules(tmp_path):
    """Where the packages of the lock lie. Fetched if they can be; else there is nothing to build with."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("Node and npm are not installed: the committed bundle was not built anew.")
    marks = SOURCES / "node_modules" / ".package-lock.json"
    if marks.exists() and marks.stat().st_mtime >= (SOURCES / "package-lock.json").stat().st_mtime:
        return marks.parent
    copy = tmp_path / "frontend"
    shutil.copytree(SOURCES, copy, ignore=shutil.ignore_patterns("node_modules"))
    for name in SHARED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(settings.ROOT / name, tmp_path / name)
    try:
        subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=copy, check=True, timeout=240, capture_output=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        pytest.skip("The packages could not be fetched: the committed bundle was not built anew.")
    return copy / "node_modules"


def _texts(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def digest():
    """As build.mjs counts: every file beside the fetched packages, by its path."""
    paths = [path.relative_to(SOURCES) for path in SOURCES.rglob("*") if path.is_file()]
    own = [str(path) for path in paths if path.parts[0] != "node_modules" and not path.name.startswith(".")]
    total = hashlib.sha256()
    for path in sorted([*own, *(f"../{name}" for name in SHARED)]):
        total.update(f"{path}\n".encode() + (SOURCES / path).read_bytes())
    return total.hexdigest()
