"""What the demo's people wrote: Markdown files under demo/texts, one folder a space, folders within for subtrees."""

import re
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from content import kinds
from content.models import ContentPage, Verification
from content.transfer import frontmatter
from content.transfer.planting import Seed, plant_all
from demo import history
from ui.days import today

TEXTS = Path(__file__).parent / "texts"
YEAR = re.compile(r"〔\d{4}〕")  # of a document's number: the year it was issued in, which counts from today


def load(spaces, people, units) -> dict[str, dict]:
    """Plant every file that is not there yet, as it was first written. Answers the facts of these, by uid."""
    known = set(ContentPage.objects.values_list("uid", flat=True))
    written = {}
    for slug, space in spaces.items():
        folder = TEXTS / slug
        if folder.is_dir():
            _plant_folder(folder, space, known, people, units, written)
    return written


def _plant_folder(folder, parent, known, people, units, written):
    files = sorted(path for path in folder.iterdir() if path.suffix == ".md")
    read = [(path, *frontmatter.split(path.read_text())) for path in files]
    new = [each for each in read if each[1]["uid"] not in known]
    for kind_name in dict.fromkeys(facts.get("kind", "article") for _, facts, _ in new):
        batch = [(facts, body) for _, facts, body in new if facts.get("kind", "article") == kind_name]
        seeds = [_seed(facts, body, people, units) for facts, body in batch]
        plant_all([(parent.pk, seed) for seed in seeds])
        written |= {facts["uid"]: facts for facts, _ in batch}
    for path, facts, _ in read:
        below = folder / path.stem
        if below.is_dir():
            _plant_folder(below, ContentPage.objects.get(uid=facts["uid"]), known, people, units, written)


def _seed(facts, body, people, units):
    kind = kinds.kind(facts.get("kind", "article"))
    values = {name: facts[name] for name in kind.form_fields if name in facts}
    if "number" in values:
        values["number"] = YEAR.sub(
            f"〔{(today() - timedelta(days=facts['issued_days_ago'])).year}〕", values["number"]
        )
    for name in ("department", "issuing_unit"):
        if name in values:
            values[f"{name}_id"] = units[values.pop(name)].pk
    body, reason, days_ago = history.first_text(facts, body)
    return Seed(
        kind=kind,
        uid=facts["uid"],
        title=facts["title"],
        body=body,
        summary=facts.get("summary", ""),
        tags=tuple(facts.get("tags", ())),
        values=values,
        maintainer=people[facts["maintainer"]],
        by=people[facts["maintainer"]],
        at=timezone.now() - timedelta(days=days_ago, hours=3 + len(body) % 9, minutes=len(body) % 57),
        is_live=facts.get("live", True),
        reason=reason,
    )


def verify(written, people):
    """`valid_days`: how long from today it holds, negative for what is overdue; without it nobody looked yet."""
    rows, pages = [], []
    for page in ContentPage.objects.filter(uid__in=written):
        facts = written[page.uid]
        if "valid_days" not in facts:
            continue
        page.valid_until = today() + timedelta(days=facts["valid_days"])
        verifier = people[facts.get("verifier", facts["maintainer"])]
        days_ago = facts.get("verified_ago", max(0, 365 - facts["valid_days"]))
        rows.append(
            Verification(
                page_id=page.pk,
                by=verifier,
                at=timezone.now() - timedelta(days=min(days_ago, facts["days_ago"])),
                valid_until=page.valid_until,
                content_hash=page.content_hash,
            )
        )
        pages.append(page)
    Verification.objects.bulk_create(rows)
    ContentPage.objects.bulk_update(pages, ["valid_until"])
