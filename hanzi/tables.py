"""The file that making.py writes, and where it is. Made when somebody first asks, and again after an upgrade."""

import re
import subprocess
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

FORMAT = 1  # grows when what is written changes
FIRST_CODE = 0x100  # a syllable is written as one letter: this one is the first syllable
HEAD = ("han", "syllables", "heard", "letters", "codes", "traditional", "simple")  # one line each; the rest are phrases


class Tables:
    """Strings, not dictionaries: forty thousand characters weigh 250 KB so, and 7 MB as entries of one."""

    def __init__(self, lines):
        lines = iter(lines)
        head = dict(zip(HEAD, lines, strict=False))
        self.han = re.compile(f"({head['han']}+)")  # what may have a sound
        self.syllables = head["syllables"].split()
        self.heard = frozenset(head["heard"].split())  # every syllable any character can have
        self.letters, self.codes = head["letters"], head["codes"]  # each character by its code; how it sounds alone
        self.traditional, self.simple = head["traditional"], head["simple"]
        self.phrases = {line[1]: line for line in lines}  # first character: “ 行长:ŁŻ 行业: ”, codes where not as alone

    def syllable(self, code):
        return self.syllables[ord(code) - FIRST_CODE]


@cache
def tables() -> Tables:
    from django.conf import settings

    place = settings.VAR / "hanzi" / f"{FORMAT}-{version('pypinyin')}-{version('opencc')}.txt"
    if not place.exists():
        subprocess.run([sys.executable, "-m", "hanzi.making", place], cwd=settings.ROOT, check=True)
    return Tables(Path(place).read_text(encoding="utf-8").split("\n"))
