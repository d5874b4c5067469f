"""The demo group, loaded once for all its tests."""

import pytest
from django.db import transaction

from demo import loading


@pytest.fixture(scope="package")
def loaded(django_db_setup, django_db_blocker):
    """Loaded once and rolled back after the last test of this folder."""
    with django_db_blocker.unblock(), transaction.atomic():
        loading.load(say=lambda words: None)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def group(loaded, db):
    return loaded
