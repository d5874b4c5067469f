"""Files in a real browser."""

import io
import wave

import pytest
from django.urls import reverse

from access import audiences
from files.actions import publish_files, receive
from files.quotas import MEGABYTE
from tests.axe import violations
from tests.cast import make_space
from tests.files.samples import HTML, picture, upload
from wiki.models import Article

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]

SECONDS = 20
WIND = """async () => {
  const sound = document.querySelector("video, audio");
  sound.muted = true;
  sound.currentTime = 15;
  await new Promise((done) => sound.addEventListener("seeked", done, { once: true }));
  return [Math.round(sound.duration), sound.currentTime >= 15];
}"""


@pytest.fixture
def article(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    space = make_space(cast.qingyu, slug="qingyu", stewards=[audiences.person(cast.lin_xiaoman)], quota_mb=1)
    return space.add_child(instance=Article(title="输液泵报警处理"))


def live(article, by, name, content):
    held = receive(upload(name, content), by=by, about=article)
    publish_files(article, [held.uid])
    return held


def sound():
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes(range(256)) * (SECONDS * 8000 // 256))
    return made.getvalue()


@pytest.mark.promise("P21")
def test_sound_and_films_can_be_wound_forward(page, sign_in, cast, article):
    held = live(article, cast.lin_xiaoman, "叩诊.wav", sound())
    sign_in(cast.lin_xiaoman)

    page.goto(held.get_absolute_url())

    assert page.evaluate(WIND) == [SECONDS, True]


@pytest.mark.promise("P21")
def test_a_page_somebody_uploaded_is_kept_and_never_shown(page, sign_in, cast, article):
    live(article, cast.lin_xiaoman, "page.html", HTML)
    sign_in(cast.lin_xiaoman)
    page.goto(reverse("files:usage", args=[article.space.uid]))

    with page.expect_download() as download:
        page.get_by_role("link", name="page.html").click()

    assert download.value.suggested_filename == "page.html"


def test_a_steward_makes_room(page, sign_in, cast, article):
    live(article, cast.lin_xiaoman, "大图.png", picture((2000, 1500)))
    live(article, cast.lin_xiaoman, "大.txt", b"a" * (MEGABYTE // 2))
    sign_in(cast.lin_xiaoman)
    page.goto(reverse("files:usage", args=[article.space.uid]))
    assert violations(page) == []

    page.get_by_role("button", name="删除 大.txt").click()
    page.get_by_role("button", name="删除文件").click()
    page.get_by_text("已删除“大.txt”").wait_for()

    assert page.get_by_role("link", name="大.txt").count() == 0
    assert page.violations == []
