"""The settings, kept with each change, and the log of administrators."""

import pytest

from audit.models import Decision
from jobs.testing import run_due
from notifications.models import Delivery, PaceChoice, PushDevice, Rhythm, Robot, WayChoice

pytestmark = pytest.mark.django_db
SETTINGS = "/notifications/settings/"
LOG = "/notifications/deliveries/"


def choices():
    return sorted(WayChoice.objects.values_list("group", "way", "is_on"))


def test_rows_exist_only_where_a_person_differs(client, cast):
    client.force_login(cast.lin_xiaoman)
    on = ["other:inapp", "announcement:inapp", "comment:inapp", "comment:mail", "channel:inapp", "channel:mail"]

    for _ in range(2):
        client.post(f"{SETTINGS}ways/", {"on": on, "pace-comment": "day", "pace-channel": "day"})

    assert choices() == [
        ("announcement", "mail", False),
        ("announcement", "webpush", False),
        ("comment", "mail", True),
    ]
    assert list(PaceChoice.objects.values_list("group", "pace")) == [("comment", "day")]


def test_going_back_to_what_is_usual_leaves_no_row(client, cast, choose):
    choose(cast.lin_xiaoman, "comment", "mail", True)
    client.force_login(cast.lin_xiaoman)
    usual = ["other:inapp", "announcement:inapp", "announcement:mail", "announcement:webpush", "comment:inapp"]

    client.post(f"{SETTINGS}ways/", {"on": [*usual, "channel:inapp", "channel:mail"], "pace-comment": "nonsense"})

    assert choices() == []
    assert not PaceChoice.objects.exists()


def test_what_is_binding_cannot_be_switched_off(client, cast):
    client.force_login(cast.lin_xiaoman)

    client.post(f"{SETTINGS}ways/", {"pace-alert": "week"})

    assert "alert" not in {group for group, *_ in choices()}
    assert not PaceChoice.objects.exists()


def test_a_script_hears_in_words_what_was_kept(client, cast):
    client.force_login(cast.lin_xiaoman)

    answer = client.post(f"{SETTINGS}rhythm/", {"is_quiet": "on", "quiet_from": "21:30", "quiet_until": "06:30",
                         "day_at": "12:30", "week_at": "5 17:30"}, headers={"HX-Request": "true"})  # fmt: skip

    assert "toast" in answer["HX-Trigger"]
    rhythm = Rhythm.objects.get()
    assert (rhythm.is_quiet, str(rhythm.quiet_from), rhythm.day_at) == (True, "21:30:00", "12:30")


def test_nonsense_is_not_kept_and_breaks_nothing(client, cast):
    client.force_login(cast.lin_xiaoman)

    answer = client.post(f"{SETTINGS}rhythm/", {"quiet_from": "25:99"}, follow=True)

    assert "没有保存" in answer.content.decode()
    assert not Rhythm.objects.exists()


def test_a_robot_elsewhere_is_refused_in_its_place(client, cast):
    client.force_login(cast.lin_xiaoman)

    answer = client.post("/notifications/ways/feishu/connect/", {"url": "https://example.com/hook"})

    assert answer.status_code == 422
    assert "请填写机器人给出的完整地址" in answer.content.decode()
    assert not Robot.objects.exists()


def test_a_robot_is_connected_tried_and_disconnected(client, cast, web):
    client.force_login(cast.lin_xiaoman)
    web.answers["/bot/1"] = b'{"code": 0}'

    client.post("/notifications/ways/feishu/connect/", {"url": web.url("/bot/1")})
    client.post("/notifications/ways/feishu/try/")
    run_due()

    assert web.paths() == ["/bot/1"]
    assert "试发成功" in web.asked[0][2].decode()
    assert "已连接" in client.get(SETTINGS).content.decode()
    client.post("/notifications/ways/feishu/disconnect/")
    assert not Robot.objects.exists()


def device(**more):
    return {"endpoint": "https://push.example.com/1", "key": "k" * 87, "secret": "s" * 22, **more}


def test_a_browser_that_another_person_used_is_now_of_this_one(client, cast):
    for person in (cast.zhou_yaning, cast.lin_xiaoman):
        client.force_login(person)
        assert client.post("/notifications/devices/", device()).status_code == 204

    assert list(PushDevice.objects.values_list("person__name", flat=True)) == ["林小满"]


@pytest.mark.parametrize(
    "endpoint", ["http://push.example.com/1", "https://10.0.0.1/x", "https://push.example.com:8443/"]
)
def test_a_push_address_within_the_network_is_refused(client, cast, endpoint):
    client.force_login(cast.lin_xiaoman)

    assert client.post("/notifications/devices/", device(endpoint=endpoint)).status_code == 400


def test_nobody_removes_the_browser_of_another(client, cast):
    own = PushDevice.objects.create(person=cast.zhou_yaning, endpoint="https://push.example.com/1", key="k", secret="s")
    client.force_login(cast.lin_xiaoman)

    assert client.post(f"/notifications/devices/{own.pk}/remove/").status_code == 404


@pytest.fixture
def failed(cast, tell, post):
    post.refuses |= {"qy10874@example.invalid", "yl10406@example.invalid"}
    tell(cast.lin_xiaoman)
    run_due()
    return Delivery.objects.get()


@pytest.mark.promise("S11")
def test_administrators_see_the_reason_and_try_again(client, administrator, cast, failed, post):
    client.force_login(administrator)
    shown = client.get(LOG).content.decode()
    assert "550 no such person" in shown and "林小满" in shown
    assert "交接班要点" not in shown  # what it was about is nobody's business
    post.refuses.clear()

    client.post(f"{LOG}retry/", {"way": "mail", "reason": failed.reason})
    run_due()

    failed.refresh_from_db()
    assert (failed.state, post.received_by()) == ("sent", ["qy10874@example.invalid"])
    assert Decision.objects.filter(verb="deliveries.retried").count() == 1


def test_nobody_else_finds_the_log(client, cast, failed):
    client.force_login(cast.lin_xiaoman)

    assert client.get(LOG).status_code == 404
    assert client.post(f"{LOG}retry/", {"way": "mail", "pk": failed.pk}).status_code == 404


@pytest.mark.parametrize("query", ["?way=nonsense", "?way=mail&reason=x", "?page=99", "?way=inapp"])
def test_nonsense_in_the_address_is_no_fault(client, administrator, query, failed):
    client.force_login(administrator)

    assert client.get(LOG + query).status_code in (200, 404)


def test_the_settings_show_why_it_did_not_arrive(client, cast, failed):
    client.force_login(cast.lin_xiaoman)

    assert "上一次没有送到：550 no such person" in client.get(SETTINGS).content.decode()


def test_the_last_digest_shows_only_what_may_be_seen_now(client, cast, tell, post):
    tell(cast.lin_xiaoman, kind="channel.issued")
    run_due(name="notifications.send")
    Delivery.objects.update(state="sent", done_at=Delivery.objects.get().due_at)
    client.force_login(cast.lin_xiaoman)
    assert "交接班要点" in client.get(f"{SETTINGS}digest/").content.decode()

    cast.lin_xiaoman.memberships.get().delete()

    assert "交接班要点" not in client.get(f"{SETTINGS}digest/").content.decode()
