"""Wagtail asks the same question in seven ways and gets one answer."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.permissions import policy_registry

from access.wagtail import RulePermissionPolicy
from files.actions import attach, publish_files, receive
from files.models import HELD, Picture
from org.models import User
from tests.cast import make_space
from tests.files.samples import PDF, picture, upload
from wiki.models import Article

pytestmark = pytest.mark.django_db

THEIR_WORDS = ("add", "change", "delete", "choose", "view", "publish", "nonsense")


@pytest.fixture
def everybody(cast, settings, tmp_path):
    """All colleagues, one who left, a superuser, and files of every kind of holder."""
    settings.MEDIA_ROOT = tmp_path
    page = make_space(cast.qingyu, slug="qingyu").add_child(instance=Article(title="报警处理"))
    for name, content in (("a.png", picture()), ("b.pdf", PDF), ("c.png", picture(colour="red"))):
        held = receive(upload(name, content), by=cast.zhou_yaning, about=page)
    publish_files(page, [held.uid])
    receive(upload("d.png", picture()), by=cast.zhao_jingxing)
    attach(receive(upload("e.pdf", PDF), by=cast.lin_xiaoman), cast.lin_xiaoman, is_published=True)
    User.objects.create_user("QY00000", "离职者", is_active=False)
    User.objects.create_superuser("ROOT", "超级管理员")
    return list(User.objects.all())


@pytest.mark.promise("W4", "P21")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 20), st.sampled_from(HELD), st.sets(st.sampled_from(THEIR_WORDS), min_size=1))
def test_all_questions_have_one_answer(everybody, number, model, words):
    user = everybody[number % len(everybody)]
    policy = policy_registry.get_by_type(model)

    mine = set(policy.instances_user_has_any_permission_for(user, words))

    assert mine == set().union(*(policy.instances_user_has_permission_for(user, word) for word in words))
    assert policy.user_has_any_permission(user, words) == bool(mine)
    assert any(policy.user_has_permission(user, word) for word in words) == bool(mine)
    assert (user in policy.users_with_any_permission(words)) == bool(mine)
    for held in model.objects.all():
        assert policy.user_has_any_permission_for_instance(user, words, held) == (held in mine)
        assert any(policy.user_has_permission_for_instance(user, word, held) for word in words) == (held in mine)
        assert (user in policy.users_with_any_permission_for_instance(words, held)) == (held in mine)


def test_wagtail_asks_our_policy_and_not_its_own():
    for model in HELD:
        assert type(policy_registry.get_by_type(model)) is RulePermissionPolicy


@pytest.mark.promise("P10")
def test_a_superuser_has_no_silent_pass(everybody):
    root = User.objects.get(number="ROOT")
    policy = policy_registry.get_by_type(Picture)

    assert not policy.user_has_any_permission(root, {"add", "change", "delete", "publish"})


def test_nobody_adds_files_past_our_own_upload(everybody):
    for user in everybody:
        assert not policy_registry.get_by_type(Picture).user_has_permission(user, "add")
