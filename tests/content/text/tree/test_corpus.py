"""Every page of the demo and every law: opened and saved without touching anything."""

import os
import re
import zipfile
from pathlib import Path

import pytest

from content.text import render
from content.text.tree import check, markdown_of, tree_of

ROOT = Path(__file__).resolve().parents[4]
LAWS = ROOT.parent / "shared" / "data" / "laws.zip"


def demo_pages():
    for file in sorted((ROOT / "demo" / "texts").rglob("*.md")):
        yield file.name, re.sub(r"\A---\n.*?\n---\n", "", file.read_text(), flags=re.DOTALL).strip("\n")


def laws():
    with zipfile.ZipFile(LAWS) as box:
        for name in box.namelist():
            if name.endswith(".md"):
                yield name, box.read(name).decode()


def opened_and_saved(name, source):
    tree = tree_of(source)
    saved = markdown_of(tree)
    check(tree)
    assert tree_of(saved) == tree, name
    assert markdown_of(tree_of(saved)) == saved, name
    assert without_blanks(render(saved).html) == without_blanks(render(source).html), name
    return saved.strip() == source.strip()


def without_blanks(html):
    """Blanks before the end of a paragraph are not seen."""
    return re.sub(" +(?=</p>|<br>)", "", html)


@pytest.mark.promise("E7")
def test_every_page_of_the_demo():
    assert sum(opened_and_saved(*page) for page in demo_pages()) > 60


@pytest.mark.promise("E7")
@pytest.mark.laws
@pytest.mark.skipif(not LAWS.exists() and "CI" not in os.environ, reason="the corpus of regulations is not here")
def test_every_law():
    same = [opened_and_saved(*law) for law in laws()]

    assert sum(same) > 0.9 * len(same)
