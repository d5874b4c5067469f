"""Out and in again: the same tree, text, files, tags, maintainers, versions, verification."""

import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404

from access import audiences
from content.actions import life, publishing, readers, templates, writing
from content.actions.writing import Text
from content.choices import SpaceKind
from content.models import ContentPage, Original, PageTemplate
from content.transfer import exporting, importing, originals
from files.actions import receive
from tests.cast import make_space
from tests.content.convert.corpus.regulations import Paper
from tests.content.transfer.test_importing import PIXEL
from wiki.models import ClinicalCase

pytestmark = pytest.mark.django_db


@pytest.fixture
def space(cast, tmp_path):
    """Two levels, three kinds of facts, a picture, two versions, a verification, the file it came from."""
    space = make_space(cast.qingyu, slug="qingyu", title="青屿")
    picture = receive(SimpleUploadedFile("图.png", PIXEL), by=cast.zhou_yaning)
    text = Text("要点", f"第一版\n\n![图](file:{picture.uid})", "一句话", ("急诊", "护理"))
    page = writing.create(space, "article", by=cast.zhou_yaning, text=text)
    publishing.publish(page, by=cast.zhou_yaning, reason="起草")
    second = Text("要点", f"第二版\n\n![图](file:{picture.uid})", "一句话", ("急诊", "护理"))
    latest = ContentPage.objects.get(pk=page.pk).latest_revision_id
    writing.save(ContentPage.objects.get(pk=page.pk), by=cast.lin_xiaoman, base=latest, text=second)
    publishing.publish(ContentPage.objects.get(pk=page.pk), by=cast.lin_xiaoman, reason="补充")
    life.verify(ContentPage.objects.get(pk=page.pk), by=cast.zhou_yaning)
    values = {"diagnosis": "高钾血症", "icd10": "E87.5", "difficulty": "hard"}
    below = ContentPage.objects.get(pk=page.pk)
    paper = tmp_path / "要点.docx"
    paper.write_bytes(Paper("要点").title("要点").bytes())
    originals.attach(below, paper, name="要点.docx", digest="d" * 64, by=cast.zhou_yaning)
    case = writing.create(
        below, "case", by=cast.zhou_yaning, text=Text("病例一", "经过", values=values), maintainer=cast.lin_xiaoman
    )
    publishing.publish(case, by=cast.zhou_yaning)
    return space


def members(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.promise("W26")
def test_export_import_export_is_the_same_to_the_byte(cast, space, tmp_path):
    exporting.export(space, tmp_path / "a.zip", by=cast.zhou_yaning)
    first = members(tmp_path / "a.zip")
    empty(space)

    importing.carry_on(importing.begin(str(tmp_path / "a.zip"), space=space, by=cast.zhou_yaning))
    exporting.export(space, tmp_path / "b.zip", by=cast.zhou_yaning)

    assert members(tmp_path / "b.zip") == first
    assert ClinicalCase.objects.get().icd10 == "E87.5"
    assert ClinicalCase.objects.get().maintainer == cast.lin_xiaoman
    assert ContentPage.objects.get(title="要点").original.name == "要点.docx"
    assert any(name.endswith("要点.docx") for name in first)
    assert ContentPage.find_problems() == ([], [], [], [], [])


@pytest.mark.promise("W26")
def test_a_stewards_export_brings_the_versions_back(cast, tmp_path):
    space = make_space(cast.emergency, slug="er")
    page = writing.create(space, "article", by=cast.shen_zhixia, text=Text("抢救车", "一"))
    publishing.publish(page, by=cast.shen_zhixia, reason="起草")
    latest = ContentPage.objects.get(pk=page.pk).latest_revision_id
    writing.save(ContentPage.objects.get(pk=page.pk), by=cast.shen_zhixia, base=latest, text=Text("抢救车", "二"))
    publishing.publish(ContentPage.objects.get(pk=page.pk), by=cast.shen_zhixia, reason="补充")
    exporting.export(space, tmp_path / "a.zip", by=cast.shen_zhixia)
    first = members(tmp_path / "a.zip")
    empty(space)

    importing.carry_on(importing.begin(str(tmp_path / "a.zip"), space=space, by=cast.shen_zhixia))
    exporting.export(space, tmp_path / "b.zip", by=cast.shen_zhixia)

    assert members(tmp_path / "b.zip") == first
    back = ContentPage.objects.get(title="抢救车")
    assert [each.reason for each in back.publications.order_by("at")] == ["起草", "补充"]
    assert back.specific.get_latest_revision_as_object().body == "二"


@pytest.mark.promise("W4")
def test_an_export_holds_what_its_asker_may_see_and_nothing_for_a_stranger(cast, space, tmp_path):
    with pytest.raises(Http404):
        exporting.export(space, tmp_path / "a.zip", by=cast.zhao_jingxing)

    doctors = [audiences.everyone_in(cast.qingyu, position_kind="doctor")]
    readers.narrow(ContentPage.objects.get(title="要点"), by=cast.zhou_yaning, rows=doctors)
    open_page = live_page(space, cast.lin_xiaoman, "给大家的")

    exporting.export(space, tmp_path / "b.zip", by=cast.lin_xiaoman)

    pages = [name for name in members(tmp_path / "b.zip") if name.startswith(("pages/", "files/", "history/"))]
    assert [open_page.uid in name for name in pages] == [True]


@pytest.mark.promise("W4", "P21")
def test_an_export_holds_no_file_that_its_asker_may_not_fetch(cast, space, tmp_path):
    elsewhere = live_page(make_space(cast.yunling, slug="yunling"), cast.zhao_jingxing)
    hidden = receive(SimpleUploadedFile("别处.png", PIXEL), by=cast.zhao_jingxing, about=elsewhere)
    live_page(space, cast.lin_xiaoman, "给大家的", f"![图](file:{hidden.uid})")

    exporting.export(space, tmp_path / "a.zip", by=cast.lin_xiaoman)

    assert not [name for name in members(tmp_path / "a.zip") if hidden.uid in name]


def empty(space):
    for page in ContentPage.objects.pages().filter(space=space.pk, depth=space.depth + 1):
        page.delete()


@pytest.mark.promise("W26", "W59")
def test_templates_come_back_with_their_order_and_fields_for_who_keeps_the_space(cast, tmp_path):
    space = make_space(cast.emergency, slug="er", kind=SpaceKind.UNIT)
    values = {"summary": "一句话", "tags": ["教学"], "diagnosis": "胸痛", "department": cast.emergency.pk}
    words = {"hint": "", "title": "", "body": "## 经过\n"}
    below = templates.create(
        space, by=cast.shen_zhixia, kind="case", name="病例", reaches_below=True, values=values, **words
    )
    own = templates.create(space, by=cast.shen_zhixia, kind="article", name="纪要", values={}, **words)
    templates.put_in_order(space, [own.uid, below.uid], by=cast.shen_zhixia)
    templates.retire(own, space, by=cast.shen_zhixia)
    live_page(space, cast.shen_zhixia)
    before = list(PageTemplate.objects.values("uid", "kind", "name", "body", "order", "space", "values", "retired_at"))
    exporting.export(space, tmp_path / "a.zip", by=cast.shen_zhixia)
    first = members(tmp_path / "a.zip")
    empty(space)
    PageTemplate.objects.all().delete()

    for _ in range(2):
        importing.carry_on(importing.begin(str(tmp_path / "a.zip"), space=space, by=cast.shen_zhixia))
    exporting.export(space, tmp_path / "b.zip", by=cast.shen_zhixia)

    after = list(PageTemplate.objects.values("uid", "kind", "name", "body", "order", "space", "values", "retired_at"))
    assert after == before
    assert members(tmp_path / "b.zip") == first


def test_who_only_writes_brings_no_templates(cast, tmp_path):
    space = make_space(cast.emergency, slug="er")
    words = {"hint": "", "title": "", "body": "## 经过\n"}
    templates.create(space, by=cast.shen_zhixia, kind="article", name="纪要", values={}, **words)
    live_page(space, cast.shen_zhixia)
    exporting.export(space, tmp_path / "a.zip", by=cast.shen_zhixia)
    PageTemplate.objects.all().delete()
    other = make_space(cast.qingyu, slug="qingyu")

    importing.carry_on(importing.begin(str(tmp_path / "a.zip"), space=other, by=cast.lin_xiaoman))

    assert not PageTemplate.objects.exists()


def live_page(space, by, title="抢救车", body="一"):
    return publishing.publish(writing.create(space, "article", by=by, text=Text(title, body)), by=by)


def test_a_forged_archive_takes_nobody_elses_file_for_an_original(cast, space, tmp_path):
    strange = receive(SimpleUploadedFile("花名册.txt", "一二三".encode()), by=cast.lin_xiaoman)
    exporting.export(space, tmp_path / "a.zip", by=cast.zhou_yaning)
    forged = members(tmp_path / "a.zip")
    held = ContentPage.objects.get(title="要点").original.file_uid
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for name, content in forged.items():
            archive.writestr(name, content.replace(held.encode(), strange.uid.encode()))
    empty(space)

    importing.carry_on(importing.begin(str(tmp_path / "b.zip"), space=space, by=cast.zhou_yaning))

    assert not Original.objects.exists()
    strange.refresh_from_db()
    assert strange.about_id is None
