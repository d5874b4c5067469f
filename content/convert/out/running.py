"""Having a copy drawn by a confined process, and what to make of it however that ends."""

from pathlib import Path

from django.conf import settings

from content.convert.out.errors import NotDrawn
from files.confined.hosting import ENVIRONMENT, host

WALL_SECONDS = 240


def draw(form, folder: Path, *, each_second=lambda: None) -> Path:
    """The file in the folder. Raises NotDrawn with a word for it; takes minutes at most and little memory."""
    home = Path(settings.VAR) / "fonts"  # Fontconfig keeps its cache there
    home.mkdir(parents=True, exist_ok=True)
    ending = host(
        "content.convert.out.child",
        form,
        folder,
        wall=WALL_SECONDS,
        environment={**ENVIRONMENT, "HOME": str(home), "XDG_CACHE_HOME": str(home)},
        each_second=each_second,
    )
    if ending.verdict == "done":
        return folder / f"out.{form}"
    if ending.verdict in ("too_large", "missing"):
        raise NotDrawn(ending.verdict, ending.words)
    raise NotDrawn("too_large" if ending.took_too_much else "broken", ending.words)
