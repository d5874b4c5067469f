"""What stands around the text of a page: what shapes its parts, and the words that are filled in (ui/moulds.py)."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from content.models import ContentPage
from content.reading import Facts
from content.tree import Outline
from ui.icons import avatar
from ui.words import day


@dataclass
class Around:
    """For content/parts/around_text.html."""

    request: HttpRequest
    facts: Facts
    page: ContentPage
    outline: Outline
    toc: list

    @property
    def shape(self):
        facts = self.facts
        return {
            "can_edit": facts.can_edit,
            "is_favourite": facts.is_favourite,
            "watch": facts.watch,
            "has_talk": facts.has_talk,
            "is_reviewed": self.page.valid_until is not None,
            "has_toc": bool(self.toc),
            "icon": self.outline.shelf.icon,
        }

    @property
    def words(self):
        page, shelf, above = self.page, self.outline.shelf, self.outline.parent
        return {
            "uid": page.uid,
            "title": page.title,
            "maintainer": page.maintainer.name if page.maintainer else "—",
            "valid_until": day(page.valid_until),
            "shelf": shelf.title,
            "shelf_url": shelf.url,
            "above_title": above.title,
            "above_url": above.url,
            "crumbs": self.outline.crumbs,
            "tree": self.outline.tree,
            "toc": entries(self.toc),
            "next": self.request.get_full_path(),
        }


@dataclass
class Head:
    """For content/parts/doc_head.html."""

    page: ContentPage
    verification: object  # the newest, or None

    @property
    def shape(self):
        return {
            "is_kept": self.page.maintainer is not None,
            "trust": self.page.trust if self.verification else "never",
        }

    @property
    def words(self):
        page, maintainer, verification = self.page, self.page.maintainer, self.verification
        said = {"title": page.title, "day": day(page.last_published_at), "until": day(page.valid_until)}
        if maintainer:
            said |= {
                "picture": avatar(maintainer, "xs"),
                "maintainer": maintainer.name,
                "maintainer_url": maintainer.get_absolute_url(),
            }
        if verification:
            said |= {"by": verification.by.name, "on": day(verification.at)}
        return said


def entries(toc) -> SafeString:
    """The headings of a text, written out for content/parts/toc.html."""
    return mark_safe(
        "".join(
            f'<li class="toc-{level}"><a href="#{escape(anchor)}" data-toc-target="link">{escape(words)}</a></li>'
            for level, anchor, words in toc
        )
    )
