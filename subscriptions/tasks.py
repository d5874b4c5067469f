"""Work of channels: planned issues, and followers counted again."""

from jobs import daily, work
from subscriptions import counting
from subscriptions.actions import publishing
from subscriptions.models import Channel


@work(publishing.RELEASE)
def release(plan):
    publishing.release_planned(plan)


@daily("03:20", name="subscriptions.count", lane="slow")
def count_followers(progress):
    """People come and go, and with them the compulsory followers."""
    for channel in Channel.objects.filter(live=True).select_related("scope", "compulsory"):
        counting.count_followers(channel)
        progress.step()
