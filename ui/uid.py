"""The uid of whatever people link to, print or export."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0/o, 1/l/i: read aloud and typed from paper
LENGTH = 12


def new_uid() -> str:
    """Twelve unambiguous lower-case letters and digits; 59 bits, so never asked whether taken."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def is_uid(text: str) -> bool:
    return len(text) == LENGTH and all(letter in ALPHABET for letter in text)
