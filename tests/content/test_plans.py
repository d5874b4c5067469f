"""Reading finds everything by an index: its cost is the same at two thousand pages and at twenty thousand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL scans what is small, whatever index it has"),
]


@pytest.mark.promise("W38")
def test_no_query_of_reading_looks_at_all_rows_of_a_table(cast, client, page):
    client.force_login(cast.lin_xiaoman)
    client.get(page.get_absolute_url())

    with CaptureQueriesContext(connection) as asked:
        assert client.get(page.get_absolute_url()).status_code == 200

    assert len(asked) <= 6
    steps = [step for query in list(asked) for step in _plan(query["sql"])]
    assert not [step for step in steps if step.startswith("SCAN") and "CONSTANT" not in step]
    assert any("page_level" in step for step in steps)  # a level of the tree costs its own rows, whatever lies below


def _plan(sql):
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + sql.replace("%", "%%"))
        return [row[3] for row in cursor.fetchall()]
