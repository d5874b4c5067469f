"""Which phrases name a person: none of them is ever told to anybody else."""

import re

from org.models import User
from search.words.folding import normal

LONG_NUMBER = re.compile(r"(?:\d[ \-]?){6,}")  # telephones, identity cards, patient numbers
ADDRESS = re.compile(r"\S@\S")
INITIALS = range(2, 5)  # letters


class Colleagues:
    """The names and numbers of everybody who works or worked here. One query; not kept."""

    def __init__(self):
        rows = User.objects.values_list("name", "number", "pinyin", "initials")
        self.names, self.given, self.numbers, self.sounds, self.initials = set(), set(), set(), set(), set()
        for name, number, pinyin, initials in rows:
            folded = normal(name).replace(" ", "")
            self.names.add(folded)
            self.given.add(folded[1:] if len(folded) == 3 else folded[2:])
            self.numbers.add(number.lower())
            self.sounds.add(pinyin)
            self.initials.add(initials)
        self.longest = max(map(len, self.names | self.numbers), default=0)

    def are_named_in(self, phrase, words) -> bool:
        """`words` are the librarians': first letters of a name that are a word of theirs (MRI) are the word."""
        if LONG_NUMBER.search(phrase) or ADDRESS.search(phrase):
            return True
        together = phrase.replace(" ", "")
        parts = {together, *phrase.split()}
        if any(part in self.sounds or (len(part) > 1 and part in self.given) for part in parts):
            return True
        if any(part in self.initials and len(part) in INITIALS and not words.knows(part) for part in parts):
            return True
        return any(
            together[start:end] in self.names or together[start:end] in self.numbers
            for start in range(len(together))
            for end in range(start + 2, min(start + self.longest, len(together)) + 1)
        )
