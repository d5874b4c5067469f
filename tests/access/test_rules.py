"""Check and filter agree, for every rule there is: a list never shows what a page refuses, nor the other way."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from wagtail.permissions import policy_registry

from access import audiences, rules
from content.models import ContentPage
from content.permissions import OURS
from tests.cast import make_space
from tests.exits.test_walk import closed  # noqa: F401  a world with something in it

pytestmark = pytest.mark.django_db


def people(cast):
    return [value for value in vars(cast).values() if hasattr(value, "access_version")]


@pytest.mark.promise("W4", "P15")
def test_check_filter_and_verbs_agree_for_every_rule_person_and_action(cast, closed):  # noqa: F811
    for model, policy in rules.registered().items():
        things = list(model._default_manager.all()[:30])
        for person in people(cast):
            listed = {each: set(policy.allowed(person, each).values_list("pk", flat=True)) for each in policy.actions}
            for thing in things:
                answers = {action for action in policy.actions if thing.pk in listed[action]}
                assert answers == {action for action in policy.actions if rules.can(person, action, thing)}
                assert answers == rules.verbs(person, thing), (model, person, thing)


def test_wagtails_four_questions_agree(cast, closed):  # noqa: F811
    policy = policy_registry.get_by_type(ContentPage)
    for person in people(cast):
        for action in OURS:
            listed = set(policy.instances_user_has_permission_for(person, action).values_list("pk", flat=True))
            for page in ContentPage.objects.all():
                assert policy.user_has_permission_for_instance(person, action, page) == (page.pk in listed)
                if action in ("add", "change", "publish"):
                    assert (action in page.permissions_for_user(person).permissions) == (page.pk in listed)
            assert policy.user_has_permission(person, action) == bool(listed)


def test_a_superuser_has_no_silent_passes(cast, closed):  # noqa: F811
    cast.zhao_jingxing.is_superuser = True
    cast.zhao_jingxing.save()

    assert not rules.can(cast.zhao_jingxing, "view", ContentPage.objects.get(pk=closed["page"].pk))
    assert not closed["page"].permissions_for_user(cast.zhao_jingxing).can_edit()


@pytest.mark.promise("P35")
def test_what_one_may_not_see_is_not_found_and_what_one_may_only_see_is_refused(cast):
    space = make_space(cast.qingyu, slug="read", editors=[audiences.person(cast.zhou_yaning)])

    with pytest.raises(Http404):
        rules.require(cast.zhao_jingxing, "create", space)
    with pytest.raises(Http404):
        rules.require(cast.zhao_jingxing, "view", space)
    with pytest.raises(PermissionDenied):
        rules.require(cast.lin_xiaoman, "create", space)
    rules.require(cast.zhou_yaning, "create", space)


@pytest.mark.promise("W4", "P11")
@pytest.mark.parametrize("model", rules.registered(), ids=lambda model: model._meta.label)
def test_a_disabled_colleague_may_see_nothing_of_anything(cast, closed, model):  # noqa: F811
    cast.lin_xiaoman.is_active = False

    assert not rules.allowed(cast.lin_xiaoman, "view", model._default_manager.all()).exists()
