"""Style sheets and scripts keep to the rules that the browser floor and the security policy set."""

import re

import pytest

from tests.ui.templates import ROOT

SHEETS = sorted((ROOT / "static" / "css").rglob("*.css"))
CONTROLLERS = sorted((ROOT / "static" / "js" / "controllers").glob("*.js"))


def name(path):
    return path.name


@pytest.mark.parametrize("sheet", SHEETS, ids=name)
def test_a_sheet_stays_small_and_within_the_policy(sheet):
    text = sheet.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= 600
    assert "data:" not in text
    assert "@import" not in text
    assert not re.search(r"oklch|color-mix|light-dark|@layer|@container", text.partition("*/")[2])


def test_every_variable_is_set_somewhere():
    texts = [sheet.read_text(encoding="utf-8") for sheet in SHEETS]
    known = set(re.findall(r"(--[\w-]+)\s*:", "".join(texts)))
    used = set(re.findall(r"var\((--[\w-]+)\)", "".join(texts)))

    assert used - known == {"--pc"} & used  # the colour of a fellow writer comes with live editing


def test_both_dark_blocks_are_the_same():
    tokens = (ROOT / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    blocks = [
        re.findall(r"(--[\w-]+: [^;]+);", block)
        for block in re.findall(r"color-scheme: dark;(.*?)\n\s*}\n", tokens, re.DOTALL)
    ]

    assert len(blocks) == 2
    assert blocks[0] == blocks[1]


@pytest.mark.parametrize("controller", CONTROLLERS, ids=name)
def test_a_behaviour_is_short_and_started(controller):
    text = controller.read_text(encoding="utf-8")
    app = (ROOT / "static" / "js" / "app.js").read_text(encoding="utf-8")

    assert len(text.splitlines()) <= 80
    assert f"./controllers/{controller.name}" in app
    assert "innerHTML =" not in text.replace("waiting.innerHTML =", "")
