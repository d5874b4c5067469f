"""Where a passage stands in a plain text: its words, some before and after, and how far in. Knows no database."""

import re
from dataclasses import dataclass

AROUND = 32  # characters kept before and after; enough to tell two equal sentences apart
SURE = 10  # characters that must fit where a passage is looked for anew, of which its own count as six at most
OWN = 6

_BLANK = re.compile(r"\s+")


@dataclass(frozen=True)
class Anchor:
    """A passage in one text. `prefix` and `suffix` are what stands around it, without blanks."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0

    @property
    def end(self):
        return self.start + len(self.quote)


def squeezed(text: str) -> str:
    """Without blanks and line ends: browsers and our plain text set them differently."""
    return _BLANK.sub("", text)


def anchor_at(text: str, start: int, end: int) -> Anchor:
    """The passage between two places, blanks at its ends left out."""
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    end = start + len(quote)
    prefix, suffix = squeezed(text[max(0, start - 2 * AROUND) : start]), squeezed(text[end : end + 2 * AROUND])
    return Anchor(quote, prefix[-AROUND:], suffix[:AROUND], start)


def find(text: str, quote: str, prefix: str = "", suffix: str = "", *, sure: bool = False) -> Anchor | None:
    """The passage with these words; of several the one whose surroundings fit best, None when there is none.

    `sure`: only where enough of what stood around it stands there still.
    """
    wanted, prefix, suffix = squeezed(quote), squeezed(prefix), squeezed(suffix)
    if not wanted:
        return None
    places = [place for place, sign in enumerate(text) if not sign.isspace()]
    thin = squeezed(text)
    best, best_fit, at = None, -1, thin.find(wanted)
    while at >= 0:
        fit = _common(reversed(thin[max(0, at - AROUND) : at]), reversed(prefix))
        fit += _common(thin[at + len(wanted) : at + len(wanted) + AROUND], suffix)
        if fit > best_fit:
            best, best_fit = at, fit
        at = thin.find(wanted, at + 1)
    if best is None or (sure and best_fit + min(OWN, len(wanted)) < SURE):
        return None
    return anchor_at(text, places[best], places[best + len(wanted) - 1] + 1)


def _common(left, right):
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
