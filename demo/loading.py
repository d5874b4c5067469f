"""The order in which the demo group is loaded."""

from demo import organisation, people, spaces, texts


def load(*, staff=300, pages=0, say=print):
    """Units, people, spaces, then what they wrote. Each step looks first what is there."""
    say("· 医院、科室与岗位")
    units = organisation.load()
    say("· 同事与角色")
    staff = people.load(units, staff)
    say("· 空间与页面")
    texts.load(spaces.load(units), staff, units)
