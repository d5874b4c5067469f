"""How a table can be refused."""


class Unreadable(Exception):
    """The table cannot be read; its words say why and what to do."""
