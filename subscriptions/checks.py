"""What must be right before an issue goes out."""

import re
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from content.choices import ReferenceKind
from content.models import ContentPage
from content.text import rendered
from files.models import HELD
from subscriptions.choices import Tick
from subscriptions.personal import PERSONAL

PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\(")


@dataclass(frozen=True)
class Check:
    words: str
    is_ok: bool
    detail: str = ""
    url: str = ""
    is_optional: bool = False
    tick: str = ""  # said by a person; its name, to be ticked


def checklist(issue, posts) -> list[Check]:
    """`posts`: those of the issue in their order, each with its newest text as `draft`. Reads every text once."""
    texts = [rendered(post.draft.body) for post in posts]
    rows = list(zip(posts, texts, strict=True))
    return [
        Check(_("有 1 到 8 篇文章"), bool(posts)),
        _each(rows, _("每篇都有标题和正文"), _("没有写完"), lambda post, text: post.draft.title and text.text.strip()),
        _each(rows, _("每篇都有摘要"), _("缺摘要"), lambda post, _text: post.draft.summary.strip(),
              _("列表和通知里会显示为空白"), "subscriptions:cover"),
        _covers(posts),
        _each(rows, _("图片都有说明"), _("有图片缺说明"), _says_what_it_shows, _("读屏时念给看不见的同事")),
        _links(rows),
        _each(rows, _("没有身份证号、电话、住院号"), _("像是个人信息"), _is_impersonal,
              _("按规则扫描全文，图片由人工确认")),
        _words(rows, issue.channel),
        *_said_by_people(issue),
        *_tried(issue),
    ]  # fmt: skip


def is_ready(checks) -> bool:
    return all(check.is_ok or check.is_optional for check in checks)


def _each(rows, good, bad, is_right, detail="", place="content:write"):
    """One line for all posts, naming the first that is not right."""
    for number, (post, text) in enumerate(rows, start=1):
        if not is_right(post, text):
            words = _("第 %(number)d 篇：%(what)s") % {"number": number, "what": bad}
            return Check(words, False, detail, reverse(place, args=[post.uid]))
    return Check(good, True)


def _covers(posts):
    if posts and posts[0].cover_id is None:
        return Check(
            _("头条缺封面"), False, _("16:9，至少 900 像素宽"), reverse("subscriptions:cover", args=[posts[0].uid])
        )
    for number, post in enumerate(posts, start=1):
        if post.cover_id and not post.cover_alt:
            words = _("第 %(number)d 篇：封面缺说明") % {"number": number}
            return Check(words, False, "", reverse("subscriptions:cover", args=[post.uid]))
    return Check(_("头条有封面，封面都有说明"), True)


def _says_what_it_shows(post, _text):
    return all(found["alt"].strip() for found in PICTURE.finditer(post.draft.body))


def _is_impersonal(post, text):
    return not PERSONAL.search(f"{post.draft.title}\n{post.draft.summary}\n{text.text}")


def _links(rows):
    wanted = {"page": set(), "file": set()}
    of_kind = {ReferenceKind.PAGE: "page", ReferenceKind.INCLUDE: "page", ReferenceKind.FILE: "file"}
    for _post, text in rows:
        for kind, uid, *_words in text.references:
            if kind in of_kind:
                wanted[of_kind[kind]].add(uid)
    own = {post.uid for post, _text in rows}
    there = own | set(ContentPage.objects.filter(uid__in=wanted["page"], live=True).values_list("uid", flat=True))
    for model in HELD:
        there |= set(model.objects.filter(uid__in=wanted["file"]).values_list("uid", flat=True))
    return _each(
        rows, _("链接都能打开"), _("有链接打不开"),
        lambda _post, text: all(uid in there for kind, uid, *_words in text.references if kind in of_kind),
    )  # fmt: skip


def _words(rows, channel):
    words = held_words(channel)

    def is_clean(post, text):
        return not any(word in post.draft.title or word in text.text for word in words)

    return _each(rows, _("没有敏感词"), _("有敏感词"), is_clean)


def held_words(channel) -> list[str]:
    return [line.strip() for line in channel.held_words.splitlines() if line.strip()]


def _said_by_people(issue):
    said = {row.name: row for row in issue.ticks.select_related("by")}
    for name, words in Tick.choices:
        by = said.get(name)
        yield Check(str(words), by is not None, by.by.name if by else "", tick=name)


def _tried(issue):
    rows = list(issue.test_readers.all())
    if waiting := sum(row.read_at is None for row in rows):
        words = _("试读人还有 %(count)d 位没看") % {"count": waiting}
        yield Check(words, False, _("不影响发出"), is_optional=True)
