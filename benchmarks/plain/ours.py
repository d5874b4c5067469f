"""Our side of the comparison."""

import sys

from benchmarks import world
from benchmarks.plain import tell
from benchmarks.visitor import cookie_of, visitor

if __name__ == "__main__":
    world.settle(sys.argv[1], int(sys.argv[2]))
    from org.models import User

    tell(visitor(cookie_of(User.objects.get(number="QY10231"))), world.addresses())
