"""The floors of docs/architecture.md are kept by import-linter; nothing of ours escapes its list."""

import tomllib

from django.conf import settings

LINTER = tomllib.loads((settings.ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]


def ours():
    rooms = {app for app in settings.INSTALLED_APPS if (settings.ROOT / app / "__init__.py").exists()}
    return rooms | {"config"}


def test_import_linter_sees_every_room():
    assert set(LINTER["root_packages"]) == ours()


def test_every_room_stands_on_a_floor():
    (contract,) = LINTER["contracts"]

    standing = [room.strip() for floor in contract["layers"] for room in floor.split("|")]

    assert sorted(standing) == sorted(ours())
