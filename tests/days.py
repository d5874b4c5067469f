"""Days as a test means them, asked when it runs: a run may go on past midnight."""

from datetime import timedelta

from ui.days import today


def tomorrow():
    return today() + timedelta(days=1)


def yesterday():
    return today() - timedelta(days=1)
