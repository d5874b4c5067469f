"""Whatever is sent to any address, the answer is a refusal or a page, never a failure of ours."""

import re
from pathlib import Path
from random import Random

import pytest

from content.actions import publishing, writing
from content.actions.writing import Text
from tests.cast import make_space
from tests.exits.addresses import addresses

pytestmark = [pytest.mark.django_db, pytest.mark.promise("P25")]
NONSENSE = (
    *("", "0", "-1", "9" * 30, "１２", "²", "nan", "1e309", "on", "null", "[]", "9999-99-99", "0001-01-01"),
    *("9" * 5_000, "a" * 400),
    *("\x00", "'\"><script>", "../../etc/passwd", "\r\nX: y", "unit~*", "!unit~x", "person~", "😀"),
)
HEADERS = ({}, {"HX-Request": "true"}, {"Accept": "application/json"}, {"Range": "bytes=5-1"})


def field_names():
    """Whatever our templates and views ask for by name."""
    root = Path(__file__).parents[2]
    drawn = (re.findall(r'name="([\w-]+)"', file.read_text()) for file in root.glob("templates/**/*.html"))
    read = (re.findall(r'(?:GET|POST)\S*?[(\[]"([\w-]+)"', file.read_text()) for file in root.glob("*/views/*.py"))
    return sorted({name for names in (*drawn, *read) for name in names})


@pytest.fixture
def page(cast):
    space = make_space(cast.qingyu, slug="qingyu")
    return publishing.publish(
        writing.create(space, "article", by=cast.zhou_yaning, text=Text("要点", "正文")), by=cast.zhou_yaning
    )


@pytest.mark.parametrize("seed", range(2))
def test_nonsense_is_never_our_failure(client, cast, page, seed):
    chance, names = Random(seed), field_names()
    uids = ("999999999999", "zzzzzzzzzzzz", page.uid)
    for person in (cast.zhou_yaning, cast.xu_wenbo):
        known = {
            "slug": chance.choice(("qingyu", "no-such")),
            "uid": chance.choice(uids),
            "pk": chance.choice((1, "9" * 30)),
        }
        for path in addresses(known):
            if "logout" in path or "readyz" in path:
                continue
            sent = {name: chance.choice((*NONSENSE, page.uid)) for name in chance.sample(names, 20)}
            for ask in (client.get, client.post):
                client.force_login(person)  # the address before may have ended the session
                assert ask(path, sent, headers=chance.choice(HEADERS)).status_code < 500, (path, sent)
