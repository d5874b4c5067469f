"""What pages hold about people (P24)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Revision

from content.comments import wording
from content.models import (
    BulkChange,
    CollabContributor,
    Comment,
    ContentPage,
    Draft,
    Export,
    Override,
    Proposal,
    Publication,
    Resolution,
    SpaceRequest,
    Verification,
)
from files.models import HELD
from org.personal_data import Holding, Kept, register

TEXT = gettext_lazy("正文和它的历史是医院的资料；署名换成了代号")


class Pages(Holding):
    """Pages the person maintains; somebody else must before the person can be erased."""

    name, label = "pages", gettext_lazy("维护的页面")

    def export(self, person):
        return list(ContentPage.objects.filter(maintainer=person).values("uid", "title", "last_published_at"))

    def hindrances(self, person):
        count = ContentPage.objects.filter(maintainer=person).count()
        return [_("还维护 %(count)d 页，请先交给别人") % {"count": count}] if count else []


class Drafts(Holding):
    """What the person was writing and nobody else has seen."""

    name, label = "drafts", gettext_lazy("草稿")

    def export(self, person):
        return list(Draft.objects.filter(person=person).values("title", "body", "saved_at"))

    def erase(self, person):
        Draft.objects.filter(person=person).delete()
        return []


class SpaceRequests(Holding):
    """Which spaces the person asked for."""

    name, label = "space_requests", gettext_lazy("申请过的空间")

    def export(self, person):
        return list(SpaceRequest.objects.filter(person=person).values("title", "reason", "asked_at", "answer"))

    def erase(self, person):
        SpaceRequest.objects.filter(person=person).delete()
        return []


class Errands(Holding):
    """What the person did with many pages at once, and the archives asked for; the decisions about it stay."""

    name, label = "errands", gettext_lazy("批量整理和导出")

    def export(self, person):
        return {
            "bulk": list(BulkChange.objects.filter(by=person).values("what", "at", "results")),
            "exports": list(Export.objects.filter(by=person).values("space__slug", "made_at", "pages")),
        }

    def erase(self, person):
        BulkChange.objects.filter(by=person).delete()
        Export.objects.filter(by=person).delete()
        return []


class Talk(Holding):
    """What the person said about pages and proposed for them; others answered it and decided about it."""

    name, label = "talk", gettext_lazy("评论和修改建议")

    def export(self, person):
        return {
            "comments": list(Comment.objects.filter(by=person).values("page__uid", "at", "quote", "text")),
            "resolved": list(Resolution.objects.filter(by=person).values("comment__page__uid", "at")),
            "proposals": list(
                Proposal.objects.filter(by=person).values("page__uid", "at", "reason", "body", "outcome")
            ),
        }

    def erase(self, person):
        """What nobody has answered or decided goes, and the name where others mentioned it."""
        Proposal.objects.filter(by=person, decided_at=None).delete()
        Comment.objects.filter(by=person, replies=None).delete()
        for said in Comment.objects.filter(text__contains=f"mention:{person.uid}"):
            said.text = wording.without(said.text, person.uid)
            said.save(update_fields=["text"])
        kept = {
            _("有人回复过的评论"): Comment.objects.filter(by=person).count(),
            _("处理过的修改建议"): Proposal.objects.filter(by=person).count(),
        }
        return [Kept(what, TEXT, count) for what, count in kept.items() if count]


class Written(Holding):
    """Versions, publications and verifications that bear the person's name."""

    name, label = "written", gettext_lazy("写过和核验过的")

    def export(self, person):
        return {
            "versions": list(Revision.objects.filter(user=person).values("object_id", "created_at")),
            "publications": list(Publication.objects.filter(by=person).values("page__uid", "at", "reason")),
            "overrides": list(Override.objects.filter(by=person).values("publication__page__uid", "at", "reason")),
            "written_together": list(
                CollabContributor.objects.filter(user=person).values("page__uid", "size", "last_at")
            ),
            "verifications": list(Verification.objects.filter(by=person).values("page__uid", "at", "valid_until")),
        }

    def erase(self, person):
        kept = {
            _("历史版本"): Revision.objects.filter(user=person).count(),
            _("发布"): Publication.objects.filter(by=person).count(),
            _("未经审批的发布"): Override.objects.filter(by=person).count(),
            _("核验"): Verification.objects.filter(by=person).count(),
            _("上传的文件"): sum(model.objects.filter(uploaded_by_user=person).count() for model in HELD),
        }
        return [Kept(what, TEXT, count) for what, count in kept.items() if count]


register(Pages())
register(Drafts())
register(SpaceRequests())
register(Errands())
register(Talk())
register(Written())
