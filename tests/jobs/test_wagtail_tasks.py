"""Wagtail's own tasks are due rows: written with the change, done once, quiet about what is gone."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django_tasks import task_backends

from jobs.models import Due
from jobs.testing import run_due
from jobs.wagtail_tasks import DueBackend

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_left_from_the_first_pages():
    Due.objects.all().delete()


def update_references(model, pk):
    from wagtail.tasks import update_reference_index_task

    update_reference_index_task.enqueue(model._meta.app_label, model._meta.model_name, str(pk))


def test_our_backend_is_the_one_in_use():
    assert isinstance(task_backends["default"], DueBackend)


def test_the_same_task_twice_is_one_row_until_it_is_done():
    update_references(ContentType, 1)
    update_references(ContentType, 1)

    assert Due.objects.open().filter(name="wagtail").count() == 1


def test_a_task_about_something_deleted_meanwhile_ends_quietly():
    update_references(ContentType, 999_999)

    run_due(name="wagtail")

    row = Due.objects.get(name="wagtail")
    assert (row.last_error, row.failures) == ("", 0)
    assert row.done_at
