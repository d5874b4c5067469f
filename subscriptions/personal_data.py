"""What channels hold about people (P24). A read names nobody, so there is nothing of it to hand out."""

from django.utils.translation import gettext_lazy as _

from org.personal_data import Holding, Kept, register
from subscriptions.models import CaughtUp, CommentLike, Follow, FollowRequest, Like, PostComment, Silence


class Followed(Holding):
    """Which channels the person follows or asked to follow, and what the person liked there."""

    name, label = "channels", _("关注的订阅号和点过的赞")

    def export(self, person):
        return {
            "follows": list(Follow.objects.filter(person=person).values("channel__title", "since")),
            "silences": list(Silence.objects.filter(person=person).values("channel__title", "since")),
            "requests": list(
                FollowRequest.objects.filter(person=person).values("channel__title", "reason", "asked_at", "answer")
            ),
            "likes": list(Like.objects.filter(person=person).values("post__title", "at")),
            "comment_likes": list(CommentLike.objects.filter(person=person).values("comment__uid")),
        }

    def erase(self, person):
        for model in (Follow, Silence, FollowRequest, CaughtUp, Like, CommentLike):
            model.objects.filter(person=person).delete()
        return []


class Remarks(Holding):
    """What the person said below posts. What others can read stays, under the code that stands for the account."""

    name, label = "post_comments", _("文章留言")

    def export(self, person):
        return list(PostComment.objects.filter(person=person).values("post__title", "text", "at"))

    def erase(self, person):
        said = PostComment.objects.filter(person=person)
        said.filter(selection=None, answers=None).delete()
        count = said.count()
        return [Kept(_("文章留言"), _("已公开或有人回复；署名换成了代号"), count)] if count else []


register(Followed())
register(Remarks())
