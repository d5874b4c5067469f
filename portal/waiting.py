"""What waits for a person, whichever feature it comes from: the urgent first."""

import datetime
from dataclasses import dataclass

from portal import registry

NO_DUE_DAY = datetime.date.max


@dataclass(frozen=True)
class Kind:
    """One kind of waiting things of this person, with how many there are in words."""

    name: str
    label: str
    errands: list
    count: str


def waiting_for(user) -> list[Kind]:
    """Every kind, the empty ones too. As many queries as the features need, whatever waits."""
    kinds = []
    for each in registry.kinds_of_waiting():
        errands = each.errands(user)
        kinds.append(Kind(each.name, each.label, errands[: registry.MOST], _count(len(errands))))
    return kinds


def urgent_first(kinds) -> list[registry.Errand]:
    errands = [errand for kind in kinds for errand in kind.errands]
    return sorted(errands, key=lambda errand: errand.due or NO_DUE_DAY)


def total(kinds) -> str:
    everything = sum(len(kind.errands) for kind in kinds)
    return f"{everything}+" if any(kind.count.endswith("+") for kind in kinds) else str(everything)


def _count(number) -> str:
    return f"{registry.MOST}+" if number > registry.MOST else str(number)
