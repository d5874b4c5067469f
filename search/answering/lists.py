"""Lists of words that lie beside this code."""

from pathlib import Path

HERE = Path(__file__).parent


def lines(name) -> list[str]:
    """What stands in a list, remarks left out."""
    text = (HERE / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def names_in(folder) -> list[str]:
    """The lists that lie together in a folder."""
    return sorted(str(path.relative_to(HERE)) for path in (HERE / folder).glob("*.txt"))


def words(name) -> list[str]:
    return [word for line in lines(name) for word in line.split()]
