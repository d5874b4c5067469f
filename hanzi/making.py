"""A process of its own that asks pypinyin and opencc what they know: `python -m hanzi.making PATH`, one second."""

import os
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

from hanzi.tables import FIRST_CODE, HEAD

HAN_BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2EBE0))
LONGEST_SYLLABLE = 6  # zhuang


def make(path: Path):
    """Whole or not there at all, whoever else makes it at the same time; those of earlier releases go."""
    path.parent.mkdir(parents=True, exist_ok=True)
    growing = path.with_suffix(f".{os.getpid()}")
    try:
        with growing.open("w", encoding="utf-8") as file:
            file.write("\n".join(lines()))
            file.flush()
            os.fsync(file.fileno())
        os.replace(growing, path)
    finally:
        growing.unlink(missing_ok=True)
    for older in set(path.parent.glob("*-*-*.txt")) - {path}:
        older.unlink(missing_ok=True)


def lines():
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, RE_HANS

    readings = {chr(code): said.split(",") for code, said in sorted(PINYIN_DICT.items())}
    alone = {letter: plain(said[0]) for letter, said in readings.items()}
    phrases = {phrase: [plain(each[0]) for each in said] for phrase, said in sorted(PHRASES_DICT.items())}
    syllables = sorted({*alone.values()}.union(*phrases.values()))
    code = {syllable: chr(FIRST_CODE + number) for number, syllable in enumerate(syllables)}
    traditional = simple_ones()
    head = {
        "han": RE_HANS.pattern.removeprefix("^(?:").removesuffix(")+$"),
        "syllables": " ".join(syllables),
        "heard": " ".join(sorted(filter(is_heard, {plain(each) for said in readings.values() for each in said}))),
        "letters": "".join(alone),
        "codes": "".join(code[said] for said in alone.values()),
        "traditional": "".join(traditional),
        "simple": "".join(traditional.values()),
    }
    shelves = defaultdict(lambda: " ")
    for phrase, said in phrases.items():
        codes = "" if said == [alone[letter] for letter in phrase] else "".join(map(code.get, said))
        shelves[phrase[0]] += f"{phrase}:{codes} "
    return [*(head[name] for name in HEAD), *shelves.values()]


@cache
def plain(syllable):
    """Without its tone: “lǜ” → “lv”."""
    from pypinyin.contrib.tone_convert import to_normal

    return to_normal(syllable).replace("ü", "v")


def is_heard(syllable):
    """Rare readings are written in ways nobody types."""
    return syllable.isascii() and syllable.isalpha() and len(syllable) <= LONGEST_SYLLABLE


def simple_ones() -> dict[str, str]:
    from opencc import OpenCC

    letters = [chr(code) for first, last in HAN_BLOCKS for code in range(first, last + 1)]
    simple = OpenCC("t2s").convert("\n".join(letters)).split("\n")
    return {a: b for a, b in zip(letters, simple, strict=True) if a != b and len(b) == 1}


if __name__ == "__main__":
    make(Path(sys.argv[1]))
