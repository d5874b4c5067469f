"""Who is on duty: whatever keeps rosters registers here; floors above ask without knowing it.

@duty.register
def night_shifts(unit, role, at): return {person ids}      # unit and role None: anywhere, as anything
"""

_sources = []


def register(source):
    """A function decorator."""
    _sources.append(source)
    return source


def is_known() -> bool:
    """Whether anything keeps rosters; otherwise screens do not speak of duty."""
    return bool(_sources)


def who_is_on(unit, role, at) -> set[int]:
    return set().union(*(source(unit, role, at) for source in _sources))
