"""What a set-up may say, and what it is told when it is wrong."""

import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {
    "HZH_ENV": "production",
    "HZH_SECRET_KEY": "k3v9-q2LxZp0wRt7YbN5mJd8FgHs1AcUe4Io6QiXzWnMrTyBvPlKj",
    "HZH_ALLOWED_HOSTS": "wiki.hospital.example",
    "HZH_SITE_URL": "https://wiki.hospital.example",
}


def told_by(tmp_path, *command, **environment):
    environment = {
        "HZH_VAR": str(tmp_path / "var"),
        "PATH": "",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    } | environment
    return subprocess.run(
        [sys.executable, *command], cwd=settings.ROOT, env=environment, capture_output=True, text=True, check=False
    )


def reading(tmp_path, **environment):
    return told_by(tmp_path, "-c", "import config.env", **environment)


@pytest.mark.promise("P3")
def test_no_variable_at_all_starts_the_embedded_default(tmp_path):
    ask = "from django.conf import settings; d = settings.DATABASES['default']; print(d['ENGINE'], settings.REDIS_URL)"

    told = told_by(tmp_path, "-c", ask)

    assert told.returncode == 0
    assert told.stdout.split() == ["django.db.backends.sqlite3"]


@pytest.mark.promise("P3")
def test_all_bad_values_are_named_at_once_in_words(tmp_path):
    told = reading(
        tmp_path, PORT="many", HZH_THREADS="900", DATABASE_URL="mysql://x/y", REDIS_URL="localhost", HZH_ENV="x"
    )

    assert told.returncode == 2
    assert "Traceback" not in told.stderr
    named = [line.split(":")[0].strip() for line in told.stderr.splitlines()[1:]]
    assert named == ["DATABASE_URL", "HZH_ENV", "HZH_THREADS", "PORT", "REDIS_URL"]


@pytest.mark.promise("P3")
def test_a_password_in_a_bad_address_is_not_shown(tmp_path):
    told = reading(tmp_path, DATABASE_URL="mysql://hzh:geheim@db/hzh")

    assert told.returncode == 2
    assert "geheim" not in told.stderr


@pytest.mark.promise("P3")
@pytest.mark.parametrize(
    ("address", "is_good"),
    [("http://es:9200", True), ("https://u:p%40ss@es:9200/", True), ("http://es", False), ("https://u:12@es", False)],
)
def test_the_address_of_elasticsearch_names_its_port(tmp_path, address, is_good):
    told = reading(tmp_path, ELASTICSEARCH_URL=address)

    assert (told.returncode == 0) == is_good
    assert is_good or "ELASTICSEARCH_URL: 地址里要写明端口" in told.stderr


@pytest.mark.promise("P6")
def test_production_alone_is_fine(tmp_path):
    assert reading(tmp_path, **PRODUCTION).returncode == 0


@pytest.mark.promise("P6")
@pytest.mark.parametrize(
    ("name", "value"),
    (
        ("HZH_DEMO", "1"),
        ("HZH_DEBUG", "1"),
        ("HZH_SECRET_KEY", ""),
        ("HZH_SECRET_KEY", "short"),
        ("HZH_SECRET_KEY", "a" * 80),
        ("HZH_ALLOWED_HOSTS", ""),
        ("HZH_ALLOWED_HOSTS", "*"),
        ("HZH_ALLOWED_HOSTS", "wiki.hospital.example,.example"),
        ("HZH_SITE_URL", "http://wiki.hospital.example"),
    ),
)
def test_production_refuses(tmp_path, name, value):
    told = reading(tmp_path, **PRODUCTION | {name: value})

    assert told.returncode == 2
    assert [line.split(":")[0].strip() for line in told.stderr.splitlines()[1:]] == [name]


@pytest.mark.promise("P6")
def test_production_never_loads_the_demo(tmp_path):
    told = told_by(tmp_path, "manage.py", "demo_data", **PRODUCTION)

    assert told.returncode == 1
    assert "正式环境不能装入演示数据" in told.stderr


def test_production_passes_every_check_of_deployment(tmp_path):
    told = told_by(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert told.returncode == 0, told.stderr


@pytest.mark.parametrize(
    ("url", "expected"),
    (
        ("", ("filebased", None, None, None)),
        ("smtp://mail.hospital.example", ("smtp", "mail.hospital.example", 25, False)),
        ("smtp+tls://name:p%40ss@mail.hospital.example", ("smtp", "mail.hospital.example", 587, True)),
        ("smtps://mail.hospital.example:4650", ("smtp", "mail.hospital.example", 4650, False)),
    ),
)
def test_one_address_says_where_mail_goes(url, expected):
    from config import mail

    found = mail.settings(url, "var/mail")

    kind = found["EMAIL_BACKEND"].split(".")[-2]
    assert (kind, found.get("EMAIL_HOST"), found.get("EMAIL_PORT"), found.get("EMAIL_USE_TLS")) == expected
    assert found.get("EMAIL_HOST_PASSWORD", "") == ("p@ss" if "p%40ss" in url else "")
