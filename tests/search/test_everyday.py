"""The lists of what people say: each line can be read, says something, and says it once."""

from itertools import chain

import pytest

from search.answering import lists
from search.answering.meaning import _LINE

LISTS = lists.names_in("everyday")


def parts_of(line):
    """Only said, names, where it may be written besides."""
    return [part.split() for part in _LINE.fullmatch(line).groups("")]


@pytest.mark.parametrize("name", LISTS)
def test_every_line_can_be_read(name):
    assert [line for line in lists.lines(name) if _LINE.fullmatch(line) is None] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_line_says_something(name):
    """Somebody's word, and another one it leads to."""
    silent = []
    for line in lists.lines(name):
        said, names, written = parts_of(line)
        if not (said or names) or not (names or written) or len(said + names + written) < 2:
            silent.append(line)
    assert silent == []


@pytest.mark.parametrize("name", LISTS)
def test_no_name_stands_twice_in_a_line(name):
    """What is only said would be looked for as well."""
    words = {line: list(chain.from_iterable(parts_of(line))) for line in lists.lines(name)}
    assert [line for line, each in words.items() if len(set(each)) < len(each)] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_list_tells_how_it_is_read_and_is_short_enough_to_be(name):
    text = (lists.HERE / name).read_text(encoding="utf-8")
    assert text.startswith("# What people say at the bedside and in offices")
    assert len(text.splitlines()) <= 300
