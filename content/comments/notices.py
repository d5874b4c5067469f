"""What people are told about comments and proposals. Whoever may not see the comment any more is told nothing of it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from content.comments import wording
from notifications.registry import NoticeKind, register

SHOWN = 120  # characters of a comment in a notice


class Talked(NoticeKind):
    tile, icon = "article", "message-square"
    group = "comment"

    def detail(self, notice):
        return wording.said(notice.thing.text)[:SHOWN]

    def heap(self, notice):
        return notice.thing.page_id

    def sentence_for_many(self, heap):
        title = heap.first.thing.page.title
        if len(heap.people) > 1:
            return _("%(people)s 人评论了《%(title)s》") % {"people": len(heap.people), "title": title}
        return _("《%(title)s》有 %(count)s 条新评论") % {"count": len(heap.notices), "title": title}

    def url(self, notice):
        said = notice.thing
        return f"{_place(said)}#comment-{(said.answers if said.answers_id else said).uid}"


@register
class Made(Talked):
    name = "comment.made"

    def sentence(self, notice):
        return _("%(who)s 评论了《%(title)s》") % _who_and_what(notice)


@register
class Answered(Talked):
    name = "comment.answered"

    def sentence(self, notice):
        return _("%(who)s 回复了《%(title)s》的评论") % _who_and_what(notice)


@register
class Mentioned(Talked):
    name = "comment.mentioned"
    group = "mention"
    icon = "at-sign"

    def sentence(self, notice):
        return _("%(who)s 在《%(title)s》的评论里提到您") % _who_and_what(notice)

    def sentence_for_many(self, heap):
        words = {"count": len(heap.notices), "title": heap.first.thing.page.title}
        return _("您在《%(title)s》的评论里被提到 %(count)s 次") % words


@register
class Resolved(Talked):
    name = "comment.resolved"
    icon = "circle-check"

    def sentence_for_many(self, heap):
        words = {"count": len(heap.notices), "title": heap.first.thing.page.title}
        return _("您对《%(title)s》的 %(count)s 条评论有了结果") % words

    def sentence(self, notice):
        if notice.values.get("is_taken"):
            return _("%(who)s 采纳了您对《%(title)s》的评论") % _who_and_what(notice)
        return _("%(who)s 把您对《%(title)s》的评论标为已解决") % _who_and_what(notice)


class About(NoticeKind):
    """About a proposal."""

    tile, icon = "article", "file-pen"
    group = "comment"

    def detail(self, notice):
        return notice.thing.answer or ""


@register
class Proposed(About):
    name = "proposal.made"
    group = "approval"
    needs = "decide"

    def sentence(self, notice):
        return _("%(who)s 对《%(title)s》提了修改建议") % _who_and_what(notice)

    def detail(self, notice):
        return notice.thing.reason


@register
class Accepted(About):
    name = "proposal.accepted"
    icon = "circle-check"

    def sentence(self, notice):
        return _("%(who)s 采纳了您对《%(title)s》的建议") % _who_and_what(notice)


@register
class Declined(About):
    name = "proposal.declined"
    icon = "circle-x"

    def sentence(self, notice):
        return _("%(who)s 没有采纳您对《%(title)s》的建议") % _who_and_what(notice)


def _who_and_what(notice):
    return {"who": notice.who, "title": notice.thing.page.title}


def _place(said):
    return reverse("content:draft", args=[said.page.uid]) if said.on_draft else said.page.get_absolute_url()
