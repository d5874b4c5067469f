"""`manage.py serve`: prepares, tells the address, leaves nothing, and says in words what is wrong."""

import signal
import socket
import subprocess
import sys

import pytest

from tests.jobs.house import ROOT, House, children_of, eventually, is_alive, kill

SERVE = (sys.executable, "manage.py", "serve")


@pytest.fixture
def house(tmp_path):
    house = House(tmp_path / "var")
    yield house
    house.close()


def serve(house, log):
    with log.open("w") as told:
        return house.start(*SERVE, told=told)


def refusal(house):
    return subprocess.run(SERVE, cwd=ROOT, env=house.environment, capture_output=True, text=True)


@pytest.mark.promise("P1")
def test_it_tells_the_address_stops_on_ctrl_c_and_the_next_start_prepares_nothing(house, tmp_path):
    first, second = tmp_path / "first.log", tmp_path / "second.log"
    process = serve(house, first)
    assert eventually(lambda: house.address in first.read_text(), within=60)
    assert house.get("/healthz").status_code == 200
    assert "数据库已就绪" in first.read_text()
    children = children_of(process).values()

    kill(process, signal.SIGINT)

    assert process.returncode == 0
    assert not any(is_alive(pid) for pid in children)
    process = serve(house, second)
    assert eventually(lambda: house.address in second.read_text(), within=15)
    assert "正在准备" not in second.read_text()


def test_a_second_start_on_the_same_data_is_refused_in_words(house, tmp_path):
    log = tmp_path / "log"
    serve(house, log)
    assert eventually(lambda: "正在准备" in log.read_text())

    second = refusal(house)

    assert second.returncode != 0
    assert "已有一个宏智汇在运行" in second.stderr


def test_a_taken_port_is_told_in_words(house):
    with socket.create_server(("127.0.0.1", house.port)):
        answer = refusal(house)

    assert answer.returncode != 0
    assert f"PORT={house.port + 1} make run" in answer.stderr


@pytest.mark.promise("P3")
def test_wrong_settings_are_all_told_at_once(house):
    wrong = {"HZH_ENV": "test", "PORT": "eighty", "REDIS_URL": "http://x", "HZH_THREADS": "0"}
    house.environment |= wrong

    answer = refusal(house)

    assert answer.returncode == 2
    assert all(name in answer.stderr for name in wrong)
    assert "Traceback" not in answer.stderr


@pytest.mark.promise("P3")
def test_a_folder_that_cannot_be_used_is_told_in_words(house):
    house.environment["HZH_VAR"] = "/proc/nowhere"

    answer = refusal(house)

    assert "HZH_VAR" in answer.stderr
    assert "Traceback" not in answer.stderr
