"""An upgrade keeps all data and says beforehand what people will wait for (P26).

A released state is a line in RELEASED: the last migration of each app in that release. Data is written, the database
taken back to that state, every row of every table kept, then migrated forward: each row must be there, unchanged in
the columns it had.
"""

import json

import pytest
from django.db import connection

from tests.database import engine_of
from tests.jobs.test_backups import FURNISH, Installation

# Nothing is released yet; this is the oldest state that holds pages, people and files. Releases add theirs.
RELEASED = {
    "before the first release": {"wiki": "0001", "content": "0004", "org": "0003", "jobs": "0001", "audit": "0002"},
}
ROWS = """
import json
from django.db import connection
rows = {}
with connection.cursor() as cursor:
    for table in sorted(connection.introspection.table_names(cursor)):
        if table in {"django_migrations", "django_content_type", "auth_permission"} or "_fts" in table:
            continue
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        names = [column[0] for column in cursor.description]
        rows[table] = [{name: str(value) for name, value in zip(names, row)} for row in cursor.fetchall()]
print(json.dumps(rows))
"""


@pytest.fixture
def hospital(db, tmp_path):
    hospital = Installation(engine_of(connection).house(tmp_path / "hospital"))
    hospital.manage("shell", "-v0", "-c", FURNISH)
    return hospital


@pytest.fixture(params=RELEASED)
def old(request, hospital):
    """The hospital as a release left it."""
    for app, migration in RELEASED[request.param].items():
        hospital.manage("migrate", app, migration, "-v0")
    return hospital


def rows_of(hospital):
    return json.loads(hospital.manage("shell", "-v0", "-c", ROWS).stdout)


def in_columns_of(rows, before):
    """Rows of now in the columns of then."""
    names = set(before[0])
    return [{name: value for name, value in row.items() if name in names} for row in rows]


def sorted_rows(rows):
    return sorted(rows, key=lambda row: sorted(row.items()))


@pytest.mark.promise("P26")
def test_every_row_of_a_released_state_is_there_after_the_upgrade(old):
    before = rows_of(old)

    told = old.manage("upgrade_plan").stdout
    old.manage("prepare")
    after = rows_of(old)

    assert "content.0005_page_reviews" in told
    assert any(row["title"] == "输液泵报警处理" for row in before["content_contentpage"])
    for table, rows in before.items():
        if rows and not table.startswith("django_"):
            assert sorted_rows(in_columns_of(after[table], rows)) == sorted_rows(rows), table


@pytest.mark.promise("P26")
def test_before_an_upgrade_the_operator_hears_what_waits_and_what_does_not(old):
    told = old.manage("upgrade_plan").stdout.splitlines()
    untouched = rows_of(old)

    assert any("page_reviews" in line and "写入要等它处理完全表" in line for line in told)
    assert any(line.endswith("：瞬间") for line in told)
    assert rows_of(old) == untouched


@pytest.mark.promise("P26")
def test_an_installation_that_is_up_to_date_hears_so(hospital):
    assert hospital.manage("upgrade_plan").stdout.strip() == "没有数据库改动，升级只需要重新启动。"
