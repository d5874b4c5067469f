"""What we did not write is what its makers published, and locks tell nobody's addresses."""

import hashlib
import re

import pytest
from django.conf import settings

VENDOR = settings.ROOT / "static" / "js" / "vendor"


def test_vendored_scripts_are_unchanged():
    lines = re.findall(r"^\| (\S+\.js) .*\b([0-9a-f]{64}) \|$", (VENDOR / "VENDOR.md").read_text(), re.MULTILINE)

    found = {
        str(path.relative_to(VENDOR)): hashlib.sha256(path.read_bytes()).hexdigest() for path in VENDOR.rglob("*.js")
    }

    assert found == dict(lines)


@pytest.mark.parametrize("name", ("requirements/base.txt", "requirements/dev.txt"))
def test_locks_hold_hashes_and_no_addresses(name):
    text = (settings.ROOT / name).read_text()
    pinned = re.findall(r"^[a-z0-9][^\s=]*==", text, re.MULTILINE)

    assert "://" not in text
    assert len(pinned) == len(re.findall(r"^[a-z0-9][^\n]*\\\n(?:    --hash=sha256:)", text, re.MULTILINE)) > 50


def test_no_lock_that_carries_addresses_is_kept():
    unwanted = ("uv.lock", "pylock.toml", "yarn.lock", "pnpm-lock.yaml")

    assert [name for name in unwanted if (settings.ROOT / name).exists()] == []
    locks = [*settings.ROOT.glob("package-lock.json"), *settings.ROOT.glob("*/package-lock.json")]
    assert [lock.parent.name for lock in locks] == ["frontend"]
    assert [lock for lock in locks if "://" in lock.read_text()] == []
