"""Statements that are put together once answer what the querysets answer, for everybody, whatever changes."""

import pytest
from django.db.models import CharField

from access.prepared import Given, Prepared, prepared
from access.reach import rights_of
from access.rules import policy_for, registered
from content.models import ContentPage
from org.models import User, Version
from tests.cast import make_space

pytestmark = pytest.mark.django_db


@pytest.fixture
def space(cast):
    return make_space(cast.cardiology, slug="cardiology")


def people(cast):
    return [each for each in vars(cast).values() if isinstance(each, User)]


def _readable(user):
    return ContentPage.objects.visible_to(user).filter(title=Given("title", CharField())).values_list("pk", "title")


def _asked(user, title):
    user.versions_of_request = None
    return prepared(_readable, user)(title=title)


@pytest.mark.promise("W4")
def test_a_statement_answers_what_the_rule_answers_for_each_of_the_cast(cast, space):
    for user in people(cast):
        expected = ContentPage.objects.visible_to(user).filter(title=space.title).values_list("pk", "title")
        assert _asked(user, space.title) == list(expected)


@pytest.mark.parametrize("model", registered(), ids=lambda model: model._meta.label)
def test_every_rule_of_the_house_can_be_put_together_once(cast, model):
    policy = policy_for(model)
    for user in people(cast):
        queryset = policy.allowed(user, "view").order_by("pk").values_list("pk")
        assert Prepared(queryset)() == list(queryset)


def test_models_come_with_their_relations_in_one_query(cast, space, django_assert_num_queries):
    ask = Prepared(ContentPage.objects.select_related("scope").filter(title=Given("title", CharField())))
    with django_assert_num_queries(1):
        (page,) = ask(title=space.title)
        assert (page.pk, page.scope.pk, page.live) == (space.pk, space.scope_id, True)


def test_what_can_never_match_answers_nothing_without_a_query(cast, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Prepared(ContentPage.objects.filter(pk__in=[]).values_list("pk"))() == []


def test_a_new_right_and_a_lost_one_make_another_statement(cast):
    nurse = cast.lin_xiaoman
    before = rights_of(nurse)
    Version.bump(Version.ACCESS)
    nurse.versions_of_request = None
    assert rights_of(nurse) != before


def test_who_may_not_come_in_any_more_is_answered_nothing(cast, space):
    reader = next(user for user in people(cast) if _asked(user, space.title))
    reader.is_active = False
    assert _asked(reader, space.title) == []
