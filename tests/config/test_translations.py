"""Everything a person reads is there in Chinese and in English (P19)."""

import ast
import os
import re
import shutil

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

ROOT = settings.ROOT
ENGLISH = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"
CHINESE = re.compile(r"[\u3400-\u9fff]")
HOLES = re.compile(r"%\(\w+\)[sd]")

TRANSLATED = re.compile(
    r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}"
    r"|\{% blocktrans(?:late)?\b.*?\{% endblocktrans(?:late)? %\}|\{% trans(?:late)?\b.*?%\}"
    r"|_\((?:\"[^\"]*\"|'[^']*')\)",
    re.DOTALL,
)
WRAPPERS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
OPERATORS = "management/commands/", "jobs/backups.py", "config/", "demo/", "migrations/"
NO_SENTENCES_OF_OURS = {
    "content/actions/spaces.py": "names of rows that stewards rename",
    "content/roots.py": "names of rows that stewards rename",
    "content/unit_spaces.py": "names of rows that stewards rename",
    "content/comments/wording.py": "a pattern of names",
    "subscriptions/personal.py": "a pattern of what numbers of patients are called",
    "content/together/inserting.py": "kinds of callouts, stored with the text",
    "content/text/depicting.py": "stored with the text, in the text's language",
    "content/convert/sheets/": "formats of workbooks, read; it runs where there is no Django",
    "content/convert/word/": "words of files, read; it runs where there is no Django",
    "content/text/dialect.py": "stored with the text, in the text's language",
    "content/text/dressing/anchors.py": "words of regulations, read",
    "content/text/dressing/callouts.py": "stored with the text, in the text's language",
    "content/text/dressing/tables.py": "stored with the text, in the text's language",
    "content/text/tree/": "stored with the text, in the text's language",
    "content/transfer/words_in.py": "words of regulations, read",
    "org/slips.py": "characters of one-time passwords",
    "people/staff/cells.py": "cells of staff lists, read",
    "people/staff/columns.py": "columns of staff lists, read",
    "files/readers/word.py": "words of files, read",
    "files/readers/words.py": "words of files, read",
    "search/analysis/tokens.py": "the Han characters",
    "search/answering/cues.py": "questions as people ask them, read",
    "search/answering/meaning.py": "questions as people ask them, read",
    "search/language/dates.py": "dates as people write them, read",
    "search/language/names.py": "names of filters, read",
    "search/language/reading.py": "signs, read",
    "search/words/sheets.py": "columns of tables, read again",
    "ui/samples.py": "people of the style guide",
    "wiki/recognising.py": "words of regulations, read",
}
NO_WORDS = ("周雅宁", "[!注意]", "简体中文")  # a name, Markdown, and the language's own name for itself


def rooms():
    return [ROOT / app for app in settings.INSTALLED_APPS if (ROOT / app / "__init__.py").exists()]


def python_files():
    files = [path for room in rooms() for path in room.rglob("*.py")]
    return [path for path in files if not any(each in path.relative_to(ROOT).as_posix() for each in OPERATORS)]


def templates():
    return [*(ROOT / "templates").rglob("*.html"), *(ROOT / "templates").rglob("*.txt")]


def bare_words(tree):
    """Chinese strings outside docstrings and outside calls that translate."""
    wrapped, docs = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in WRAPPERS:
            wrapped |= {id(each) for each in ast.walk(node)}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            docs.add(id(node.value))
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and CHINESE.search(node.value) and id(node) not in wrapped | docs:
            yield node


@pytest.mark.promise("P19")
def test_no_chinese_word_of_a_template_escapes_translation():
    found = []
    for path in templates():
        rest = TRANSLATED.sub(lambda match: "\n" * match[0].count("\n"), path.read_text())
        for word in NO_WORDS:
            rest = rest.replace(word, "")
        found += [
            f"{path.relative_to(ROOT)}:{number} {line.strip()[:80]}"
            for number, line in enumerate(rest.splitlines(), 1)
            if CHINESE.search(line)
        ]

    assert found == []


@pytest.mark.promise("P19")
def test_no_chinese_word_of_the_code_escapes_translation():
    found = []
    for path in python_files():
        name = path.relative_to(ROOT).as_posix()
        if (
            name not in NO_SENTENCES_OF_OURS
            and f"{path.relative_to(ROOT).parent.as_posix()}/" not in NO_SENTENCES_OF_OURS
        ):
            found += [f"{name}:{node.lineno} {node.value[:60]!r}" for node in bare_words(ast.parse(path.read_text()))]

    assert found == []


@pytest.mark.promise("P19")
@pytest.mark.skipif(not shutil.which("xgettext") and "CI" not in os.environ, reason="gettext is not installed")
def test_the_english_catalogue_has_every_word(tmp_path, monkeypatch):
    (tmp_path / "locale").mkdir()
    for name in (*(room.name for room in rooms()), "config", "templates"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)

    call_command("makemessages", locale=["en"], no_location=True, symlinks=True, verbosity=0)

    wanted = {entry.msgid for entry in polib.pofile(str(tmp_path / "locale" / "en" / "LC_MESSAGES" / "django.po"))}
    there = {entry.msgid for entry in polib.pofile(str(ENGLISH)) if entry.translated()}
    assert sorted(wanted - there) == []


def test_translations_keep_their_holes():
    def holes(text):
        return sorted(HOLES.findall(text))

    wrong = []
    for entry in polib.pofile(str(ENGLISH)):
        for text in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            if entry.translated() and holes(text) != holes(entry.msgid):
                wrong.append(entry.msgid)

    assert wrong == []
