"""What an import made goes again, as far as nobody has worked on it; what failed is tried again."""

import pytest
from django.http import Http404

from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import ContentPage, ImportRun, Removal
from content.transfer import importing
from jobs.testing import run_due
from notifications.models import Notice
from tests.cast import make_space
from tests.content.convert.corpus import hostile
from tests.content.convert.corpus.docx import Docx
from tests.content.transfer.word import bring, lay, outcomes, page_of

pytestmark = pytest.mark.django_db
TREE = {"护理/README.md": "# 护理", "护理/输液.md": "# 输液\n\n一", "护理/输血.md": "# 输血\n\n一", "药.md": "# 药"}


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


def undone(run, person):
    importing.undo(run, by=person)
    run_due(name="content.import_undo")
    run.refresh_from_db()
    return run


@pytest.mark.parametrize("is_live", (True, False))
def test_everything_goes_to_the_bin_and_comes_in_again_as_if_new(cast, space, tmp_path, is_live):
    run = bring(lay(tmp_path, TREE), space, cast.zhou_yaning, is_live=is_live)

    run = undone(run, cast.zhou_yaning)

    assert importing.state(run) == "undone"
    assert set(outcomes(run).values()) == {"undone"}
    assert not ContentPage.objects.pages().filter(space=space).exists()
    assert Removal.objects.count() == 2  # a branch at a time
    again = bring(tmp_path, space, cast.zhou_yaning, is_live=is_live)
    assert set(outcomes(again).values()) == {"new"}
    assert ContentPage.objects.pages().filter(space=space).count() == 4


def test_what_somebody_changed_stays_with_what_is_above_it_and_says_so(cast, space, tmp_path):
    run = bring(lay(tmp_path, TREE), space, cast.zhou_yaning)
    page = page_of(run, "护理/输液.md")
    writing.save(page, by=cast.lin_xiaoman, base=page.latest_revision_id, text=Text("输液", "改过"))
    added = writing.create(page_of(run, "药.md"), "article", by=cast.lin_xiaoman, text=Text("新药", "一"))

    run = undone(run, cast.zhou_yaning)

    assert outcomes(run) == {
        "护理/README.md": "new",
        "护理/输液.md": "new",
        "护理/输血.md": "undone",
        "药.md": "new",
    }
    assert run.items.get(path="护理/输液.md").notes == ["导入以后有人改过，留下了"]
    assert run.items.get(path="药.md").notes == ["下面有留下的页面，留下了"]
    assert ContentPage.objects.filter(pk=added.pk, space=space).exists()


def test_an_updated_page_gets_back_the_text_it_had(cast, client, space, tmp_path):
    bring(lay(tmp_path, {"一.md": "# 一\n\n旧的。"}), space, cast.zhou_yaning)
    run = bring(lay(tmp_path, {"一.md": "# 一\n\n新的。"}), space, cast.zhou_yaning)
    assert outcomes(run) == {"一.md": "changed"}

    run = undone(run, cast.zhou_yaning)

    assert outcomes(run) == {"一.md": "undone"}
    assert ContentPage.objects.get(title="一").body == "旧的。\n"
    assert outcomes(bring(tmp_path, space, cast.zhou_yaning)) == {"一.md": "changed"}


def test_a_failed_file_is_tried_again_when_it_was_put_right(cast, space, tmp_path):
    top = lay(tmp_path, {"好.md": "# 好", "坏.docx": hostile.cut_off()})
    run = bring(top, space, cast.zhou_yaning)
    assert outcomes(run) == {"好.md": "new", "坏.docx": "failed"}
    lay(tmp_path, {"坏.docx": Docx().paragraph("修好了。")})

    importing.retry(run, by=cast.zhou_yaning)
    run_due(name="content.import")

    assert outcomes(run) == {"好.md": "new", "坏.docx": "new"}
    assert ContentPage.objects.pages().count() == 2


def test_pause_go_on_and_stop(cast, space, tmp_path):
    run = importing.begin(str(lay(tmp_path, TREE)), space=space, by=cast.zhou_yaning)
    importing.pause(run, by=cast.zhou_yaning)
    run_due()
    run.refresh_from_db()
    assert (importing.state(run), importing.read_so_far(run)) == ("paused", (0, 4))

    importing.go_on(run, by=cast.zhou_yaning)
    run_due()
    run.refresh_from_db()
    assert importing.state(run) == "checking"
    assert Notice.objects.filter(person=cast.zhou_yaning, kind="import.read").count() == 1

    importing.confirm(run, by=cast.zhou_yaning)
    importing.pause(run, by=cast.zhou_yaning)
    run_due()
    assert not ContentPage.objects.pages().exists()

    importing.stop(run, by=cast.zhou_yaning)
    run_due()
    run.refresh_from_db()
    assert importing.state(run) == "finished"
    assert set(outcomes(run).values()) == {"skipped"}


def test_pages_are_drafts_unless_who_may_publish_says_otherwise(cast, space, tmp_path):
    top = lay(tmp_path, {"一.docx": Docx().paragraph("一份。")})
    for is_live in (False, True):
        run = importing.begin(str(top), space=space, by=cast.zhou_yaning)
        run_due(name="content.import_read")
        importing.confirm(run, by=cast.zhou_yaning, is_live=is_live)
        run_due(name="content.import")
        page = page_of(run, "一.docx")
        assert page.live is is_live
        undone(run, cast.zhou_yaning)


def test_a_draft_takes_its_pictures_and_original_along_and_readers_get_them_once_it_is_live(cast, client, tmp_path):
    from access import audiences
    from tests.content.convert.corpus import shapes as s
    from tests.content.convert.corpus.images import png

    space = make_space(cast.qingyu, slug="qingyu", editors=[audiences.everyone_in(cast.ward)])
    made = Docx().paragraph("一份。")
    made.paragraph(s.picture(made.media(png())))
    run = bring(lay(tmp_path, {"一.docx": made}), space, cast.zhou_yaning, is_live=False)
    page = page_of(run, "一.docx")
    uids = [page.original.file_uid, page.body.partition("(file:")[2][:12]]

    def answers(person):
        client.force_login(person)
        return [client.get(f"/files/{uid}/x", follow=True).status_code for uid in uids]

    assert answers(cast.lin_xiaoman) == [200, 200]
    assert answers(cast.shen_zhixia) == answers(cast.zhao_jingxing) == [404, 404]
    publishing.publish(page, by=cast.zhou_yaning)
    assert answers(cast.shen_zhixia) == [200, 200]
    assert answers(cast.zhao_jingxing) == [404, 404]


@pytest.mark.parametrize("act", ("confirm", "pause", "go_on", "stop", "retry", "undo"))
def test_another_persons_import_is_nobodys(cast, space, tmp_path, act):
    run = importing.begin(str(lay(tmp_path, TREE)), space=space, by=cast.zhou_yaning)
    for stranger in (cast.zhao_jingxing, cast.lin_xiaoman):
        with pytest.raises(Http404):
            getattr(importing, act)(run, by=stranger)
    assert ImportRun.objects.filter(pk=run.pk, paused_at=None, stopped_at=None, confirmed_at=None).exists()


def test_who_loses_the_right_while_it_is_read_brings_nothing(cast, space, tmp_path):
    run = importing.begin(str(lay(tmp_path, TREE)), space=space, by=cast.zhou_yaning)
    run_due(name="content.import_read")
    importing.confirm(run, by=cast.zhou_yaning)
    cast.zhou_yaning.memberships.all().delete()

    run_due(name="content.import")

    run.refresh_from_db()
    assert run.refused
    assert not ContentPage.objects.pages().exists()


def test_where_approvals_are_demanded_pages_wait_for_them(cast, space, approval, tmp_path):
    run = bring(lay(tmp_path, TREE), space, cast.zhou_yaning, is_live=True)

    assert not importing.may_go_live(run)
    assert set(outcomes(run).values()) == {"new"}
    assert not ContentPage.objects.pages().filter(live=True).exists()
