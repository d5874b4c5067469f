"""The server at the wire: what it lets in, how it sends, what it survives."""

import threading
import time

import httpx
import pytest

from config import server
from tests.config.serving import everything_from, served, wire

MEGABYTE = 1024 * 1024


def tells(environ, start_response):
    """Answers what Django would have read."""
    body = environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Address", environ["REMOTE_ADDR"])])
    path = environ["PATH_INFO"].encode("latin-1").decode()
    return Body(f"{environ['REQUEST_METHOD']} {path} {len(body)} {environ.get('HTTP_X_A_B', '-')}")


class Body(list):
    streaming = False

    def __init__(self, text):
        super().__init__([text.encode()])

    def close(self):
        pass


class Streaming:
    streaming = True
    closed = False

    def __init__(self, pieces):
        self.pieces = pieces

    def __iter__(self):
        return iter(self.pieces)

    def close(self):
        self.closed = True


def test_method_path_and_body_arrive_as_sent():
    with served(tells) as address:
        answer = httpx.post(f"{address}/知识/a%20b?q=1", content=b"x" * 10)

    assert answer.text == "POST /知识/a b 10 -"


@pytest.mark.promise("P25")
def test_a_body_above_the_limit_of_its_address_is_refused_before_it_is_read():
    with served(tells) as address, wire(address) as connection:
        connection.sendall(b"POST /notes HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\nfirst")
        began = time.monotonic()
        answer = connection.recv(65536)

    assert answer.startswith(b"HTTP/1.1 413 ")
    assert time.monotonic() - began < 1


@pytest.mark.promise("P25")
def test_a_body_without_a_length_is_cut_off_at_the_limit():
    sent = 0

    def endless():
        nonlocal sent
        while True:
            sent += MEGABYTE
            yield b"x" * MEGABYTE

    with served(tells) as address:
        try:
            status = httpx.post(f"{address}/notes", content=endless(), timeout=20).status_code
        except httpx.TransportError:
            status = "closed"

    assert status in (413, "closed")
    assert sent < 100 * MEGABYTE


def test_upload_addresses_take_more_than_others():
    with served(tells) as address:
        content = b"x" * (6 * MEGABYTE)

        assert httpx.post(f"{address}/files/", content=content).status_code == 200
        assert httpx.post(f"{address}/notes", content=content).status_code == 413


@pytest.mark.promise("P25")
@pytest.mark.parametrize(
    "request_bytes",
    (
        b"GET / HTTP/1.1\r\nHost: x\r\nA: " + b"a" * 200_000,
        b"GET /" + b"a" * 200_000,
        b"GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nA: b\x00c\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"hello\r\n\r\n",
    ),
)
def test_malformed_heads_get_a_400(request_bytes):
    with served(tells) as address, wire(address) as connection:
        connection.sendall(request_bytes)
        answer = everything_from(connection)

    assert answer.startswith(b"HTTP/1.1 400 ") or answer == b""


@pytest.mark.promise("P25")
def test_who_keeps_sending_refused_requests_is_throttled_and_colleagues_are_not(monkeypatch):
    monkeypatch.setattr("config.http.refusals.FREE", 2)
    with served(tells) as address:
        too_large = {"Content-Length": "1000000000"}
        statuses = []
        for _ in range(4):
            with wire(address) as connection:
                head = "".join(f"{name}: {value}\r\n" for name, value in too_large.items())
                connection.sendall(f"POST /notes HTTP/1.1\r\nHost: x\r\n{head}\r\n".encode())
                statuses.append(connection.recv(12)[-3:].decode())

        assert statuses == ["413", "413", "429", "429"]
        assert httpx.get(f"{address}/notes").status_code == 200


def test_a_full_house_says_when_to_come_again(monkeypatch):
    monkeypatch.setattr(server, "QUEUE", 0)
    door = threading.Event()

    def waits(environ, start_response):
        door.wait(10)
        return tells(environ, start_response)

    with served(waits, threads=1) as address:
        first = threading.Thread(target=httpx.get, args=(address,), kwargs={"timeout": 20})
        first.start()
        time.sleep(0.2)
        second = httpx.get(address)
        door.set()
        first.join()

    assert second.status_code == 503
    assert second.headers["retry-after"] == "2"


def test_a_page_that_thinks_too_long_is_given_up_and_its_thread_counted(monkeypatch):
    monkeypatch.setattr(server, "THINK", 0.2)

    def waits(environ, start_response):
        time.sleep(0.6)
        return tells(environ, start_response)

    with served(waits, threads=1) as address:
        assert httpx.get(address).status_code == 504
        time.sleep(0.8)
        monkeypatch.setattr(server, "THINK", 5)
        assert httpx.get(address, timeout=10).status_code == 200


@pytest.mark.promise("P25")
def test_browsers_that_leave_take_no_thread_with_them():
    with served(tells, threads=1) as address:
        for _ in range(20):
            with wire(address) as connection:
                connection.sendall(b"POST /notes HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")

        assert httpx.get(f"{address}/notes", timeout=5).status_code == 200


def test_the_address_is_what_our_own_outermost_proxy_saw():
    forged = {"X-Forwarded-For": "6.6.6.6, 10.0.0.9"}
    with served(tells, trusted_proxies=1) as address:
        assert httpx.get(address, headers=forged).headers["x-address"] == "10.0.0.9"
    with served(tells) as address:
        assert httpx.get(address, headers=forged).headers["x-address"] == "127.0.0.1"


def test_a_header_with_an_underscore_cannot_pass_for_another():
    with served(tells) as address:
        assert httpx.get(address, headers={"X_A_B": "forged"}).text.endswith(" -")
        assert httpx.get(address, headers={"X-A-B": "real"}).text.endswith(" real")


def test_a_stream_arrives_while_it_is_made_and_is_closed():
    made = threading.Event()

    def pieces():
        yield b"first"
        made.wait(5)
        yield b"second"

    response = Streaming(pieces())

    def streams(environ, start_response):
        start_response("200 OK", [])
        return response

    with served(streams) as address, httpx.stream("GET", address) as answer:
        parts = answer.iter_raw()
        assert next(parts) == b"first"
        made.set()
        assert b"".join(parts) == b"second"
    assert response.closed


def test_a_stream_that_breaks_is_never_taken_for_the_whole():
    def breaks():
        yield b"half"
        raise ValueError

    def streams(environ, start_response):
        start_response("200 OK", [])
        return Streaming(breaks())

    with served(streams) as address, pytest.raises(httpx.RemoteProtocolError):
        httpx.get(address)


def test_a_maker_waits_for_a_slow_reader_and_ends_when_the_reader_leaves(monkeypatch):
    monkeypatch.setattr("config.http.streams.AHEAD", MEGABYTE)
    made = 0

    def pieces():
        nonlocal made
        for _ in range(500):
            made += 1
            yield b"x" * MEGABYTE

    response = Streaming(pieces())

    def streams(environ, start_response):
        start_response("200 OK", [])
        return response

    with served(streams) as address:
        with wire(address) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            connection.recv(1000)
            time.sleep(0.5)
            assert made < 50
        deadline = time.monotonic() + 5
        while not response.closed and time.monotonic() < deadline:
            time.sleep(0.05)
    assert response.closed


def test_an_error_outside_django_is_a_plain_500():
    def breaks(environ, start_response):
        raise ValueError

    with served(breaks) as address:
        assert httpx.get(address).status_code == 500


def test_the_addresses_of_anonymous_reports_are_never_logged(caplog):
    with caplog.at_level("INFO", "hzh.access"), served(tells) as address:
        httpx.get(f"{address}/report/secret-code")
        httpx.get(f"{address}/notes?token=secret")

    assert [message.split()[2] for message in caplog.messages if message.startswith("127")] == ["/notes"]


@pytest.mark.parametrize(("proxies", "sees"), ((1, "https"), (0, "-")))
def test_a_proxy_of_ours_is_believed_even_on_the_same_machine(proxies, sees):
    def scheme(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return Body(environ.get("HTTP_X_FORWARDED_PROTO", "-"))

    with served(scheme, trusted_proxies=proxies) as address:
        answer = httpx.get(address, headers={"X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https"})

    assert answer.text == sees
