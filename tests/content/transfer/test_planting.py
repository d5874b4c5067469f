"""An import is watched, paused, reported, undone; it is one's own alone, and costs the same for any number."""

import pytest

from content.models import ContentPage, ImportItem, ImportRun
from jobs.testing import run_due
from tests.content.transfer.screens import IMPORT, archive, began, duties, file, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W24")]


def test_a_screen_that_waits_is_fetched_anew_when_the_next_has_come(client, writer):
    run = began(client, archive(一="# 一"))

    waits = client.get(f"/imports/{run.uid}/?state=checking", headers={"HX-Request": "true"})
    moved = client.get(f"/imports/{run.uid}/?state=reading", headers={"HX-Request": "true"})

    assert "HX-Refresh" not in waits
    assert moved["HX-Refresh"] == "true"


def test_an_import_is_paused_gone_on_with_and_stopped(client, writer):
    run = began(client, archive(一="# 一"))
    client.post(f"/imports/{run.uid}/confirm/")

    client.post(f"/imports/{run.uid}/pause/")
    assert "已暂停在第 1 个，共 1 个" in page_of(client, run)
    client.post(f"/imports/{run.uid}/go/")
    assert "正在导入第 1 个，共 1 个" in page_of(client, run)
    client.post(f"/imports/{run.uid}/stop/")
    run_due()

    assert "没有选" in page_of(client, run)
    assert not ContentPage.objects.pages().exists()


def test_the_time_left_is_told_from_the_pace_since_the_screen_was_opened(client, writer):
    run = began(client, archive(一="# 一", 二="# 二"))
    client.post(f"/imports/{run.uid}/confirm/")
    run.items.filter(title="一").update(outcome="new")

    assert "约剩" not in page_of(client, run)
    assert "约剩" in page_of(client, run, "?state=importing&opened=1-0")
    assert "正在导入第 2 个" in page_of(client, run, "?opened=nonsense-²")


def test_the_report_can_be_kept_and_the_import_undone(client, writer):
    run = began(
        client, file("分级办法.docx", duties()), file("=1+1.md", "# 甲"), file("坏.docx", b"PK\x03\x04 nothing")
    )
    client.post(f"/imports/{run.uid}/confirm/")
    run_due()

    report = client.get(f"/imports/{run.uid}/report/")

    assert "attachment" in report["Content-Disposition"]
    lines = report.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 4
    assert any(line.startswith("'=1+1.md") for line in lines)
    assert any("请核对条号" in line for line in lines)
    assert "撤销这次导入" in page_of(client, run)
    client.post(f"/imports/{run.uid}/undo/")
    run_due()
    assert "这次导入已撤销" in page_of(client, run)
    assert not ContentPage.objects.pages().exists()


def test_what_failed_is_tried_again(client, writer):
    run = began(client, file("坏.docx", b"PK\x03\x04 nothing"), file("甲.md", "# 甲"))
    client.post(f"/imports/{run.uid}/confirm/")
    run_due()
    assert "再试没有导入的" in page_of(client, run)

    client.post(f"/imports/{run.uid}/retry/")
    assert "正在" in page_of(client, run)
    run_due()

    assert run.items.get(path="坏.docx").outcome == ImportItem.Outcome.FAILED


@pytest.mark.promise("W4", "W5")
def test_an_import_stops_when_the_right_to_write_ends(cast, client, writer):
    run = began(client, archive(一="# 一"))
    client.post(f"/imports/{run.uid}/confirm/")
    writer.memberships.all().delete()
    writer.forget_access()

    run_due()

    assert not ContentPage.objects.pages().exists()
    assert "导入停下了" in page_of(client, run)


# Whose it is, and what it costs.
@pytest.mark.promise("W4")
def test_a_nurse_of_another_hospital_finds_nothing_of_an_import(cast, client, writer):
    run = began(client, file("分级办法.docx", duties()))
    item = run.items.get()
    here = f"/imports/{run.uid}/"

    for person in (cast.zhao_jingxing, cast.zhou_yaning):
        client.force_login(person)
        for address in (here, f"{here}?state=reading", f"{here}report/", f"{here}files/{item.pk}/"):
            assert client.get(address).status_code == 404, address
            assert client.get(address, headers={"HX-Request": "true"}).status_code == 404, address
        assert client.get(f"{here}files/{item.pk}/a.png").status_code == 404
        for verb in ("keep", "confirm", "pause", "go", "stop", "retry", "undo"):
            assert client.post(f"{here}{verb}/", {"shown": item.pk}).status_code == 404, verb
        assert run.name not in client.get("/imports/").content.decode()
    client.force_login(cast.zhao_jingxing)
    assert client.get(IMPORT).status_code == 404
    assert client.post(IMPORT, {"files": archive(一="# 一")}).status_code == 404
    run.refresh_from_db()
    assert (run.confirmed_at, run.paused_at, run.items.get().answers) == (None, None, {})


def test_a_file_of_another_import_is_neither_shown_nor_answered(cast, client, writer):
    theirs = began(client, archive(甲="# 甲"))
    client.force_login(cast.zhou_yaning)
    mine = began(client, archive(乙="# 乙"))
    foreign = theirs.items.get()

    assert client.get(f"/imports/{mine.uid}/files/{foreign.pk}/").status_code == 404
    client.post(f"/imports/{mine.uid}/keep/", {"shown": [foreign.pk, "²", "x"], f"kind-{foreign.pk}": "none"})

    assert theirs.items.get().is_wanted


def test_the_way_in_lists_spaces_and_earlier_imports(client, writer):
    run = began(client, archive(一="# 一"))

    everywhere, here = client.get("/imports/").content.decode(), client.get(IMPORT).content.decode()

    assert IMPORT in everywhere
    for shown in (everywhere, here):
        assert run.name in shown
        assert "等您核对" in shown


def planted(run, number, state):
    """`number` files read, with questions and losses, and where it is told so planted."""
    line = {"key": "heading:1", "kind": "heading", "text": "一", "options": ["heading", "text"], "guess": "heading"}
    about = {
        "was": "docx",
        "kind": "regulation",
        "outcome": "new" if state == "report" else "waiting",
        "read_at": run.made_at,
        "losses": [{"what": "comment", "where": "", "sample": ""}],
        "facts": {"number": {"value": "7 号"}},
        "questions": [line],
    }
    names = [f"制度{each}" for each in range(number)]
    ImportItem.objects.bulk_create(
        ImportItem(run=run, path=f"{name}.docx", title=name, order=place + 10, page_uid=f"uid{place:09d}", **about)
        for place, name in enumerate(names)
    )
    if state == "report":
        ImportRun.objects.filter(pk=run.pk).update(finished_at=run.made_at, confirmed_at=run.made_at)


@pytest.mark.parametrize("state", ["checking", "report"])
def test_the_screens_cost_the_same_for_one_file_and_for_two_hundred(
    client, writer, state, django_assert_max_num_queries
):
    costs = []
    for number in (1, 200):
        run = began(client, archive(一="# 一"))
        planted(run, number, state)
        page_of(client, run)
        with django_assert_max_num_queries(40) as counted:
            assert "制度0" in page_of(client, run)
        costs.append(len(counted))

    assert costs[0] == costs[1]
