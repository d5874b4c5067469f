"""The order in which the demo group is loaded."""

from django.db import transaction

from demo import (
    charts,
    drawings,
    editions,
    history,
    large,
    life,
    modules,
    organisation,
    people,
    profiles,
    spaces,
    texts,
)
from demo.channels import loading as channels
from search.indexing.writing import write_due


def load(*, staff=people.STAFF, pages=0, say=print):
    """Units, people, spaces, what they wrote and what they did since. Each step looks first what is there."""
    with transaction.atomic():
        say("· 医院、科室与岗位")
        units = organisation.load()
        say("· 同事与角色")
        colleagues = people.load(units, staff)
        profiles.load()
        say("· 空间与页面")
        shelves = spaces.load(units)
        drawings.load(colleagues)
        written = texts.load(shelves, colleagues, units)
        history.load(written, colleagues)
        texts.verify(written, colleagues)
        editions.load(written)
        charts.load(colleagues)
        say("· 业务入口、草稿、审批与动态")
        modules.load(units)
        life.load(shelves, colleagues, units)
        say("· 订阅号")
        channels.load(colleagues, units)
    large.load(staff, pages, units, say=say)
    if not pages:  # some seconds; thousands of them follow in the background
        say("· 检索")
        while write_due():
            pass
