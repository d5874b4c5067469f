"""The shelves themselves: made, opened or narrowed, with or without approvals."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from access import audiences, rules
from access.reach import reach_of
from audit.actions import record
from content.models import RoleApprovalTask, Space
from content.placing import refresh_scopes
from content.roots import library
from org.choices import RoleKind
from org.models import Unit

MAKERS = (RoleKind.ADMINISTRATOR, RoleKind.LIBRARIAN)


def may_make_spaces(user, unit=None):
    """Administrators and librarians, within their part of the tree."""
    reach = reach_of(user)
    return any(reach.has_role(role, unit) for role in MAKERS)


def units_of_maker(user):
    """The units this person may make spaces for."""
    reach = reach_of(user)
    within = Q(pk__in=[])
    for path in {path for role in MAKERS for path in reach.role_paths(role)}:
        within |= Q(path__startswith=path)
    return Unit.objects.open().filter(within)


@transaction.atomic
def create(*, by, unit, approval=None, **settings):
    """A new space of a unit; the audiences come as rows, `approval` as the role whose word changes will need."""
    if not may_make_spaces(by, unit):
        raise PermissionDenied
    space = make(by=by, unit=unit, **settings)
    if approval:
        _demand(space, approval, by)
    return space


def make(*, by, unit, slug, title, readers, editors, stewards, kind_of_space=Space, **facts):
    """The space itself; whoever calls has asked whether it may be, or has the organisation's own reason."""
    space = kind_of_space(
        unit=unit,
        slug=slug,
        title=title,
        readers=audiences.intern(readers),
        editors=audiences.intern(editors),
        stewards=audiences.intern(stewards),
        owner=by,
        **facts,
    )
    space = library().add_child(instance=space)
    record("space.created", space, by=by, after={"unit": unit.code, "slug": slug})
    return space


@transaction.atomic
def change(space, *, by, readers, editors, stewards, **facts):
    """New settings. Readers, editors and stewards count from the next request on."""
    rules.require(by, "steward", space)
    space = Space.objects.select_for_update().get(pk=space.pk)
    before = _said(space)
    space.readers, space.editors = audiences.intern(readers), audiences.intern(editors)
    space.stewards = audiences.intern(stewards)
    for name, value in facts.items():
        setattr(space, name, value)
    space.draft_title = space.title
    space.save(clean=False)
    refresh_scopes(space)
    record("space.changed", space, by=by, before=before, after=_said(space))
    return space


@transaction.atomic
def demand_approval(space, role, *, by):
    """Have changes approved by whoever bears the role over the unit before they go live; None ends that."""
    rules.require(by, "steward", space)
    _demand(space, role, by)


def _demand(space, role, by):
    before = approval_of(space)
    if role is None:
        WorkflowPage.objects.filter(page=space.pk).delete()
    else:
        WorkflowPage.objects.update_or_create(page_id=space.pk, defaults={"workflow": _workflow_of(RoleKind(role))})
    record("space.approval", space, by=by, before={"role": before}, after={"role": role})


def approval_of(space):
    """The role whose word is demanded here, or None."""
    demanded = WorkflowPage.objects.filter(page=space.pk).select_related("workflow").first()
    task = demanded and RoleApprovalTask.objects.filter(workflow_tasks__workflow=demanded.workflow).first()
    return task.role if task else None


def _workflow_of(role):
    """One workflow a role, of one step; more steps are put together in the admin."""
    task = RoleApprovalTask.objects.filter(role=role, active=True).order_by("pk").first()
    if task is None:
        task = RoleApprovalTask.objects.create(name=f"{role.label}审批", role=role)
    step = WorkflowTask.objects.filter(task=task, workflow__active=True).order_by("pk").first()
    if step is not None and step.workflow.workflow_tasks.count() == 1:
        return step.workflow
    workflow = Workflow.objects.create(name=f"{role.label}审批后发布")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def _said(space):
    return {
        "title": space.title,
        "readers": space.readers_id,
        "editors": space.editors_id,
        "stewards": space.stewards_id,
        "listed": space.is_listed,
        "view_only": space.is_view_only,
        "quota_mb": space.quota_mb,
    }
