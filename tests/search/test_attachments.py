"""Files are found by whoever finds what they belong to, with the page on which the words stand."""

import pytest
from django.utils.timezone import now

import search
from content.models import ContentPage
from demo import pdf
from files.actions import publish_files, receive
from jobs.testing import run_due
from search.models import SearchEntry
from tests.cast import make_space
from tests.files.extraction import papers
from tests.files.samples import upload
from wiki.models import Article

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W32")]


@pytest.fixture(autouse=True)
def _own_storage(settings, tmp_path):
    settings.FILES_ROOT = tmp_path


@pytest.fixture
def page(cast, space):
    return space.add_child(instance=Article(title="输液泵报警处理", maintainer=cast.zhou_yaning))


@pytest.fixture
def attach(cast, page):
    """Takes files in and puts them into the live text of the page."""

    def attach(**files):
        held = [receive(upload(name, content), by=cast.zhou_yaning, about=page) for name, content in files.items()]
        publish_files(page, [each.uid for each in held])
        ContentPage.objects.filter(pk=page.pk).update(last_published_at=now())
        run_due()
        return held

    return attach


def hits(text, user):
    return [hit for hit in search.query(text, user).hits if not hit.is_partial]


def test_words_in_files_are_found_and_the_hit_names_file_and_place(cast, attach):
    attach(
        **{
            "报警.pdf": pdf.pages("输液泵报警", "气泡报警\n关闭夹子再排气。"),
            "参数.xlsx": papers.workbook(夜班=[["阻塞压力", "80 kPa"]]),
            "培训.pptx": papers.slides(("开场", "", ""), ("电池报警", "接上电源", "")),
            "说明.docx": papers.word(("清洁", 1), "每周擦拭外壳"),
        }
    )

    found = {
        words: [(hit.hit.title, hit.place) for hit in hits(words, cast.lin_xiaoman)]
        for words in ("关闭夹子", "阻塞压力", "接上电源", "擦拭外壳")
    }

    assert found == {
        "关闭夹子": [("报警.pdf", "第 2 页")],
        "阻塞压力": [("参数.xlsx", "夜班")],
        "接上电源": [("培训.pptx", "第 2 张幻灯片")],
        "擦拭外壳": [("说明.docx", "清洁")],
    }
    assert "#page=2" in hits("关闭夹子", cast.lin_xiaoman)[0].url


def test_a_scan_is_found_by_its_name_and_says_that_it_is_not_searched(cast, attach):
    attach(**{"泵的合格证.pdf": papers.scan()})

    (hit,) = hits("合格证", cast.lin_xiaoman)

    assert any("无法检索" in str(fact) for fact in hit.hit.facts)


@pytest.mark.promise("W4", "W5")
def test_files_go_out_of_sight_with_what_they_belong_to(cast, page, attach):
    closed = make_space(cast.yunling, slug="closed", title="云岭")
    attach(**{"报警.pdf": pdf.pages("关闭夹子再排气。")})
    assert hits("关闭夹子", cast.lin_xiaoman)
    assert not hits("关闭夹子", cast.zhao_jingxing)

    ContentPage.objects.filter(pk=page.pk).update(scope=closed.scope)

    assert not hits("关闭夹子", cast.lin_xiaoman)
    assert hits("关闭夹子", cast.zhao_jingxing)
    ContentPage.objects.filter(pk=page.pk).update(live=False)
    assert not hits("关闭夹子", cast.zhao_jingxing)


@pytest.mark.promise("W4")
def test_files_of_drafts_and_files_that_left_the_text_are_not_found(cast, page, attach):
    attach(**{"报警.pdf": pdf.pages("关闭夹子再排气。")})

    publish_files(page, [])
    ContentPage.objects.filter(pk=page.pk).update(last_published_at=now())
    run_due()

    assert not hits("关闭夹子", cast.zhou_yaning)
    assert not SearchEntry.objects.filter(kind="file").exists()
