"""What people searched: everybody's own, and of all together what many asked.

history.record(user, "高钾血症", found=14)                  # after the answer, no query
history.opened(user, "高钾血症", "page:3k5m…", rank=1)      # what was pressed first
history.recent(user)                                       # the own last ten phrases
history.popular(user)                                      # 大家在搜, each leading somewhere this person may go
history.forget(user, "高钾血症"), history.forget_all(user)
"""

from search.history.actions import forget, forget_all, switch
from search.history.asking import is_kept, near_searchers, recent
from search.history.often import popular
from search.history.recording import opened, record

__all__ = [
    "forget",
    "forget_all",
    "is_kept",
    "near_searchers",
    "opened",
    "popular",
    "recent",
    "record",
    "switch",
]
