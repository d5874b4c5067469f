"""Style sheets and scripts keep to the rules that the browser floor and the security policy set."""

import re

import pytest

from tests.ui.templates import ROOT, all_templates

SHEETS = sorted((ROOT / "static" / "css").rglob("*.css"))
PRINTED = sorted((ROOT / "content" / "convert").rglob("*.css"))
CONTROLLERS = sorted((ROOT / "static" / "js" / "controllers").glob("*_controller.js"))


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

    assert used - known == set()


def test_every_class_that_a_template_names_is_in_a_sheet():
    """Mostly finds names of the prototype that were left unchanged (docs/design.md has the list)."""
    sheets = [*SHEETS, *PRINTED]
    known = {name for sheet in sheets for name in re.findall(r"\.([a-zA-Z][\w-]*)", sheet.read_text(encoding="utf-8"))}
    strange = set()
    for path, text in all_templates():
        plain = re.sub(r"{%.*?%}|{{.*?}}", "{}", text, flags=re.DOTALL)
        names = {name for names in re.findall(r'class="([^"]*)"', plain) for name in names.split() if "{}" not in name}
        strange |= {f"{path.relative_to(ROOT)}: {name}" for name in names - known}

    assert sorted(strange) == []


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
    entries = "".join(entry.read_text(encoding="utf-8") for entry in (ROOT / "static" / "js").glob("*.js"))

    assert len(text.splitlines()) <= 80
    assert f"./controllers/{controller.name}" in entries
