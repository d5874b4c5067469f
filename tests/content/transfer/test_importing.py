"""A folder becomes a tree; again it changes nothing; hostile archives stay outside."""

import os
import zipfile
from pathlib import Path

import pytest

from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import ContentPage, ImportItem
from content.transfer import archives, carrying, importing
from content.transfer.errors import Refused
from tests.cast import make_space
from wiki.models import Regulation

pytestmark = pytest.mark.django_db
LAWS = Path(__file__).resolve().parents[4] / "shared" / "data" / "laws.zip"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.fixture
def folder(tmp_path):
    """A manual of two chapters with a picture, links across, and an index."""
    top = tmp_path / "手册"
    (top / "护理" / "img").mkdir(parents=True)
    (top / "护理" / "README.md").write_text("# 护理手册\n\n见[静脉输液](输液.md)。")
    (top / "护理" / "输液.md").write_text("# 静脉输液\n\n![图](img/一.png)\n\n回到[手册](README.md)，[没有的](无.md)。")
    (top / "护理" / "img" / "一.png").write_bytes(PIXEL)
    (top / "gbk.md").write_bytes("# 老文件\n\n国标编码的正文。".encode("gb18030"))
    return top


def bring(folder, space, person):
    return importing.carry_on(importing.begin(str(folder), space=space, by=person, is_live=True))


def outcomes(run):
    return dict(run.items.values_list("path", "outcome"))


@pytest.mark.promise("W24")
def test_a_folder_becomes_a_tree_with_working_links_and_pictures(cast, client, space, folder):
    run = bring(folder, space, cast.zhou_yaning)

    manual = ContentPage.objects.get(title="护理手册")
    infusion = ContentPage.objects.get(title="静脉输液")
    assert infusion.get_parent().pk == manual.pk
    assert f"(page:{infusion.uid})" in manual.body
    assert "(file:" in infusion.body
    assert "国标编码的正文" in ContentPage.objects.get(title="老文件").body
    notes = run.items.get(path="护理/输液.md").notes
    assert notes == ["第 3 行的链接“无.md”没有找到"]
    client.force_login(cast.lin_xiaoman)
    answer = client.get(infusion.get_absolute_url()).content.decode()
    assert "<img" in answer
    assert manual.get_absolute_url() in answer


@pytest.mark.promise("W24")
def test_bringing_it_again_changes_nothing_and_a_changed_file_becomes_a_new_version(cast, space, folder):
    bring(folder, space, cast.zhou_yaning)
    before = list(ContentPage.objects.values_list("pk", "latest_revision"))

    again = bring(folder, space, cast.zhou_yaning)
    assert set(outcomes(again).values()) == {"same"}
    assert list(ContentPage.objects.values_list("pk", "latest_revision")) == before

    (folder / "gbk.md").write_text("# 老文件\n\n新的正文。")
    assert outcomes(bring(folder, space, cast.zhou_yaning))["gbk.md"] == "changed"
    assert ContentPage.objects.get(title="老文件").body == "新的正文。\n"


def test_what_people_wrote_here_meanwhile_is_never_overwritten(cast, space, folder):
    bring(folder, space, cast.zhou_yaning)
    page = ContentPage.objects.get(title="老文件")
    writing.save(page, by=cast.zhou_yaning, base=page.latest_revision_id, text=Text("老文件", "我们自己改的正文。"))
    publishing.publish(page, by=cast.zhou_yaning)

    (folder / "gbk.md").write_text("# 老文件\n\n从外面来的正文。")
    run = bring(folder, space, cast.zhou_yaning)

    assert outcomes(run)["gbk.md"] == "kept"
    assert ContentPage.objects.get(title="老文件").body == "我们自己改的正文。"


@pytest.mark.promise("P22")
def test_a_run_that_was_killed_goes_on_without_doubles(cast, space, folder, monkeypatch):
    run = importing.begin(str(folder), space=space, by=cast.zhou_yaning)
    done = carrying._Work.do

    def dies_after_one(self, items):
        done(self, items)
        raise KeyboardInterrupt

    monkeypatch.setattr(carrying._Work, "do", dies_after_one)
    with pytest.raises(KeyboardInterrupt):
        importing.carry_on(run)
    monkeypatch.undo()

    importing.carry_on(run)

    assert run.items.exclude(outcome="new").count() == 0
    assert ContentPage.objects.pages().count() == ImportItem.objects.filter(run=run).count()
    assert ContentPage.find_problems() == ([], [], [], [], [])


def zipped(path, *members, **one):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*members, *one.items()):
            archive.writestr(name, content)
    return path


@pytest.mark.promise("P25")
@pytest.mark.parametrize(
    "name", ("../出去.md", "/etc/出去.md", "C:/出去.md", "a/../../出去.md", "/".join("深" * 12) + ".md")
)
def test_a_path_that_leads_outside_or_too_deep_refuses_the_archive(tmp_path, name):
    with pytest.raises(Refused):
        archives.entries(zipped(tmp_path / "a.zip", (name, "# 坏")))


@pytest.mark.promise("P25")
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    with pytest.raises(Refused, match="大得不正常"):
        archives.entries(zipped(tmp_path / "a.zip", ("bomb.md", b"0" * 50_000_000)))


def test_a_link_inside_an_archive_is_refused(tmp_path):
    info = zipfile.ZipInfo("link.md")
    info.external_attr = 0o120777 << 16

    with pytest.raises(Refused, match="链接"):
        archives.entries(zipped(tmp_path / "a.zip", (info, "/etc/passwd")))


def test_a_link_inside_a_folder_is_refused(tmp_path):
    os.symlink("/etc/hostname", tmp_path / "l.md")

    with pytest.raises(Refused, match="链接"):
        archives.entries(tmp_path)


@pytest.mark.parametrize("content", (b"", b"PK\x03\x04 broken", b"\x00" * 100))
def test_what_is_no_archive_is_said_to_be_none(tmp_path, content):
    path = tmp_path / "a.zip"
    path.write_bytes(content)

    with pytest.raises(Refused):
        archives.entries(path)


def test_bytes_that_are_no_text_fail_alone(cast, space, tmp_path):
    (tmp_path / "好.md").write_text("# 好\n\n正文")
    (tmp_path / "坏.md").write_bytes(b"\x00\x01\x02" * 50)

    run = bring(tmp_path, space, cast.zhou_yaning)

    assert outcomes(run) == {"好.md": "new", "坏.md": "failed"}


def test_who_may_not_write_in_the_space_brings_nothing(cast, space, folder):
    with pytest.raises(Exception, match=""):
        importing.begin(str(folder), space=space, by=cast.zhao_jingxing)
    assert not ContentPage.objects.pages().exists()


@pytest.mark.laws
@pytest.mark.skipif(not LAWS.exists() and not os.environ.get("CI"), reason="the corpus of regulations is not here")
def test_all_regulations_come_in_with_their_dates_and_nothing_is_lost(cast, space):
    run = bring(LAWS, space, cast.zhou_yaning)

    assert set(outcomes(run).values()) == {"new"}
    assert Regulation.objects.count() >= 840
    nurses = Regulation.objects.with_state().get(title="护士条例")
    assert (nurses.number, nurses.state) == ("中华人民共和国国务院令第517号", "in_force")
    assert ContentPage.find_problems() == ([], [], [], [], [])
