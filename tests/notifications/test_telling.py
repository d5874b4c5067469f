"""People are told once, in the transaction of the deed, and only of what they may see."""

import pytest
from django.db import transaction

from jobs.models import Due
from jobs.testing import run_due
from notifications import registry, tasks
from notifications.actions import notify
from notifications.models import Notice
from org.models import User
from tests.cast import make_space
from wiki.models import Article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kinds(monkeypatch):
    monkeypatch.setattr(registry, "_kinds", {})

    @registry.register
    class Checked(registry.NoticeKind):
        name = "page.checked"

        def sentence(self, notice):
            return f"{notice.who} 核验了《{notice.thing.title}》"

    @registry.register
    class Refused(registry.NoticeKind):
        name = "access.refused"
        needs = None

        def sentence(self, notice):
            return "您的请求没有通过"


@pytest.fixture
def page(cast):
    return make_space(cast.qingyu, slug="qingyu").add_child(instance=Article(title="交接班要点"))


def told():
    return list(Notice.objects.order_by("person__number").values_list("person__name", flat=True))


def unread(person):
    return User.objects.get(pk=person.pk).unread


def test_telling_costs_one_due_row_in_the_transaction_of_the_deed(cast, page, django_assert_num_queries):
    notify("page.checked", to=[cast.lin_xiaoman], about=page, key="warm")

    with django_assert_num_queries(1):
        notify("page.checked", to=[cast.lin_xiaoman, cast.zhou_yaning], about=page, key="1")

    assert Due.objects.filter(name="notifications.send").count() == 2
    assert told() == []


def test_nobody_is_told_of_what_was_rolled_back(cast, page):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        notify("page.checked", to=[cast.lin_xiaoman], about=page, key="1")
        raise ZeroDivisionError

    run_due()

    assert told() == []


@pytest.mark.promise("W42")
def test_each_gets_a_notice_and_the_bell_counts_it(cast, page):
    notify("page.checked", to=[cast.lin_xiaoman, cast.zhou_yaning], about=page, actor=cast.xu_wenbo, key="1")

    run_due()

    assert told() == ["周雅宁", "林小满"]
    assert unread(cast.lin_xiaoman) == 1


@pytest.mark.promise("P22")
def test_the_same_event_told_or_sent_twice_is_one_notice(cast, page):
    for _ in range(2):
        notify("page.checked", to=[cast.lin_xiaoman], about=page, key="1")
    run_due()
    Due.objects.update(done_at=None)  # as after a worker that died between effect and “done”
    run_due()

    assert told() == ["林小满"]
    assert unread(cast.lin_xiaoman) == 1


@pytest.mark.promise("W4")
def test_whoever_may_not_see_the_thing_is_not_told(cast, page):
    notify("page.checked", to=[cast.lin_xiaoman, cast.zhao_jingxing], about=page, key="1")

    run_due()

    assert told() == ["林小满"]
    assert unread(cast.zhao_jingxing) == 0


@pytest.mark.promise("W5")
def test_rights_are_looked_at_when_it_is_sent(cast, page):
    notify("page.checked", to=[cast.lin_xiaoman], about=page, key="1")
    cast.lin_xiaoman.memberships.get().delete()

    run_due()

    assert told() == []


def test_what_says_nothing_of_the_thing_reaches_everybody(cast, page):
    notify("access.refused", to=[cast.zhao_jingxing], about=page, key="1")

    run_due()

    assert told() == ["赵景行"]


def test_nobody_is_told_of_the_own_deed_or_after_leaving(cast, page):
    User.objects.filter(pk=cast.zhou_yaning.pk).update(is_active=False)
    people = [cast.lin_xiaoman, cast.zhou_yaning, cast.shen_zhixia]
    notify("page.checked", to=people, about=page, actor=cast.lin_xiaoman, key="1")

    run_due()

    assert told() == ["沈知夏"]


def test_a_page_removed_meanwhile_is_not_told_of(cast, page):
    notify("page.checked", to=[cast.lin_xiaoman], about=page, key="1")
    page.delete()

    run_due()

    assert told() == []


@pytest.mark.promise("P22")
def test_many_are_told_in_slices(cast, page, monkeypatch):
    monkeypatch.setattr(tasks, "AT_A_TIME", 2)
    people = [cast.lin_xiaoman, cast.zhou_yaning, cast.shen_zhixia, cast.han_yuan, cast.zhao_jingxing]
    notify("page.checked", to=people, about=page, key="1")

    assert len(run_due(name="notifications.send")) == 3
    assert len(told()) == 4
