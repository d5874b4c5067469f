"""The fingerprint of a text: what a signature or a verification was about."""

import hashlib
import json


def content_hash(page) -> str:
    """SHA-256 over title, text and structured fields; tags, readers and place do not count."""
    content = [page.title, page.body, page.kind_values()]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
