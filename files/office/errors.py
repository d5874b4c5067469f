CODES = (
    "missing",  # LibreOffice is not installed
    "unconfined",  # this machine cannot keep it from calling out
    "unknown",  # neither Office's nor a picture of Windows
    "encrypted",
    "too_large",
    "too_much",  # time or memory
    "broken",  # LibreOffice cannot open it
)


class Failed(Exception):
    """`code` is one of CODES; `detail` is for operators."""

    def __init__(self, code, detail=""):
        super().__init__(f"{code} {detail}".strip())
        self.code, self.detail = code, str(detail)
