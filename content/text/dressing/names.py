"""Names that must differ within a page."""


class Names:
    def __init__(self):
        self._taken = {}

    def new(self, wanted: str) -> str:
        """The wanted name, or with a number where it was given away: 小结, 小结-2, 小结-3."""
        name = wanted
        while name in self._taken:
            self._taken[wanted] += 1
            name = f"{wanted}-{self._taken[wanted]}"
        self._taken.setdefault(name, 1)
        return name
