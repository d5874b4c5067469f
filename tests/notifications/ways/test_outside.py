"""Push and chats: sealed for the reader, to no address within, and what their answers mean."""

import base64
import hmac
import json
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from jobs.testing import run_due
from notifications.models import Delivery, PushDevice
from notifications.ways import outside
from notifications.ways.base import Refused, Trouble, Unsure
from notifications.ways.webpush import keys, sealing

pytestmark = pytest.mark.django_db


def said(way):
    return list(Delivery.objects.by(way).values_list("state", "reason"))


def test_a_message_is_sealed_as_the_example_of_the_rfc():
    """RFC 8291, section 5."""
    own = ec.derive_private_key(
        int.from_bytes(keys.unpacked("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"), "big"), ec.SECP256R1()
    )
    sealed = sealing.seal(
        b"When I grow up, I want to be a watermelon",
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "BTBZMqHH6r4Tts7J_aSIgg",
        own=own,
        salt=keys.unpacked("DGv6ra1nlYgDCS1FRnbzlw"),
    )
    assert keys.packed(sealed) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
        "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
        "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


def unsealed(body, own, secret=b"s" * 16):
    salt, key = body[:16], body[21:86]
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), key)
    derive = lambda secret, salt, info, length: HKDF(hashes.SHA256(), length, salt, info).derive(secret)
    info = b"WebPush: info\0" + keys.point(own.public_key()) + key
    root = derive(own.exchange(ec.ECDH(), theirs), secret, info, 32)
    opened = AESGCM(derive(root, salt, b"Content-Encoding: aes128gcm\0", 16)).decrypt(
        derive(root, salt, b"Content-Encoding: nonce\0", 12), body[86:], None
    )
    return json.loads(opened.rstrip(b"\x02"))


def test_only_the_browser_reads_what_is_pushed(cast, tell, web, subscribe):
    own = subscribe(cast.lin_xiaoman)
    tell(cast.lin_xiaoman)
    run_due()

    ((_, headers, body),) = web.asked
    message = unsealed(body, own)
    assert "交接班要点".encode() not in body
    assert "《交接班要点》" in message["title"]
    assert headers["Topic"] == message["tag"]
    assert headers["Authorization"].startswith("vapid t=")
    assert said("webpush") == [("sent", "")]


def test_the_key_of_the_house_is_made_once_and_is_a_secret(settings, subscribe):
    first = keys.public_key()
    keys.private_key.cache_clear()

    assert keys.public_key() == first
    assert (settings.VAR / "vapid").stat().st_mode & 0o777 == 0o600


@pytest.mark.promise("S11")
def test_a_browser_that_let_go_is_forgotten(cast, tell, web, subscribe):
    subscribe(cast.lin_xiaoman)
    web.answers["/push/1"] = 410
    tell(cast.lin_xiaoman)
    run_due()

    assert not PushDevice.objects.exists()
    assert said("webpush") == [("failed", "没有打开推送的浏览器")]


def test_one_browser_that_takes_it_is_enough(cast, tell, web, subscribe):
    subscribe(cast.lin_xiaoman)
    subscribe(cast.lin_xiaoman, "/push/2")
    web.answers["/push/1"] = 500
    tell(cast.lin_xiaoman)
    run_due()

    assert said("webpush") == [("sent", "")]


def test_a_robot_is_told_the_sentence_with_its_signature(cast, tell, web, robot):
    web.answers["/bot/1"] = b'{"code": 0}'
    robot(cast.lin_xiaoman, secret="geheim")
    tell(cast.lin_xiaoman)
    run_due()

    said_to = json.loads(web.asked[0][2])
    sign = hmac.new(f"{said_to['timestamp']}\ngeheim".encode(), b"", sha256).digest()
    assert "《交接班要点》" in said_to["content"]["text"]
    assert said_to["sign"] == base64.b64encode(sign).decode()
    assert said("feishu") == [("sent", "")]


@pytest.mark.promise("S11")
@pytest.mark.parametrize(
    ("way", "body", "expected"),
    [
        ("feishu", b'{"code": 19024, "msg": "Key Words Not Found"}', ("failed", "19024 Key Words Not Found")),
        ("feishu", b'{"code": 11232, "msg": "busy"}', ("waiting", "11232 busy")),
        ("feishu", b"<html>", ("failed", "HTTP 200: b'<html>'")),
        ("wecom", b'{"errcode": 93000, "errmsg": "invalid webhook"}', ("failed", "93000 invalid webhook")),
        ("wecom", b'{"errcode": 45009, "errmsg": "too many"}', ("waiting", "45009 too many")),
        ("wecom", b'{"errcode": 0}', ("sent", "")),
    ],
)
def test_what_a_chat_answers_is_kept_as_the_reason(cast, tell, web, robot, way, body, expected):
    robot(cast.lin_xiaoman, way=way)
    web.answers["/bot/1"] = body
    tell(cast.lin_xiaoman)
    run_due()

    assert said(way) == [expected]


def test_a_chat_that_hangs_up_is_not_told_twice(cast, tell, web, robot):
    robot(cast.lin_xiaoman)
    web.answers["/bot/1"] = "closed"
    tell(cast.lin_xiaoman)
    run_due()

    assert (
        said("feishu") == [("failed", "发送中断，可能已经送到，不再自动重发")]
        or "RemoteDisconnected" in said("feishu")[0][1]
    )
    assert said("feishu")[0][0] == "failed"
    assert len(web.asked) == 1


def test_who_takes_too_long_is_cut_off(web, monkeypatch):
    monkeypatch.setattr(outside, "PATIENCE", 0.3)
    web.answers["/slow"] = 3.0

    with pytest.raises(Unsure):
        outside.post(web.url("/slow"), b"{}", {})


@pytest.mark.parametrize(
    "url",
    [
        "http://open.feishu.cn/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://localhost/x",
        "https://10.0.0.8:8080/x",
        "https://name:word@example.com/",
        "ftp://example.com/",
        "",
    ],
)
def test_no_address_leads_into_the_own_network(url):
    with pytest.raises((Refused, Trouble)):
        outside.post(url, b"{}", {})


@pytest.mark.parametrize("url", ["https://example.com/bot", "https://open.feishu.cn.example.com/x"])
def test_robots_live_only_where_robots_live(url):
    with pytest.raises(ValueError):
        outside.checked(url, {"open.feishu.cn"})


def test_a_played_server_is_nothing_in_production(web, settings):
    settings.IS_PRODUCTION = True

    with pytest.raises(Refused):
        outside.post(web.url("/x"), b"{}", {})
