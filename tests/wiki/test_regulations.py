"""制度: number, class, unit and dates; what binds today; the switch at midnight; repeal and replacement."""

import datetime
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

import search
from access import audiences
from audit.models import Decision
from content.actions import life, placing, publishing, writing
from content.actions.spaces import demand_approval
from content.actions.writing import Text
from content.errors import AlreadyScheduled, PageLocked
from content.models import ContentPage
from jobs.testing import run_due
from org.choices import RoleKind
from org.models import Role
from tests.cast import LONG_AGO, make_space
from tests.content.pages import step
from ui.days import today
from ui.words import day
from wiki import actions
from wiki.forms import midnight
from wiki.models import Edition, Regulation
from wiki.models.regulations import State

pytestmark = pytest.mark.django_db
OLD, NEW = "第一条　十五分钟内报告。\n", "第一条　五分钟内报告。\n"
DAY = datetime.timedelta(days=1)


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu", stewards=[audiences.person(cast.shen_zhixia)])


def write(space, by, title="危急值报告制度", body=OLD, number="QY-18"):
    values = {"number": number, "regulation_class": "core", "issuing_unit": space.unit_id}
    return writing.create(space, "regulation", by=by, text=Text(title, body, values=values))


def issue(page, by, in_days=0, issued=0):
    """Publish the latest text as an edition, as the form asks for it."""
    effective = today() + in_days * DAY
    answers = {"issued_on": today() + issued * DAY, "effective_on": effective}
    act = publishing.submit if page.get_workflow() else publishing.publish
    act(page, by=by, answers=answers, at=midnight(effective) if in_days > 0 else None)
    return Regulation.objects.get(pk=page.pk)


def change(page, by, body=NEW):
    now = ContentPage.objects.get(pk=page.pk)
    values = page.specific.kind_values()
    writing.save(now, by=by, base=now.latest_revision_id, text=Text(page.title, body, values=values))
    return Regulation.objects.get(pk=page.pk)


def shown(client, page, person):
    client.force_login(person)
    return client.get(page.get_absolute_url()).content.decode()


def state_in_library(page, person):
    return Regulation.objects.visible_to(person).with_state().get(pk=page.pk).state


@pytest.fixture
def in_force(cast, space):
    return issue(write(space, cast.zhou_yaning), cast.zhou_yaning)


@pytest.fixture
def coming(cast, in_force):
    """A second edition in three days; 周雅宁 wrote both."""
    return issue(change(in_force, cast.zhou_yaning), cast.zhou_yaning, in_days=3)


@pytest.fixture
def travel(monkeypatch):
    def to(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment.astimezone(datetime.UTC))

    return to


# -- what a reader sees at a glance


@pytest.mark.promise("W14")
def test_a_regulation_shows_its_number_class_unit_owner_and_dates(client, cast, in_force):
    life.verify(in_force, by=cast.zhou_yaning, valid_until=datetime.date(2031, 5, 6))

    page = shown(client, in_force, cast.lin_xiaoman)

    for words in (
        "QY-18",
        "医疗质量安全核心制度",
        "青屿医院",
        "周雅宁",
        "第 1 版",
        "现行",
        day(datetime.date(2031, 5, 6)),
    ):
        assert words in page, words


@pytest.mark.promise("W14")
@pytest.mark.parametrize(
    ("days", "state", "words"),
    [(-9, State.IN_FORCE, "现行"), (0, State.IN_FORCE, "现行"), (9, State.COMING, "即将施行")],
)
def test_whether_it_binds_today_is_told_on_the_page_and_in_the_library(client, cast, space, days, state, words):
    page = issue(write(space, cast.zhou_yaning), cast.zhou_yaning, issued=-10)
    Edition.objects.update(effective_on=today() + days * DAY)

    assert words in shown(client, page, cast.lin_xiaoman)
    assert words in client.get(f"/regulations/?state={state}").content.decode()
    assert state_in_library(page, cast.lin_xiaoman) == state


@pytest.mark.promise("W14")
def test_a_repealed_regulation_says_so_everywhere_and_stays_to_be_read(client, cast, in_force):
    actions.repeal(in_force, on=today(), by=cast.shen_zhixia, reason="并入新制度")

    page = shown(client, in_force, cast.lin_xiaoman)

    assert "已废止" in page
    assert "十五分钟" in page
    assert state_in_library(in_force, cast.lin_xiaoman) == State.REPEALED
    assert Decision.objects.get(verb="regulation.repealed").reason == "并入新制度"


def in_tree(client, page, person):
    """The words beside the title in the tree of the space."""
    client.force_login(person)
    html = client.get(page.space.as_space.get_absolute_url()).content.decode()
    words = re.findall(rf'<a href="/wiki/{page.uid}/-"[^>]*>[^<]*<span class="n">([^<]*)</span>', html)
    return sorted(set(words))  # it stands beside the text, and folded above it on a phone


@pytest.mark.promise("W14")
def test_the_tree_and_the_hits_say_what_does_not_bind_yet_or_no_more(client, cast, space, in_force, travel):
    new = issue(write(space, cast.zhou_yaning, "危急值补充规定", NEW, "QY-19"), cast.zhou_yaning)
    Edition.objects.filter(regulation=new).update(effective_on=today() + 2 * DAY)
    actions.tell_page(new)
    assert in_tree(client, in_force, cast.lin_xiaoman) == []
    assert in_tree(client, new, cast.lin_xiaoman) == ["即将施行"]

    actions.repeal(in_force, on=today() + DAY, by=cast.shen_zhixia, reason="并入")
    assert in_tree(client, in_force, cast.lin_xiaoman) == []
    travel(midnight(today() + 2 * DAY))

    assert in_tree(client, in_force, cast.lin_xiaoman) == ["已废止"]
    assert in_tree(client, new, cast.lin_xiaoman) == []
    run_due(name="search.index")
    hits = search.query("报告制度", cast.lin_xiaoman).hits
    assert [hit.hit.state for hit in hits if hit.hit.title == in_force.title] == ["已废止"]
    writing.restore_revision(in_force, in_force.latest_revision, by=cast.zhou_yaning)
    assert in_tree(client, in_force, cast.lin_xiaoman) == ["已废止"]


def test_a_copy_of_a_repealed_regulation_is_not_repealed(cast, space, in_force):
    actions.repeal(in_force, on=today(), by=cast.shen_zhixia, reason="并入")

    made = placing.copy(ContentPage.objects.get(pk=in_force.pk), space, by=cast.shen_zhixia)

    assert (made.binds_from, made.binds_until, made.editions.count()) == (None, None, 0)


@pytest.mark.promise("W14")
def test_what_replaces_and_what_was_replaced_lead_to_each_other(client, cast, space, in_force):
    newer = issue(write(space, cast.zhou_yaning, "危急值管理办法", NEW, "QY-30"), cast.zhou_yaning)
    client.force_login(cast.shen_zhixia)
    answers = {"on": today().isoformat(), "reason": "合并", "replaced_by": "QY-30"}

    client.post(reverse("wiki:repeal", args=[in_force.uid]), answers)

    older = shown(client, in_force, cast.lin_xiaoman)
    assert "已被新的制度取代" in older
    assert newer.get_absolute_url() in older
    assert in_force.get_absolute_url() in shown(client, newer, cast.lin_xiaoman)


@pytest.mark.promise("W14", "W4")
def test_the_name_of_a_replacement_one_may_not_read_is_not_told(client, cast, space, in_force):
    closed = make_space(cast.ward, slug="ward", editors=[audiences.person(cast.shen_zhixia)], readers=[
        audiences.person(cast.shen_zhixia)
    ])  # fmt: skip
    newer = issue(write(closed, cast.shen_zhixia, "内部办法", NEW, "QY-31"), cast.shen_zhixia)

    actions.replace(in_force, with_=newer, on=today(), by=cast.shen_zhixia)

    assert "内部办法" not in shown(client, in_force, cast.lin_xiaoman)
    assert "内部办法" in shown(client, in_force, cast.shen_zhixia)


@pytest.mark.promise("W14")
def test_only_who_publishes_here_repeals(client, cast, in_force):
    with pytest.raises(Http404):
        actions.repeal(in_force, on=today(), by=cast.zhao_jingxing, reason="x")
    client.force_login(cast.zhao_jingxing)
    assert client.get(reverse("wiki:repeal", args=[in_force.uid])).status_code == 404
    with pytest.raises(PermissionDenied):
        space = make_space(cast.qingyu, slug="kept", editors=[audiences.person(cast.zhou_yaning)])
        kept = issue(write(space, cast.zhou_yaning, number="QY-2"), cast.zhou_yaning)
        actions.repeal(kept, on=today(), by=cast.lin_xiaoman, reason="x")


@pytest.mark.parametrize("answers", [{}, {"on": "x"}, {"on": "2020-01-01", "reason": "", "replaced_by": "nix"}])
def test_a_repeal_with_half_an_answer_changes_nothing(client, cast, in_force, answers):
    client.force_login(cast.shen_zhixia)

    assert client.post(reverse("wiki:repeal", args=[in_force.uid]), answers).status_code == 422
    assert state_in_library(in_force, cast.lin_xiaoman) == State.IN_FORCE


# -- between approval and the day


@pytest.mark.promise("W15", "W14")
def test_until_its_day_the_old_text_is_the_answer(client, cast, coming, travel):
    travel(midnight(today() + 3 * DAY) - datetime.timedelta(seconds=1))
    run_due()

    page = shown(client, coming, cast.lin_xiaoman)

    assert "十五分钟" in page
    assert "五分钟内" not in page.replace("十五分钟内", "")
    assert "第 1 版" in page
    assert "第 2 版" in page  # announced above
    assert state_in_library(coming, cast.lin_xiaoman) == State.IN_FORCE


@pytest.mark.promise("W15", "W14")
def test_at_midnight_in_shanghai_the_text_switches_by_itself(client, cast, coming, travel):
    moment = midnight(today() + 3 * DAY)
    assert moment.utcoffset() == datetime.timedelta(hours=8)
    travel(moment + datetime.timedelta(seconds=1))

    run_due(name="content.go_live")

    page = shown(client, coming, cast.lin_xiaoman)
    assert "五分钟内" in page.replace("十五分钟", "")
    old, new = Edition.objects.order_by("number")
    assert (old.repealed_on, old.state, new.state) == (today(), State.REPEALED, State.IN_FORCE)


@pytest.mark.promise("W15", "W56")
def test_with_the_worker_stopped_page_and_state_agree_and_its_return_switches(client, cast, coming, travel):
    travel(midnight(today() + 5 * DAY))

    page = shown(client, coming, cast.lin_xiaoman)
    assert "十五分钟" in page
    assert Edition.objects.get(number=1).state == State.IN_FORCE
    row = Regulation.objects.with_state().get(pk=coming.pk)
    assert (row.state, row.edition_number, row.coming_on) == (State.IN_FORCE, 1, today() - 2 * DAY)

    run_due()
    assert "五分钟内" in shown(client, coming, cast.lin_xiaoman).replace("十五分钟", "")
    assert Edition.objects.get(number=2).effective_on == today() - 2 * DAY


@pytest.fixture
def approved_space(cast, space):
    Role.objects.create(person=cast.shen_zhixia, kind=RoleKind.APPROVER, unit=cast.qingyu, starts_on=LONG_AGO)
    demand_approval(space, RoleKind.APPROVER, by=cast.shen_zhixia)
    return space


@pytest.mark.promise("W12", "W15")
def test_an_edition_nobody_has_approved_binds_nobody(client, cast, in_force, approved_space):
    issue(change(in_force, cast.zhou_yaning), cast.zhou_yaning)

    page = shown(client, in_force, cast.lin_xiaoman)
    assert "第 2 版" not in page
    assert Edition.objects.get().state == State.IN_FORCE

    publishing.decline(step(), by=cast.shen_zhixia, comment="依据不足")
    assert Edition.objects.count() == 1


@pytest.mark.promise("W15")
def test_an_approval_after_the_day_makes_it_begin_that_day(cast, in_force, approved_space, travel):
    issue(change(in_force, cast.zhou_yaning), cast.zhou_yaning, in_days=2)
    travel(midnight(today() + 6 * DAY))

    publishing.approve(step(), by=cast.shen_zhixia)

    old, new = Edition.objects.order_by("number")
    assert (new.effective_on, old.repealed_on) == (today(), today())
    assert ContentPage.objects.get(pk=in_force.pk).body == NEW


@pytest.mark.promise("W15")
def test_an_approval_before_the_day_leaves_the_day(cast, in_force, approved_space, travel):
    issue(change(in_force, cast.zhou_yaning), cast.zhou_yaning, in_days=2)
    publishing.approve(step(), by=cast.shen_zhixia)
    assert ContentPage.objects.get(pk=in_force.pk).body == OLD

    travel(midnight(today() + 2 * DAY) + datetime.timedelta(seconds=1))
    run_due()

    assert ContentPage.objects.get(pk=in_force.pk).body == NEW
    assert Edition.objects.get(number=2).effective_on == today()


@pytest.mark.promise("W15")
def test_a_coming_edition_is_taken_back_before_it_is_changed(client, cast, coming):
    with pytest.raises(AlreadyScheduled):
        issue(coming, cast.zhou_yaning)
    with pytest.raises(PageLocked):
        change(coming, cast.zhou_yaning, "第一条　三分钟内报告。\n")
    client.force_login(cast.zhou_yaning)

    client.post(reverse("content:withdraw", args=[coming.uid]))
    again = issue(change(coming, cast.zhou_yaning, "第一条　三分钟内报告。\n"), cast.zhou_yaning, in_days=1)

    assert [edition.number for edition in again.editions.order_by("number")] == [1, 2]
    assert again.editions.get(number=2).effective_on == today() + DAY


@pytest.mark.promise("W14")
def test_the_form_offers_today_in_the_way_browsers_read_dates(client, cast, in_force):
    client.force_login(cast.zhou_yaning)
    change(in_force, cast.zhou_yaning)

    form = client.get(reverse("content:publish", args=[in_force.uid])).content.decode()

    assert form.count(f'value="{today().isoformat()}"') == 2


@pytest.mark.promise("W11")
def test_after_its_days_in_the_bin_a_regulation_goes_with_its_editions(cast, space):
    regulation = issue(write(space, cast.shen_zhixia), cast.shen_zhixia)
    removal = placing.remove(regulation, by=cast.shen_zhixia)

    placing.purge(removal, by=cast.shen_zhixia)

    assert (Regulation.objects.count(), Edition.objects.count()) == (0, 0)


@pytest.mark.promise("W11", "W15")
def test_what_was_to_come_into_force_does_not_do_so_in_the_bin(cast, coming, travel):
    removal = placing.remove(coming, by=cast.zhou_yaning)
    travel(timezone.now() + 4 * DAY)
    call_command("publish_scheduled", verbosity=0)
    placing.restore(removal, by=cast.zhou_yaning)

    now = Regulation.objects.with_state().get(pk=coming.pk)
    assert (now.live, now.body, now.state) == (True, OLD, State.IN_FORCE)
    assert now.has_unpublished_changes


@pytest.mark.promise("W14", "W4")
def test_the_library_and_its_counts_hold_what_one_may_read(client, cast, in_force):
    client.force_login(cast.zhao_jingxing)
    answer = client.get(reverse("wiki:regulations"))

    assert in_force.title not in answer.content.decode()
    assert [option.count for facet in answer.context["facets"] for option in facet.options] == []
