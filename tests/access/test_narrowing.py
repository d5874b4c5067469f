"""Looking a few things up under their own scopes alone shows nothing more, and leaves nothing behind."""

import pytest

from access.prepared import prepared
from access.reach import narrowed, reach_of
from content.models import ContentPage
from tests.cast import make_space

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W4")]


def all_pages(user):
    return ContentPage.objects.visible_to(user).values_list("pk", flat=True)


def test_narrowed_to_scopes_of_others_one_sees_nothing_of_theirs(cast):
    mine, theirs = (make_space(unit, slug=unit.code.lower()) for unit in (cast.qingyu, cast.yunling))

    with narrowed({mine.scope_id, theirs.scope_id}):
        seen = set(all_pages(cast.lin_xiaoman))

    assert mine.pk in seen
    assert theirs.pk not in seen


def test_what_is_put_together_within_is_not_remembered(cast):
    space = make_space(cast.qingyu, slug="qingyu")
    with narrowed(set()):
        assert reach_of(cast.lin_xiaoman).scopes == frozenset()
        assert prepared(all_pages, cast.lin_xiaoman)() == []

    assert space.pk in prepared(all_pages, cast.lin_xiaoman)()
    assert space.scope_id in reach_of(cast.lin_xiaoman).scopes
