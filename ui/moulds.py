"""Parts of a page that are the same for all but for some words: drawn once a process, then filled in like a form.

What shapes a part (`given`) makes another mould; what only stands in it (`words`) is filled in at 1 µs each, where a
template needs 10 for every node.
"""

import re
import secrets
from functools import lru_cache

from django.conf import settings
from django.template import loader
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

_MARK = secrets.token_hex(8)  # nobody can write it into a text: known to this process alone
_HOLES = re.compile(_MARK + r"(\d\d)")


class Hole(str):
    """Stands for a word while a mould is drawn. A template may show it or put it in an address, never ask about it."""

    def __bool__(self):
        raise TypeError("A word that is filled in later tells nothing: give the part what it depends on before `with`.")


def drawn(template_name, given, words) -> SafeString:
    """The part with these words, escaped as a template would unless they are safe."""
    cut = _cut.__wrapped__ if settings.DEBUG else _cut
    pieces = cut(template_name, get_language(), tuple(given.items()), tuple(words))
    if len(pieces) == 1:
        return pieces[0]
    said = [conditional_escape(word) for word in words.values()]
    return mark_safe("".join([said[each] if place % 2 else each for place, each in enumerate(pieces)]))


@lru_cache(maxsize=1024)
def _cut(template_name, language, given, names):
    """The drawn part cut at its holes: text, number of a word, text, … , text."""
    holes = {name: Hole(f"{_MARK}{number:02}") for number, name in enumerate(names)}
    if "csrf_token" in holes:  # Django's own tag asks whether there is one
        holes["csrf_token"] = str.__str__(holes["csrf_token"])
    drawn = loader.render_to_string(template_name, {**dict(given), **holes})
    if not names:
        return (mark_safe(drawn),)
    return tuple(int(each) if place % 2 else each for place, each in enumerate(_HOLES.split(drawn)))
