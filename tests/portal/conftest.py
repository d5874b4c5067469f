import pytest

from access import audiences
from activity import counting
from portal.models import ModuleLink


@pytest.fixture(autouse=True)
def _nothing_counted_yet():
    counting._views.clear()
    counting._visits.clear()
    counting._places.clear()


@pytest.fixture
def door(cast):
    """Makes a module link: door("排班", cast.qingyu, to=[…]); without `to` for everybody in the unit."""

    def make(name, unit, to=None, **fields):
        audience = audiences.intern(to or [audiences.everyone_in(unit)])
        fields = {"address": f"https://{unit.code.lower()}.example/{name}", **fields}
        return ModuleLink.objects.create(unit=unit, name=name, audience=audience, **fields)

    return make
