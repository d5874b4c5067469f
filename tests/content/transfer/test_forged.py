"""Archives that claim to be an export of ours: whoever only writes cannot put words into others' mouths."""

import json
import zipfile

import pytest

from access import audiences
from content.models import ContentPage, ImportItem, Verification
from content.transfer import frontmatter, importing
from tests.cast import make_space
from ui.uid import new_uid

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W26")]
UID = new_uid()
AT = "2024-05-01T08:00:00+08:00"
VERSION = {"at": AT, "by": "QY10112", "title": "要点", "body": "旧的", "live": "", "reason": ""}
SAID = "旧版本没有带过来：历史文件读不懂"


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu", stewards=[audiences.person(cast.shen_zhixia)])


def bring(space, by, place, pages, history=()):
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("space.json", "{}")
        for number, facts in enumerate(pages):
            name = f"pages/{number:03d}-页--{facts['uid']}.md"
            archive.writestr(name, frontmatter.join({"kind": "article", "title": "要点", **facts}, "正文\n"))
        for uid, lines in history:
            archive.writestr(f"history/{uid}.jsonl", lines)
    importing.carry_on(importing.begin(str(place), space=space, by=by))
    return list(ContentPage.objects.pages().filter(space=space.pk).order_by("path"))


def test_what_others_verified_or_wrote_is_brought_by_a_steward_alone(cast, space, tmp_path):
    said = {"uid": UID, "verified_by": "QY10112", "valid_until": "2030-01-01"}
    history = [(UID, json.dumps(VERSION) + "\n" + json.dumps(VERSION | {"body": "正文\n"}))]

    (page,) = bring(space, cast.zhou_yaning, tmp_path / "a.zip", [said], history)

    assert not Verification.objects.exists()
    assert (page.valid_until, page.revisions.count()) == (None, 1)
    page.delete()
    (page,) = bring(space, cast.shen_zhixia, tmp_path / "b.zip", [said], history)
    assert (Verification.objects.get().by, page.revisions.count()) == (cast.shen_zhixia, 2)


@pytest.mark.parametrize("facts", [
    {"verified_by": "QY10112", "valid_until": "明年"},
    {"verified_by": ["QY10112"], "valid_until": 7},
    {"kind": "case", "values": {"outcome": "nonsense", "icd10": "X" * 400, "department": ["a"]}},
    {"kind": "case", "values": "diagnosis"},
    {"published": "2024-01-01T00:00:00"},
])  # fmt: skip
def test_facts_that_fit_nothing_are_left_out(cast, space, tmp_path, facts):
    (page,) = bring(space, cast.shen_zhixia, tmp_path / "a.zip", [{"uid": UID, **facts}])

    assert (page.live, page.valid_until) == (True, None)


@pytest.mark.parametrize("lines", ["", "{", "[]", '{"at": "gestern"}', json.dumps(VERSION | {"live": 7})])
def test_a_history_nobody_can_read_is_said_in_the_report(cast, space, tmp_path, lines):
    bring(space, cast.shen_zhixia, tmp_path / "a.zip", [{"uid": UID}], [(UID, lines)])

    assert ImportItem.objects.get().notes == [SAID]


def test_two_files_with_one_uid_become_two_pages(cast, space, tmp_path):
    both = [{"uid": UID, "title": "甲"}, {"uid": UID, "title": "乙"}]

    pages = bring(space, cast.shen_zhixia, tmp_path / "a.zip", both)

    assert ([page.title for page in pages], pages[0].uid) == (["甲", "乙"], UID)
