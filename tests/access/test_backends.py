"""The admin is for administrators and librarians, by role and by nothing else."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "may"), (("lu_zhixing", True), ("xu_wenbo", True), ("lin_xiaoman", False), ("shen_zhixia", False))
)
def test_who_enters_the_admin(cast, who, may):
    assert getattr(cast, who).has_perm("wagtailadmin.access_admin") is may


def test_only_the_groups_administrators_keep_workflows(cast):
    assert cast.lu_zhixing.has_perm("wagtailcore.change_workflow")
    assert not cast.xu_wenbo.has_perm("wagtailcore.change_workflow")
