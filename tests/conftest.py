"""What every test may ask for."""

import pytest

from access import reach
from tests.cast import make_cast


@pytest.fixture(autouse=True)
def _fresh_memory():
    """What a process remembers about rights belongs to one test."""
    reach.forget_all()


@pytest.fixture
def cast(db):
    return make_cast()
