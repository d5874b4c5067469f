"""What a copy of a page shows its reader: the text as this person sees it, and what the cover says of it."""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from access import rules
from content.actions.diagrams import depicted
from content.convert.out.cover import STAMPS, Cover, day
from content.models import ContentPage, Publication
from content.taking import take
from content.text import fill
from content.text import render as render_text
from content.tree import Shelf
from files.models import Picture
from files.renditions import WIDTHS, rendition_of
from ui.days import today

PAPER = 1  # raise it when equal pages give other copies
DEEPEST = 3  # levels of headings in the contents
_PICTURE = re.compile(r'<img src="/files/([0-9a-z]{12})/')


def page_for(user, uid):
    """The page as its own kind and whether its text is a draft; readers get the live text alone. Raises Http404."""
    pages = ContentPage.objects.pages()
    found = pages.filter(uid=uid)
    if live := rules.allowed(user, "view", found).first():
        return live.specific, False
    draft = get_object_or_404(rules.allowed(user, "draft", found))
    return take(draft).specific.get_latest_revision_as_object(), True


@dataclass
class Sheet:
    """One page as one person sees it now."""

    page: ContentPage
    is_draft: bool = False
    user: object = None

    @cached_property
    def _rendered(self):
        return render_text(self.page.body) if self.is_draft else self.page.rendering

    @cached_property
    def html(self):
        html = self._rendered.html
        return fill(depicted(html, self.page.pk) if self.is_draft else html, self.user)

    @cached_property
    def cover(self) -> Cover:
        return self.page.cover(is_draft=self.is_draft)

    @cached_property
    def facts(self):
        """The lines of the cover as (label, words)."""
        page, cover = self.page, self.cover
        checked = page.verifications.select_related("by").first() if page.valid_until else None
        lines = [
            (_("文件编号"), cover.number),
            (_("版本"), cover.version),
            *cover.facts,
            (_("所在空间"), Shelf.of(self.user, page.space).title),
            (_("维护人"), page.maintainer.name if page.maintainer else ""),
            (_("核验"), f"{checked.by.name}，{day(checked.at)}" if checked else _("还没有人核验")),
            (_("有效至"), day(page.valid_until)),
            (_("网址"), f"{settings.SITE_URL}/wiki/{page.uid}/"),
        ]
        return [(str(label), str(words)) for label, words in lines if words]

    @cached_property
    def contents(self):
        """[(level from 1, anchor, words)] of the headings that stand in the contents."""
        top = min((level for level, _anchor, _words in self._rendered.toc), default=1)
        rows = [(level - top + 1, anchor, words) for level, anchor, words in self._rendered.toc]
        return [row for row in rows if row[0] <= DEEPEST]

    @cached_property
    def made_of(self):
        """The fingerprint of what is shown; a copy with another one is stale. The day counts: states change by it."""
        shown = (PAPER, self.page.title, self.html, self.cover.stamp, self.facts, str(today()))
        words = json.dumps([*shown, translation.get_language(), self.user.name], ensure_ascii=False)
        return hashlib.blake2s(words.encode(), digest_size=16).hexdigest()

    def write(self, folder: Path):
        """Everything the confined process needs, and nothing this reader may not see."""
        sheet = {
            "title": self.page.title,
            "kind": str(self.page._meta.verbose_name),
            "number": self.cover.number,
            "version": str(self.cover.version),
            "stamp": self.cover.stamp,
            "stamp_words": str(STAMPS[self.cover.stamp]),
            "facts": self.facts,
            "contents": self.contents,
            "provenance": self.provenance,
            "pictures": self._pictures_into(folder),
            "site": settings.SITE_URL + "/",
        }
        lay_out(sheet, self.html, folder)

    @property
    def provenance(self):
        """Who took it out and when, and what it is worth on paper."""
        said = {"who": self.user.name, "number": self.user.number}
        said["when"] = date_format(timezone.localtime(), "Y-m-d H:i")
        line = _("%(who)s（%(number)s）于 %(when)s 从宏智汇导出") % said
        if self.cover.stamp == "controlled":
            return [line, _("打印件仅供参考，以系统中的现行版本为准")]
        return [line, _("内容可能已经更新，以系统中的为准")]

    def _pictures_into(self, folder):
        """{uid: name} of the pictures of the text, each asked for by the rule of whoever takes them out."""
        names = {}
        for picture in Picture.objects.visible_to(self.user).filter(uid__in=set(_PICTURE.findall(self.html))):
            try:
                source = picture if picture.type.extension == "gif" else rendition_of(picture, f"width-{WIDTHS[-1]}")
                with source.file.open() as content:
                    name = f"{picture.uid}.{source.type.extension}"
                    (folder / name).write_bytes(content.read())
            except OSError:  # the original is gone: its words stand in its place
                continue
            names[picture.uid] = name
        return names


def lay_out(sheet, text, folder):
    """The two files the process reads: what Word is written from, and the page that is printed."""
    told = {**sheet, "html": str(text), "words": _words()}
    (folder / "sheet.json").write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    context = {**sheet, "text": text, "lang": translation.get_language()}
    (folder / "sheet.html").write_text(render_to_string("content/out/paper.html", context), "utf-8")


def version_of(page, is_draft):
    """How often its text went live, and when it last did."""
    if is_draft:
        return _("草稿，保存于 %(day)s") % {"day": day(page.latest_revision_created_at)}
    count = Publication.objects.live().filter(page=page.pk).count()
    return _("第 %(count)s 次发布，%(day)s") % {"count": count, "day": day(page.last_published_at)}


def _words():
    """What the confined process writes in words: it has no translations."""
    return {
        "contents": _("目录"),
        "page": _("第 {page} 页 共 {pages} 页"),
        "video": _("〔视频：%(name)s，请在系统中观看〕"),
        "audio": _("〔录音：%(name)s，请在系统中收听〕"),
    }
