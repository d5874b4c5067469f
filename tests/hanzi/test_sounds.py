"""The small tables say what the big libraries say, of every character and phrase those know."""

import random
import shutil

import pytest
from django.conf import settings

from hanzi import making, sounds
from hanzi.tables import tables


@pytest.fixture(scope="module", autouse=True)
def _made_now():
    """Not by what making.py was the last time."""
    shutil.rmtree(settings.VAR / "hanzi", ignore_errors=True)
    tables.cache_clear()


def test_every_text_sounds_as_pypinyin_says():
    from pypinyin import Style, lazy_pinyin
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    letters, phrases, chance = [*map(chr, PINYIN_DICT)], [*PHRASES_DICT], random.Random(4)

    def piece():
        """A phrase, the beginning of one, a character, or what has no sound."""
        phrase = chance.choice(phrases)
        return chance.choice((phrase, phrase[:-1], phrase[1:], chance.choice(letters), *"CT 5，:\n々〇ü"))

    mixtures = ("".join(piece() for _ in range(chance.randint(1, 6))) for _ in range(20_000))
    for text in (*letters, *phrases, *mixtures, "", "ab 危急值 v2"):
        assert sounds.spoken(text) == lazy_pinyin(text)
        assert sounds.initials(text) == "".join(lazy_pinyin(text, style=Style.FIRST_LETTER))


def test_a_character_of_several_sounds_is_heard_in_its_phrase():
    assert sounds.spoken("行长重症") == ["hang", "zhang", "zhong", "zheng"]
    assert sounds.spoken("行动重复") == ["xing", "dong", "chong", "fu"]


def test_traditional_characters_are_those_of_opencc():
    assert dict(zip(tables().traditional, tables().simple, strict=True)) == making.simple_ones()


def test_what_was_half_written_is_never_read(tmp_path, monkeypatch):
    def full(_file):
        raise OSError("disk full")

    monkeypatch.setattr(making, "lines", lambda: ["半"])
    monkeypatch.setattr(making.os, "fsync", full)

    with pytest.raises(OSError, match="disk full"):
        making.make(tmp_path / "1-0.54-1.4.txt")

    assert list(tmp_path.iterdir()) == []


def test_a_new_release_makes_its_own_and_takes_the_older_ones_away(tmp_path, monkeypatch):
    monkeypatch.setattr(making, "lines", lambda: ["新"])
    (tmp_path / "1-0.54-1.4.txt").write_text("旧")

    making.make(tmp_path / "1-0.55-1.4.txt")

    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("1-0.55-1.4.txt", "新")]
