"""A message only that browser can read (RFC 8291, aes128gcm of RFC 8188), and who we are (VAPID, RFC 8292)."""

import json
import os
import time
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from notifications.ways.webpush.keys import packed, point, private_key, public_key, unpacked

RECORD = 4096  # bytes: one record holds every message of ours
HOURS_VALID = 12


def seal(text: bytes, browser_key: str, browser_secret: str, *, own=None, salt=None) -> bytes:
    """The body to send. `own` and `salt` are given by the test with the example of the RFC; otherwise both are new."""
    own, salt = own or ec.generate_private_key(ec.SECP256R1()), salt or os.urandom(16)
    theirs, ours = unpacked(browser_key), point(own.public_key())
    shared = own.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs))
    root = _derived(shared, unpacked(browser_secret), b"WebPush: info\0" + theirs + ours, 32)
    key = _derived(root, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(root, salt, b"Content-Encoding: nonce\0", 12)
    head = salt + RECORD.to_bytes(4, "big") + bytes([len(ours)]) + ours
    return head + AESGCM(key).encrypt(nonce, text + b"\x02", None)


def _derived(secret, salt, info, length):
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(secret)


def who_we_are(endpoint) -> str:
    """The Authorization header for the push service at this endpoint."""
    parts = urlsplit(endpoint)
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": int(time.time()) + HOURS_VALID * 3600,
        "sub": settings.PUSH_CONTACT,
    }
    said = f"{_json({'typ': 'JWT', 'alg': 'ES256'})}.{_json(claims)}"
    r, s = decode_dss_signature(private_key().sign(said.encode(), ec.ECDSA(hashes.SHA256())))
    signature = packed(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
    return f"vapid t={said}.{signature}, k={public_key()}"


def _json(value):
    return packed(json.dumps(value, separators=(",", ":")).encode())
