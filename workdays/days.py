"""Days on which most people need not work: weekends and public holidays, less the weekends worked in exchange."""

from datetime import date, timedelta

from workdays.holidays import HOLIDAYS, WORKED_WEEKENDS

SATURDAY = 6


def is_day_off(day: date) -> bool:
    """For a year whose holidays are not announced yet: its weekends."""
    if day in WORKED_WEEKENDS:
        return False
    return day in HOLIDAYS or day.isoweekday() >= SATURDAY


def next_workday(day: date) -> date:
    """The first day after this one that is worked."""
    while is_day_off(day := day + timedelta(days=1)):
        pass
    return day
