import pytest


@pytest.fixture
def administrator(db, django_user_model):
    return django_user_model.objects.create_superuser("HX00001", "陆知行")


@pytest.fixture
def nurse(db, django_user_model):
    return django_user_model.objects.create_user("QY10874", "林小满")
