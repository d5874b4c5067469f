"""The address by which one test reader, and nobody else, reads an issue before it is out."""

from django.core import signing
from django.urls import reverse

SALT = "subscriptions.preview"
VALID = 14 * 24 * 3600  # seconds


def address_for(issue_uid, person_id) -> str:
    token = signing.dumps([issue_uid, person_id], salt=SALT)
    return reverse("subscriptions:preview", args=[issue_uid]) + f"?key={token}"


def is_for(token, issue_uid, person_id) -> bool:
    """Signed for this issue and this person, within two weeks."""
    try:
        return signing.loads(token, salt=SALT, max_age=VALID) == [issue_uid, person_id]
    except signing.BadSignature:
        return False
