"""The same tests run on the embedded default and on the full stack (P7); CI leaves none of them out."""

import re
from pathlib import Path

import pytest
from django.conf import settings

TESTS = Path(settings.ROOT) / "tests"
# Tests that belong to one database by their nature: the other has no such thing to test.
ONE_DATABASE = {
    "tests/jobs/test_backups.py": "PostgreSQL's dump is a snapshot by itself",
    "tests/content/test_plans.py": "PostgreSQL scans what is small, whatever index it has",
    "tests/content/together/test_killing.py": "needs Redis and PostgreSQL",
    "tests/content/together/test_killing_servers.py": "needs Redis and PostgreSQL",
    "tests/search/elastic.py": "needs Elasticsearch (make test-full)",
    "tests/search/test_engines_visible.py": "what it has not heard of, Elasticsearch leaves out",
    "tests/search/test_indexing.py": "reads SQLite's plans",
    "tests/search/test_rebuilding.py": "looks into SQLite's tables",
}
# The committed bundle is tested everywhere; that a new build is the same needs a registry, which nobody promises.
MAY_BE_LEFT_OUT = {
    "tests/config/test_editor_bundle.py": "the committed bundle was not built anew",
    "tests/content/together/test_browser.py": "the packages of the editor are not here",
}
SKIPPING = re.compile(r"pytest\.(?:mark\.)?(?:skip|skipif|importorskip|xfail)\b.*")


def command_of(target):
    """The pytest line of a target of the Makefile, without the services it names first."""
    recipe = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", (settings.ROOT / "Makefile").read_text(), re.M)[1]
    return re.search(r"\$\(PY\) -m pytest.*", recipe)[0]


@pytest.mark.promise("P7")
def test_both_stacks_run_the_same_selection():
    steps = (settings.ROOT / ".ci" / "run").read_text()

    assert command_of("test") == command_of("test-full")
    assert re.search(r'make test (ARGS="[^"]*")', steps)[1] == re.search(r'make test-full (ARGS="[^"]*")', steps)[1]
    assert "-k" not in command_of("test")
    assert "--ignore" not in (settings.ROOT / "pyproject.toml").read_text()


@pytest.mark.promise("P7")
def test_what_is_left_out_is_a_failure_in_ci_or_has_a_reason():
    silent = []
    for path in sorted(TESTS.rglob("*.py")):
        name = path.relative_to(settings.ROOT).as_posix()
        for line in SKIPPING.findall(path.read_text()) if path != Path(__file__) else ():
            if (ONE_DATABASE | MAY_BE_LEFT_OUT).get(name, "\0") not in line and '"CI"' not in line:
                silent.append(f"{name}: {line}")

    assert silent == []


@pytest.mark.promise("P7")
def test_no_test_asks_which_database_it_runs_on():
    asking = {
        path.relative_to(settings.ROOT).as_posix()
        for path in TESTS.rglob("test_*.py")
        if path != Path(__file__) and re.search(r"connection\.vendor|DATABASE_URL", path.read_text())
    }

    tell_processes = {"tests/config/test_environment.py", "tests/config/test_weight.py"}
    assert asking - tell_processes <= set(ONE_DATABASE)
