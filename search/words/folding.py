"""One form for the phrases that are compared."""

from search.analysis import fold


def normal(text) -> str:
    """“ＰＣＴ　升高 ” → “pct 升高”."""
    return " ".join(fold(text).split())
