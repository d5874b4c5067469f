"""Public holidays as the State Council announces them each autumn for the year to come."""

from datetime import date, timedelta


def _days(first, last):
    first, last = date.fromisoformat(first), date.fromisoformat(last)
    return {first + timedelta(days=number) for number in range((last - first).days + 1)}


HOLIDAYS = frozenset(
    _days("2026-01-01", "2026-01-03")  # New Year
    | _days("2026-02-15", "2026-02-23")  # Spring Festival
    | _days("2026-04-04", "2026-04-06")  # Qingming
    | _days("2026-05-01", "2026-05-05")  # Labour Day
    | _days("2026-06-19", "2026-06-21")  # Dragon Boat
    | _days("2026-09-25", "2026-09-27")  # Mid-Autumn
    | _days("2026-10-01", "2026-10-07")  # National Day
)
WORKED_WEEKENDS = frozenset(
    date.fromisoformat(day)
    for day in ("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10")
)
