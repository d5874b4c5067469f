"""`pytest --promises` says which promises of the acceptance lists a test proves, and which none names."""

import re
from pathlib import Path

LISTS = Path(__file__).resolve().parent.parent.parent / "shared" / "acceptance"


def pytest_addoption(parser):
    parser.addoption("--promises", action="store_true", help="list proved and unproved promises; run nothing")


def pytest_collection_modifyitems(config, items):
    config.promised = {promise: [] for item in items for mark in item.iter_markers("promise") for promise in mark.args}
    for item in items:
        for mark in item.iter_markers("promise"):
            for promise in mark.args:
                config.promised[promise].append(item.nodeid)
    if config.getoption("promises"):
        items.clear()


def pytest_terminal_summary(terminalreporter, config):
    if not config.getoption("promises"):
        return
    known = _known()
    proved = sorted(config.promised, key=_order)
    terminalreporter.section("promises")
    terminalreporter.line(f"有测试的承诺 {len(proved)}：" + " ".join(f"{p}({len(config.promised[p])})" for p in proved))
    missing = sorted(known - set(proved), key=_order)
    terminalreporter.line(f"没有测试的承诺 {len(missing)}：" + " ".join(missing))
    if known and (unknown := set(proved) - known):
        terminalreporter.line("清单里没有的编号：" + " ".join(sorted(unknown)))


def _known() -> set[str]:
    return {found for path in LISTS.glob("*.md") for found in re.findall(r"\*\*([A-Z]\d+)\*\*", path.read_text())}


def _order(promise):
    return promise[0], int(promise[1:])
