"""Module links: the doors to operational systems, kept by administrators."""

import http.server
import re
import threading

import pytest
from django.urls import reverse

from access import audiences
from audit.models import Decision
from jobs.testing import run_due
from org.choices import RoleKind
from org.models import Role
from portal import links
from portal.choices import Trouble
from portal.models import ModuleLink
from portal.tasks import trouble_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def hospital_admin(cast):
    Role.objects.create(person=cast.han_yuan, kind=RoleKind.ADMINISTRATOR, unit=cast.qingyu)
    cast.han_yuan.refresh_from_db()
    return cast.han_yuan


def names(user):
    return [door.name for door in links.usual(user)]


def posted(unit, **changes):
    return {
        "name": "排班",
        "address": "https://paiban.example/",
        "icon": "calendar-days",
        "colour": "notice",
        "is_on": "on",
        "opens_new": "on",
        "unit": unit.uid,
        "audience": f"unit~{unit.uid}",
        **changes,
    }


def without_marks(answer, uid):
    """The page without what differs from request to request: the token against forgery and the address asked for."""
    return re.sub(r"[A-Za-z0-9]{64}", "", answer.content.decode().replace(uid, ""))


@pytest.mark.promise("P17")
def test_each_hospital_has_its_own_doors_and_the_group_has_some_for_all(cast, door):
    door("全集团", cast.group)
    door("青屿排班", cast.qingyu)
    door("云岭排班", cast.yunling)

    assert names(cast.lin_xiaoman) == ["全集团", "青屿排班"]
    assert names(cast.zhao_jingxing) == ["全集团", "云岭排班"]


@pytest.mark.promise("P17")
def test_a_door_for_physicians_is_not_there_for_nurses(client, cast, door):
    link = door("检验手册", cast.qingyu, to=[audiences.everyone_in(cast.qingyu, position_kind="doctor")])

    assert names(cast.zhou_yaning) == ["检验手册"]
    assert names(cast.lin_xiaoman) == []
    client.force_login(cast.lin_xiaoman)
    assert "检验手册" not in client.get("/").content.decode()
    assert client.get(link.get_absolute_url()).status_code == 404


@pytest.mark.promise("P17", "P35")
def test_outside_the_audience_the_door_answers_like_no_door(client, cast, door):
    link = door("检验手册", cast.qingyu)
    client.force_login(cast.zhao_jingxing)

    hidden = client.get(reverse("portal:go", args=[link.uid]))
    missing = client.get(reverse("portal:go", args=["2" * 12]))

    assert hidden.status_code == missing.status_code == 404
    assert without_marks(hidden, link.uid) == without_marks(missing, "2" * 12)


def test_inside_it_leads_to_the_address_without_saying_where_from(client, cast, door):
    link = door("检验手册", cast.qingyu, address="https://lis.example/handbook?x=1")
    client.force_login(cast.lin_xiaoman)

    answer = client.get(link.get_absolute_url())

    assert (answer.status_code, answer.url) == (302, "https://lis.example/handbook?x=1")
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "lis.example" not in client.get("/").content.decode()


def test_a_door_switched_off_is_shut(client, cast, door):
    link = door("检验手册", cast.qingyu, is_on=False)
    client.force_login(cast.lin_xiaoman)

    assert names(cast.lin_xiaoman) == []
    assert client.get(link.get_absolute_url()).status_code == 404


@pytest.mark.promise("P17")
def test_an_administrator_adds_a_door_for_nurses_and_it_is_written_down(client, cast, hospital_admin):
    client.force_login(hospital_admin)
    audience = f"unit~{cast.qingyu.uid}~kind~nurse"

    answer = client.post(reverse("portal:new_module"), posted(cast.qingyu, audience=audience))

    assert answer.status_code == 302
    assert (names(cast.lin_xiaoman), names(cast.zhou_yaning)) == (["排班"], [])
    assert Decision.objects.get(verb="module.added").by == hospital_admin
    assert "青屿医院及下级 · 护士" in client.get(reverse("portal:modules")).content.decode()


@pytest.mark.promise("P17", "P23")
def test_a_change_keeps_before_and_after(client, cast, hospital_admin, door):
    link = door("旧名", cast.qingyu)
    client.force_login(hospital_admin)

    client.post(reverse("portal:module", args=[link.uid]), posted(cast.qingyu, name="新名", is_on=""))

    decision = Decision.objects.get(verb="module.changed")
    assert (decision.before["name"], decision.after["name"]) == ("旧名", "新名")
    assert names(cast.lin_xiaoman) == []


@pytest.mark.promise("P17")
def test_a_hospitals_administrator_keeps_only_the_own_hospital(client, cast, hospital_admin, door):
    theirs, groups = door("云岭排班", cast.yunling), door("全集团", cast.group)
    client.force_login(hospital_admin)

    for link in (theirs, groups):
        assert client.get(reverse("portal:module", args=[link.uid])).status_code == 404
        assert client.post(reverse("portal:remove_module", args=[link.uid])).status_code == 404
    assert client.get(reverse("portal:modules") + f"?unit={cast.yunling.uid}").status_code == 404
    answer = client.post(reverse("portal:new_module"), posted(cast.qingyu, audience=f"unit~{cast.group.uid}"))
    assert "只能选择您管理的单位" in answer.content.decode()
    everywhere = client.post(reverse("portal:new_module"), posted(cast.qingyu, audience="unit~*"))
    assert "只能选择您管理的单位" in everywhere.content.decode()
    assert ModuleLink.objects.count() == 2


def test_the_groups_administrator_keeps_all(client, cast, door):
    door("云岭排班", cast.yunling)
    client.force_login(cast.lu_zhixing)

    assert "云岭排班" in client.get(reverse("portal:modules") + f"?unit={cast.yunling.uid}").content.decode()
    assert client.post(reverse("portal:new_module"), posted(cast.group, audience="unit~*")).status_code == 302


@pytest.mark.parametrize("name", ("modules", "new_module"))
def test_whoever_keeps_none_finds_no_such_screen(client, cast, name):
    client.force_login(cast.lin_xiaoman)

    assert client.get(reverse(f"portal:{name}")).status_code == 404
    assert "业务入口" not in client.get("/").content.decode()


@pytest.mark.parametrize(
    "address",
    (
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://files.example/",
        "//elsewhere.example/",
        "https://",
        "https://user:secret@host.example/",
        "/a b",
        "/back\\slash",
        "https://host.example/" + "x" * 600,
        "host.example",
        "https://[half",
        "https://h:99999/",
    ),
)
def test_an_address_that_runs_or_leads_astray_is_refused_in_words(client, cast, hospital_admin, address):
    client.force_login(hospital_admin)

    answer = client.post(reverse("portal:new_module"), posted(cast.qingyu, address=address))

    assert answer.status_code == 200
    assert answer.context["form"].errors["address"]
    assert not ModuleLink.objects.exists()


@pytest.mark.promise("P17")
def test_the_order_is_set_by_dragging_and_by_single_steps(client, cast, hospital_admin, door):
    first, second, third = (door(name, cast.qingyu) for name in ("一", "二", "三"))
    client.force_login(hospital_admin)
    address = reverse("portal:module_order") + f"?unit={cast.qingyu.uid}"

    dragged = client.post(address, {"order": [third.uid, first.uid, second.uid]}, headers={"HX-Request": "true"})
    assert dragged.status_code == 204
    assert names(cast.lin_xiaoman) == ["三", "一", "二"]

    client.post(address, {"move": f"up:{second.uid}"})
    client.post(address, {"move": f"up:{third.uid}"})
    assert names(cast.lin_xiaoman) == ["三", "二", "一"]

    client.post(address, {"order": ["nonsense"], "move": "sideways"})
    assert names(cast.lin_xiaoman) == ["三", "二", "一"]
    assert Decision.objects.filter(verb="module.ordered").count() == 2


@pytest.mark.promise("P17", "P23")
def test_a_door_that_is_taken_away_is_written_down(client, cast, hospital_admin, door):
    link = door("排班", cast.qingyu)
    client.force_login(hospital_admin)

    client.post(reverse("portal:remove_module", args=[link.uid]))

    decision = Decision.objects.get(verb="module.removed")
    assert (decision.by, decision.before["name"]) == (hospital_admin, "排班")


def test_an_administrator_sees_what_a_colleague_sees(client, cast, hospital_admin, door):
    door("护士的", cast.qingyu, to=[audiences.everyone_in(cast.qingyu, position_kind="nurse")])
    client.force_login(hospital_admin)

    def as_whom(number):
        return client.get(reverse("portal:modules"), {"as": number}).content.decode()

    assert 'class="mods mods-pre"' in as_whom("qy10874")
    assert "没有对这位同事开放的入口" in as_whom("QY10231")
    assert "您管理的单位里没有这个工号" in as_whom("YL10406")


@pytest.mark.parametrize("count", (2, 9))
def test_the_list_of_doors_costs_the_same_for_any_length(
    client, cast, hospital_admin, door, count, django_assert_num_queries
):
    for number in range(count):
        rows = [audiences.everyone_in(cast.ward), audiences.person(cast.lin_xiaoman)]
        door(f"门 {number}", cast.qingyu, to=rows[: 1 + number % 2])
    client.force_login(hospital_admin)
    client.get(reverse("portal:modules"))

    with django_assert_num_queries(8):
        client.get(reverse("portal:modules"))


@pytest.fixture
def system():
    """A hospital's system that answers what its path says."""

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(int(self.path.strip("/")))
            self.send_header("Location", "http://127.0.0.1:9/")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [(200, ""), (302, ""), (401, ""), (404, Trouble.MISSING), (410, Trouble.MISSING), (503, Trouble.FAILING)],
)
def test_an_address_that_answers_is_alive(system, answer, trouble):
    assert trouble_with(f"{system}/{answer}") == trouble


def test_an_address_that_does_not_answer_is_told_to_the_administrator(client, cast, hospital_admin, system):
    assert trouble_with("http://127.0.0.1:9/") == Trouble.SILENT
    client.force_login(hospital_admin)

    client.post(reverse("portal:new_module"), posted(cast.qingyu, address=f"{system}/404"))
    run_due(name="portal.check_address")

    assert "打开后是“找不到”" in client.get(reverse("portal:modules")).content.decode()
