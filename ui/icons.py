"""Icons, avatars and type tiles as cached strings: a page shows fifty of them, so they must cost microseconds."""

from functools import lru_cache

from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

SPRITE = "img/icons.svg"

# What a thing is, its colour class and its icon. Type colours appear on tiles and nowhere else.
TILES = {
    "article": ("ty-article", "book-open"),
    "regulation": ("ty-regulation", "scroll-text"),
    "case": ("ty-case", "stethoscope"),
    "course": ("ty-course", "graduation-cap"),
    "channel": ("ty-channel", "newspaper"),
    "ticket": ("ty-ticket", "headset"),
    "notice": ("ty-notice", "megaphone"),
    "file": ("ty-file", "file-text"),
    "alert": ("ty-alert", "siren"),
    "space": ("ty-article", "library"),
    "person": ("ty-file", "user-round"),
    "unit": ("ty-file", "hospital"),
}
COLOURS = 6  # .av-1 … .av-6


@lru_cache(maxsize=2048)
def icon(name: str, classes: str = "", label: str = "") -> SafeString:
    """An icon of the sprite. Without a label it is decoration and screen readers pass over it."""
    said = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    kind = f"ico {escape(classes)}".strip()
    return mark_safe(f'<svg class="{kind}" {said}><use href="{static(SPRITE)}#{escape(name)}"/></svg>')


@lru_cache(maxsize=512)
def tile(kind: str, size: str = "", symbol: str = "") -> SafeString:
    """The coloured square that says what kind of thing this is; always beside words, so never read out."""
    colour, own_icon = TILES.get(kind, TILES["file"])
    classes = f"tile {colour} tile-{size}" if size else f"tile {colour}"
    return format_html('<span class="{}">{}</span>', classes, icon(symbol or own_icon))


@lru_cache(maxsize=4096)
def initials_avatar(name: str, number: int, size: str = "") -> SafeString:
    """The last two characters of a name on a colour of the person's own; one character where it is tiny."""
    letters = name.strip()[-1 if size in ("xs", "sm") else -2 :]
    classes = f"av av-{number % COLOURS + 1}" + (f" av-{size}" if size else "")
    return format_html('<span class="{}" aria-hidden="true">{}</span>', classes, letters)


def avatar(person, size: str = "") -> SafeString:
    """A person's picture where there is one (`avatar_url`), else the initials. None stands for somebody erased."""
    if person is None:
        return initials_avatar("–", 0, size)
    if url := getattr(person, "avatar_url", ""):
        return format_html('<img class="{}" src="{}" alt="">', f"av av-{size}" if size else "av", url)
    return initials_avatar(person.name, person.pk or 0, size)
