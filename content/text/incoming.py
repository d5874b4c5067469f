"""HTML on its way in: Markdown of our dialect, and a report of what could not be carried over."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from content.text import incoming_places
from content.text.incoming_parsing import parse
from content.text.incoming_soup import Soup
from content.text.limits import MAX_CHARACTERS, TooLong
from content.text.reading import plain_text
from content.text.rendering import render
from content.text.writing_markdown import MarkdownWriter

MAX_HTML = 5 * MAX_CHARACTERS  # what Word calls HTML is mostly dress
ANY_FILE = "a" * 12  # an uid
MOST_LOSSES = 200  # in a report; more are only counted

Rewrite = Callable[[str, str], str | None]  # (address, words) → what to write instead, None to leave it out


@dataclass(frozen=True)
class Loss:
    """What was left behind, and under which heading it stood."""

    what: str
    where: str = ""
    sample: str = ""


@dataclass(frozen=True)
class Incoming:
    title: str
    markdown: str
    losses: list[Loss] = field(default_factory=list)


def from_html(
    html: str,
    *,
    picture: Rewrite | None = None,
    link: Rewrite | None = None,
    is_part=False,
    instead_of_picture="",
) -> Incoming:
    """`picture` and `link` answer with a reference (`file:uid`, `page:uid`) or an address; without them addresses stay.

    A part of a text has no title of its own: its first heading stays in it. `instead_of_picture` stands where one did
    not come along. Raises TooLong and TooDeep.
    """
    if len(html) > MAX_HTML:
        raise TooLong
    addresses = set()
    soup = Soup(parse(html), _noting(picture or _as_it_is, addresses), link or _as_it_is, instead_of_picture)
    title = "" if is_part else soup.take_title()
    body = soup.clean()
    markdown = MarkdownWriter().convert_soup(body).strip("\n")
    markdown = f"{markdown}\n" if markdown else ""
    rendered = render(_as_files(markdown, addresses)).html
    losses = [Loss(*loss) for loss in [*soup.losses, *_words_lost(soup.said(), rendered)]]
    if soup.has_places:
        markdown = incoming_places.lead_home(markdown, rendered)
    return Incoming(title, markdown, losses[:MOST_LOSSES])


def _as_it_is(address, words):
    return address


def _noting(picture, addresses):
    def noted(address, words):
        addresses.add(target := picture(address, words))
        return target

    return noted


def _as_files(markdown, addresses):
    """As it will be drawn when its pictures are files: others are drawn as their words, which nobody wrote there."""
    for address in addresses - {None}:
        markdown = markdown.replace(f"]({address})", f"](file:{ANY_FILE})")
    return markdown


def _words_lost(said, rendered):
    """Whatever the reason: text of the source that the rendered page does not say."""
    there = _letters(plain_text(rendered))  # without the words of pictures
    return [(_("文字"), "", block[:80]) for block in said if _letters(block) not in there]


def _letters(text):
    return "".join(letter for letter in text if letter.isalnum())
