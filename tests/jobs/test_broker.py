"""The broker that is a folder: whole messages only, each to one taker, damage set aside."""

import threading
from queue import Empty

import pytest
from kombu import Connection


@pytest.fixture
def channel(tmp_path):
    with connect(tmp_path) as connection:
        yield connection.default_channel


def connect(folder):
    return Connection("files://localhost", transport="jobs.broker:Transport", transport_options={"folder": folder})


def take_all(channel):
    taken = []
    while True:
        try:
            taken.append(channel._get("quick")["n"])
        except Empty:
            return taken


def test_messages_come_out_in_order(channel):
    for number in range(30):
        channel._put("quick", {"n": number})

    assert take_all(channel) == list(range(30))


def test_a_damaged_message_is_set_aside_and_the_others_arrive(channel, tmp_path):
    channel._put("quick", {"n": 1})
    (tmp_path / "quick" / "0-broken.msg").write_text('{"n": ')
    channel._put("quick", {"n": 2})

    assert take_all(channel) == [1, 2]
    assert [path.name for path in (tmp_path / "quick").iterdir()] == ["0-broken.damaged"]


def test_many_takers_get_each_message_once(tmp_path):
    taken = []

    def take():
        with connect(tmp_path) as connection:
            taken.extend(take_all(connection.default_channel))

    with connect(tmp_path) as connection:
        for number in range(300):
            connection.default_channel._put("quick", {"n": number})
    takers = [threading.Thread(target=take) for _ in range(4)]
    for taker in takers:
        taker.start()
    for taker in takers:
        taker.join()

    assert sorted(taken) == list(range(300))


def test_a_queue_can_be_counted_and_emptied(channel):
    channel._put("quick", {"n": 1})
    channel._put("slow", {"n": 2})

    assert (channel._size("quick"), channel._purge("quick"), channel._size("quick")) == (1, 1, 0)
    assert channel._size("slow") == 1
