"""The key by which push services know this installation (VAPID): made once, a secret of its own."""

import base64
import os
from functools import cache

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings


@cache
def private_key() -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(unpacked(settings.VAPID_KEY or _own()), "big"), ec.SECP256R1())


def public_key() -> str:
    """For browsers, which bind their subscription to it."""
    return packed(point(private_key().public_key()))


def _own() -> str:
    """From var/vapid, written by whichever process is first; the others read what it wrote."""
    place = settings.VAR / "vapid"
    made = packed(ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value.to_bytes(32, "big"))
    half = place.with_name(f"vapid.{os.getpid()}")
    try:
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            half.touch(mode=0o600)
            half.write_text(made)
            os.link(half, place)
    except FileExistsError:
        pass
    finally:
        half.unlink(missing_ok=True)
    return place.read_text().strip()


def point(key) -> bytes:
    return key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


def packed(raw) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unpacked(text) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
