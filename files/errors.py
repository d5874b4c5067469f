"""What may go wrong with an upload, in words for whoever sent it."""


class Refused(Exception):
    """The file is not taken; str() says why and what to do."""

    status = 400


class TooLarge(Refused):
    status = 413


class NoRoom(Refused):
    status = 413


class NotChecked(Refused):
    """The hospital's scanner does not answer, so nothing is taken."""

    status = 503
