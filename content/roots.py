"""The three pages that are always there: Wagtail's root, the library and the bin."""

from django.conf import settings
from wagtail.models import GroupApprovalTask, Locale, Site, Workflow

from access import scopes
from content.models import Bin, ContentPage, Library


def library() -> Library:
    return Library.objects.get()


def bin_page() -> Bin:
    return Bin.objects.get()


def ensure(**_signal):
    """Make whatever is missing; runs after every migrate and changes nothing the second time."""
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    root = ContentPage.get_first_root_node()
    if root is None:
        root = ContentPage.add_root(instance=ContentPage(title="Root", slug="root", scope=scopes.intern([])))
    if root.scope_id is None:
        root.scope = scopes.intern([])
        ContentPage.objects.filter(pk=root.pk).update(scope=root.scope)
    if not Library.objects.exists():
        root.get_children().filter(slug="home").delete()  # Wagtail's welcome page
        GroupApprovalTask.objects.all().delete()  # approvals here go by role, and only where a space demands them
        Workflow.objects.filter(workflow_tasks=None).delete()
        root = ContentPage.get_first_root_node()
        root.add_child(instance=Library(title="知识库"))
    if not Bin.objects.exists():
        root.add_child(instance=Bin(title="回收站"))
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": library(), "site_name": settings.WAGTAIL_SITE_NAME},
    )
