"""The frozen sets, and what counts as the wanted page and the right passage."""

import csv
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATED = re.compile(r"\(\d{4}-\d{2}-\d{2}\)$")


@dataclass(frozen=True)
class Case:
    """Something typed, the titles of which any one is right, and what a right passage holds."""

    number: int
    about: str
    asked: str
    wanted: frozenset[str]
    says: tuple[str, ...]

    @property
    def is_kept_back(self):
        """Odd numbers are told only as a sum, so that nobody tunes to them."""
        return self.number % 2 == 1

    def wants(self, title):
        return plain_title(title) in self.wanted

    def is_said_in(self, text):
        text = bare(text)
        return any(each in text for each in self.says)


def read(name) -> list[Case]:
    """`questions` or `queries`."""
    with (HERE / f"{name}.csv").open(newline="") as file:
        return [_case(row) for row in csv.DictReader(file)]


def plain_title(title) -> str:
    """A law is the same law in another version, and with or without the name of the state."""
    return bare(DATED.sub("", title).removeprefix("中华人民共和国"))


def bare(text) -> str:
    """For comparing: one width, lower case, no blanks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()


def _case(row):
    return Case(
        number=int(row["number"]),
        about=row["about"],
        asked=row["asked"],
        wanted=frozenset(map(plain_title, row["wanted"].split("|"))),
        says=tuple(bare(each) for each in row["says"].split("|") if each),
    )
