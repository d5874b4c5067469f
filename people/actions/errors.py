"""How an action can be refused."""


class Refused(Exception):
    """It cannot be done; the words say why, and what could be done instead."""
