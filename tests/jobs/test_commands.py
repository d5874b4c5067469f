"""manage.py jobs: what waits, what was given up, and another chance."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from jobs.models import Due

pytestmark = pytest.mark.django_db


@pytest.fixture
def failed():
    return Due.objects.create(
        name="test.gone", key="k", failed_at=timezone.now(), failures=12, last_error="Traceback\nValueError: no paper"
    )


def told(*arguments):
    out = io.StringIO()
    call_command("jobs", *arguments, stdout=out)
    return out.getvalue()


def test_it_lists_what_was_given_up_with_the_reason(failed):
    assert f"{failed.pk} test.gone k" in told()
    assert "ValueError: no paper" in told()


def test_it_shows_one_with_its_error(failed):
    assert "Traceback" in told("--show", str(failed.pk))


@pytest.mark.parametrize("which", ("all", "one"))
def test_it_gives_failed_work_another_chance(failed, which):
    told("--retry", "all" if which == "all" else str(failed.pk))

    failed.refresh_from_db()
    assert (failed.failed_at, failed.failures) == (None, 0)


@pytest.mark.parametrize("arguments", (("--retry", "x"), ("--show", "0"), ("--show", "12345")))
def test_a_wrong_number_is_told_in_words(arguments):
    if arguments[1] == "0":
        assert told(*arguments)
    else:
        with pytest.raises(CommandError):
            told(*arguments)
