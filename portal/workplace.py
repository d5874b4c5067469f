"""Where somebody works, in words: for the top bar and the greeting."""

from functools import lru_cache

from access.reach import reach_of
from org.choices import UnitKind
from org.models import Unit, Version


def workplace(user) -> tuple[str, ...]:
    """Hospital and department of the main post: (“青屿医院”, “心内一病区”). Remembered until units change."""
    units = reach_of(user).units
    if not units:
        return ()
    versions = getattr(user, "versions_of_request", None)
    return _names(units[0], versions[1] if versions else Version.current(Version.ACCESS))


@lru_cache(maxsize=4_000)
def _names(path, version):
    line = list(Unit.objects.above([path]))
    hospital = next((unit for unit in line if unit.kind == UnitKind.HOSPITAL), line[0])
    return (str(hospital),) if hospital == line[-1] else (str(hospital), str(line[-1]))
