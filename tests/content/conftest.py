"""A space of 青屿医院, a live page in it, and approvals demanded there."""

import pytest
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import RoleApprovalTask
from org.choices import RoleKind
from org.models import Role
from tests.cast import LONG_AGO, make_space
from tests.content.pages import FIRST


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.fixture
def page(cast, space):
    """A live page of three paragraphs by 周雅宁."""
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("交接班", FIRST))
    return publishing.publish(made, by=cast.zhou_yaning)


@pytest.fixture
def approval(cast, space):
    """The space demands the word of an approver; two bear that role, one of them is the author."""
    task = RoleApprovalTask.objects.create(name="医务审批", role=RoleKind.APPROVER)
    workflow = Workflow.objects.create(name="发布审批")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(page=space, workflow=workflow)
    for person in (cast.zhou_yaning, cast.shen_zhixia):
        Role.objects.create(person=person, kind=RoleKind.APPROVER, unit=cast.qingyu, starts_on=LONG_AGO)
    return workflow
