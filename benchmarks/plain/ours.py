"""Our side of the comparison."""

import random
import sys

from benchmarks import world
from benchmarks.plain import tell
from benchmarks.visitor import cookie_of, visitor

if __name__ == "__main__":
    world.settle(sys.argv[1], int(sys.argv[2]))
    from content.models import ContentPage
    from org.models import User

    uids = list(ContentPage.objects.filter(title__startswith="测量页", live=True).values_list("uid", flat=True))
    random.Random(1).shuffle(uids)
    tell(visitor(cookie_of(User.objects.get(number="QY10231"))), [f"/wiki/{uid}/-" for uid in uids])
