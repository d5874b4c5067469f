"""Why there is no copy."""


class NotDrawn(Exception):
    """`reason` is too_large, missing (a library the server lacks) or broken; the rest is for operators."""

    def __init__(self, reason, said=""):
        super().__init__(f"{reason}: {said}")
        self.reason = reason
