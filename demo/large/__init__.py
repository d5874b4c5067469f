"""A large group for measurements: thousands of colleagues, a space for every hospital and department, texts that differ."""

from demo.large import crowd, pages
from demo.people import LARGE


def load(staff, count, units, *, say=print):
    if staff > LARGE:
        crowd.load(units)
    if count:
        pages.load(count, units, say=say)
