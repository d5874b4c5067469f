"""What the file said of a 制度 that was brought in as a draft."""

from content.models import ImportItem
from content.transfer.recognise import fill


def said_by_file(regulation) -> dict:
    """{issued_on, effective_on, number}, what is known of them. One query, two more where it was brought in."""
    item = ImportItem.objects.filter(page_uid=regulation.uid, kind="regulation").order_by("-pk").first()
    return fill("regulation", item.facts, "", regulation.space).facts if item else {}
