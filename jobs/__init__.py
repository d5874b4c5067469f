"""Work that must happen: due rows, the sweep, two lanes.

@jobs.work("notice.send")
def send(notice_id): ...

jobs.due("notice.send", key=f"notice:{notice.pk}", payload={"notice_id": notice.pk})
"""

from jobs.asking import due
from jobs.outcomes import GiveUp, Later, doing
from jobs.registry import daily, every, work

__all__ = ["GiveUp", "Later", "daily", "doing", "due", "every", "work"]
