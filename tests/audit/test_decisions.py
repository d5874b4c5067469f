"""What was decided stays as it was written."""

import pytest
from django.db import transaction

from audit.actions import record, record_many
from audit.models import Decision, DecisionError

pytestmark = [pytest.mark.django_db, pytest.mark.promise("P23")]


@pytest.fixture
def decision(cast):
    return record("unit.opened", cast.ward, by=cast.lu_zhixing, before=None, after={"code": "QY-XN1"}, reason="新病区")


def change(decision):
    decision.reason = "别的原因"
    decision.save()


ATTEMPTS = {
    "save": change,
    "update": lambda decision: Decision.objects.filter(pk=decision.pk).update(reason="别的原因"),
    "bulk_update": lambda decision: Decision.objects.bulk_update([decision], ["reason"]),
    "update_or_create": lambda decision: Decision.objects.update_or_create(pk=decision.pk, defaults={"reason": "别"}),
    "delete": lambda decision: decision.delete(),
    "delete many": lambda decision: Decision.objects.filter(pk=decision.pk).delete(),
}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_nothing_in_the_product_changes_or_deletes_a_decision(decision, attempt):
    with pytest.raises(DecisionError), transaction.atomic():
        attempt(decision)

    assert Decision.objects.get().reason == "新病区"


def test_a_decision_says_who_what_when_and_how_it_was(cast, decision):
    (many,) = record_many(
        [(cast.ward, "unit.closed", {"open": True}, {"open": False})], by=cast.lu_zhixing, reason="并"
    )

    for row in (decision, many):
        assert (row.by, row.about_key, row.about_name) == (cast.lu_zhixing, cast.ward.uid, str(cast.ward))
        assert row.at
    assert (many.before, many.after, many.reason) == ({"open": True}, {"open": False}, "并")
