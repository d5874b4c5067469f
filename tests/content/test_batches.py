"""Several things that wait, decided at once."""

import pytest
from wagtail.models import TaskState

from access import audiences
from access.models import AccessRequest
from content.actions import publishing, requests, writing
from content.actions.spaces import demand_approval
from content.actions.writing import Text
from content.models import ContentPage
from org.choices import RoleKind
from org.models import Membership, Role
from tests.cast import LONG_AGO, make_space
from tests.content.pages import FIRST, save

pytestmark = pytest.mark.django_db
APPROVALS, REQUESTS = "/approvals/batch/", "/requests/batch/"


@pytest.fixture
def waiting(cast, space, approval):
    """Three new pages by 林小满 and one by 沈知夏, who may approve those of others."""
    for title, by in (("一", "lin_xiaoman"), ("二", "lin_xiaoman"), ("三", "lin_xiaoman"), ("自己的", "shen_zhixia")):
        by = getattr(cast, by)
        publishing.submit(writing.create(space, "article", by=by, text=Text(title, FIRST)), by=by)
    steps = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    return {step.revision.as_object().title: step for step in steps}


def pick(step):
    return f"{step.pk}-{step.revision_id}"


def live():
    return set(ContentPage.objects.pages().filter(live=True).values_list("title", flat=True))


@pytest.mark.promise("W43")
def test_what_waits_elsewhere_never_hides_what_waits_here(client, cast, waiting, monkeypatch):
    monkeypatch.setattr("portal.registry.MOST", 2)
    Role.objects.create(person=cast.zhao_jingxing, kind=RoleKind.APPROVER, unit=cast.yunling, starts_on=LONG_AGO)
    there = make_space(cast.yunling, slug="yunling", stewards=[audiences.everyone_in(cast.yunling)])
    demand_approval(there, RoleKind.APPROVER, by=cast.zhao_jingxing)
    asker = cast.xu_wenbo
    Membership.objects.create(
        person=asker, unit=cast.yunling, position=cast.positions.officer, starts_on=LONG_AGO, is_main=False
    )
    page = writing.create(there, "article", by=asker, text=Text("云岭的", FIRST))
    publishing.submit(page, by=asker)
    client.force_login(cast.zhao_jingxing)

    shown = client.get("/waiting/?kind=approvals").content.decode()

    assert "云岭的" in shown
    assert "《一》" not in shown


@pytest.mark.promise("W13", "W43")
def test_several_changes_are_approved_with_a_result_each(client, cast, waiting):
    save(waiting["二"].revision.content_object, cast.zhou_yaning, "刚才又改了。\n")  # an approver, too
    client.force_login(cast.shen_zhixia)
    shown = client.get("/waiting/?kind=approvals").content.decode()
    assert f'value="{pick(waiting["一"])}"' in shown
    assert pick(waiting["自己的"]) not in shown

    picks = [pick(step) for step in waiting.values()]
    said = client.post(APPROVALS, {"answer": "yes", "pick": [*picks, picks[0], "999999-1", "x", "-"]}).content.decode()

    assert live() == {"一", "三"}
    assert "处理了 2 条，没有处理 5 条" in said
    assert "刚才又改了，请看过新的文字再决定" in said
    assert "自己的修改要由别人审批" in said


@pytest.mark.promise("W12")
def test_several_are_sent_back_only_with_words(client, cast, waiting):
    client.force_login(cast.shen_zhixia)
    picks = [pick(waiting["一"]), pick(waiting["二"])]

    assert "请写明原因" in client.post(APPROVALS, {"answer": "no", "pick": picks}).content.decode()
    client.post(APPROVALS, {"answer": "no", "pick": picks, "comment": "补依据"})

    assert {TaskState.objects.get(pk=waiting[each].pk).comment for each in "一二"} == {"补依据"}
    assert live() == set()


@pytest.mark.promise("W4")
@pytest.mark.parametrize("who", ("zhao_jingxing", "han_yuan"))
def test_whoever_may_not_decide_changes_nothing_and_learns_no_title(client, cast, waiting, who):
    client.force_login(getattr(cast, who))

    said = client.post(APPROVALS, {"answer": "yes", "pick": [pick(step) for step in waiting.values()]})

    assert live() == set()
    if who == "zhao_jingxing":
        assert "自己的</" not in said.content.decode()


@pytest.mark.promise("W42")
def test_several_requests_are_answered_at_once(client, cast, page):
    for person in (cast.zhao_jingxing, cast.xu_wenbo):
        requests.ask(person, page.uid, "想看")
    asked = {request.person: request for request in AccessRequest.objects.all()}
    client.force_login(cast.zhou_yaning)
    requests.decide(asked[cast.xu_wenbo], by=cast.zhou_yaning, answer="先问医务部")

    said = client.post(REQUESTS, {"days": "30", "pick": [str(each.pk) for each in asked.values()]}).content.decode()

    assert "赵景行 可以看 30 天" in said
    assert "已经有人处理了" in said
    assert ContentPage.objects.visible_to(cast.zhao_jingxing).filter(pk=page.pk).exists()
    assert not ContentPage.objects.visible_to(cast.xu_wenbo).filter(pk=page.pk).exists()


@pytest.mark.promise("W4", "W42")
def test_a_stranger_answers_no_request(client, cast, page):
    requests.ask(cast.xu_wenbo, page.uid, "想看")
    client.force_login(cast.zhao_jingxing)

    said = client.post(REQUESTS, {"days": "30", "pick": [str(AccessRequest.objects.get().pk)]}).content.decode()

    assert page.title not in said
    assert AccessRequest.objects.waiting().count() == 1
