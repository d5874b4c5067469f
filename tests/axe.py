"""What a screen reader's rules say about a page: `assert violations(page) == []`."""

from pathlib import Path

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AT_REST = """() => Promise.allSettled(document.getAnimations()
  .filter((each) => each.effect?.getComputedTiming().endTime < 5000).map((each) => each.finished)).then(() => null)"""
RUN = """(rules) => axe.run(document, {resultTypes: ["violations"], runOnly: {type: "tag", values: rules}})"""


def violations(page, impacts=("serious", "critical")) -> list[str]:
    """One line a fault: rule and first element, once colours have come to rest.

    Evaluated, because the security policy stops added scripts.
    """
    page.evaluate(AXE)
    page.evaluate(AT_REST)
    found = page.evaluate(RUN, RULES)["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found if each["impact"] in impacts]


def fits(page) -> bool:
    """Nothing is wider than the window, once what moves has come to rest."""
    for _ in range(30):
        if page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            return True
        page.wait_for_timeout(100)
    return False
