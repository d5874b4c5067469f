"""/healthz and /readyz, part by part."""

from base64 import b64encode
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.utils import timezone

from config import health
from jobs.boot import boot
from jobs.models import Heartbeat


@pytest.fixture(autouse=True)
def _ask_anew(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(health, "ASKED_AT_MOST_EVERY", -1)
    settings.VAR = tmp_path
    settings.REDIS_URL = ""


def beat(**changes):
    row = {"boot": boot(), "at": timezone.now()} | changes
    Heartbeat.objects.update_or_create(lane="quick", defaults=row)


def parts(client):
    return client.get("/readyz").json()["parts"]


def test_being_alive_needs_no_database_and_no_known_host(client):
    assert client.get("/healthz", headers={"host": "10.0.0.1:8000"}).content == b"ok\n"


@pytest.mark.django_db
def test_everything_there_is_ready(client):
    beat()

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()["ready"]) == (200, True)


@pytest.mark.promise("P4")
@pytest.mark.django_db
def test_a_heartbeat_of_an_earlier_start_or_too_long_ago_proves_nothing(client):
    beat(boot="an earlier one")
    assert parts(client)["worker"] is False

    beat(at=timezone.now() - Heartbeat.FRESH * 2)
    assert parts(client)["worker"] is False

    beat()
    assert parts(client)["worker"] is True


@pytest.mark.promise("P4")
def test_a_database_that_does_not_answer_is_told_and_so_is_what_hangs_on_it(client):
    answer = client.get("/readyz")  # without the db mark pytest refuses every query, as a stopped server does

    assert answer.status_code == 503
    assert (answer.json()["parts"]["database"], answer.json()["parts"]["worker"]) == (False, False)


@pytest.mark.promise("P4")
@pytest.mark.django_db
def test_a_broker_folder_that_cannot_be_used_is_told(client, tmp_path):
    (tmp_path / "broker").write_text("not a folder")

    assert parts(client)["broker"] is False


@pytest.mark.promise("P4")
@pytest.mark.django_db
def test_services_that_do_not_answer_are_told(client, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"

    assert (parts(client)["broker"], parts(client)["search"]) == (False, False)


@pytest.mark.promise("P4")
@pytest.mark.django_db
def test_a_service_behind_a_password_is_asked_with_it(client, settings):
    asked = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.headers["Authorization"])
            self.send_response(200)
            for name, value in {"X-Elastic-Product": "Elasticsearch", "Content-Type": "application/json"}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *words):
            pass

    with HTTPServer(("127.0.0.1", 0), Server) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        settings.ELASTICSEARCH_URL = f"http://hzh:p%40ss@127.0.0.1:{server.server_port}"
        told = parts(client)["search"]
        server.shutdown()

    assert told is True
    assert asked == ["Basic " + b64encode(b"hzh:p@ss").decode()]
