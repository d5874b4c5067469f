"""The editions of the demo's 制度: what is in force, what is coming, what was repealed and by what replaced."""

from datetime import date, timedelta

from ui.days import today
from wiki import actions
from wiki.models import Edition, Regulation, Replacement


def load(written):
    """`written`: {uid: facts} of what was planted just now. Days in the facts count from today."""
    regulations = Regulation.objects.in_bulk(
        [uid for uid, facts in written.items() if "effective_days" in facts], field_name="uid"
    )
    editions, replacements = [], []
    for uid, regulation in regulations.items():
        facts = written[uid]
        editions += _editions(regulation, facts)
        replacements += [(regulation, older) for older in facts.get("replaces", ())]
    Edition.objects.bulk_create(editions)
    for regulation in regulations.values():
        actions.tell_page(regulation)
    older = {page.uid: page for page in Regulation.objects.filter(uid__in=[uid for _, uid in replacements])}
    Replacement.objects.bulk_create(Replacement(newer=newer, older=older[uid]) for newer, uid in replacements)


def _editions(regulation, facts):
    """Each earlier edition holds until the next begins; only the last has its text here."""
    last = today() + timedelta(days=facts["effective_days"])
    days = [*map(date.fromisoformat, facts.get("earlier", ())), last]
    ends = [*days[1:], _day(facts, "repealed_days")]
    for number, (begins, ends_on) in enumerate(zip(days, ends, strict=True), start=1):
        is_last = begins is last
        yield Edition(
            regulation_id=regulation.pk,
            revision_id=regulation.live_revision_id if is_last else None,
            number=number,
            issued_on=today() - timedelta(days=facts["issued_days_ago"]) if is_last else begins - timedelta(days=20),
            effective_on=begins,
            repealed_on=ends_on,
            approved_by_id=regulation.owner_id,
        )


def _day(facts, name):
    return today() + timedelta(days=facts[name]) if name in facts else None
