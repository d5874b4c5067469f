"""What the next start will change in the database, and what people will have to wait for meanwhile."""

from django.core.management import BaseCommand
from django.db import connection
from django.db.migrations import operations
from django.db.migrations.executor import MigrationExecutor

MOMENT, WHOLE, OWN = "瞬间", "写入要等它处理完全表", "改写数据，时间看内容"
# On PostgreSQL these read or write every row under a lock; SQLite copies the table. What is not here is a moment.
SLOW = (operations.AlterField, operations.AddIndex, operations.AddConstraint, operations.AlterUniqueTogether)
ROWS_A_SECOND = 200_000  # an index on a table of pages, on a slow disk


class Command(BaseCommand):
    help = "升级前查看：有哪些数据库改动，锁多久。什么都不会改变。"

    def handle(self, **options):
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if not plan:
            self.stdout.write("没有数据库改动，升级只需要重新启动。")
        for migration, _ in plan:
            self.stdout.write(f"{migration.app_label}.{migration.name}")
            state = executor.loader.project_state((migration.app_label, migration.name)).apps
            for operation in migration.operations:
                self.stdout.write(f"  {operation.describe()}：{self.wait(operation, state, migration.app_label)}")

    def wait(self, operation, apps, label):
        if isinstance(operation, (operations.RunPython, operations.RunSQL)):
            return OWN
        if not isinstance(operation, SLOW) and not _fills_a_column(operation):
            return MOMENT
        rows = _rows(apps, label, getattr(operation, "model_name", None) or operation.name)
        return f"{WHOLE}，{rows} 行，最多约 {rows // ROWS_A_SECOND + 1} 秒" if rows else MOMENT


def _fills_a_column(operation):
    """A new column on SQLite copies the table; on PostgreSQL since 11 a constant costs nothing."""
    return isinstance(operation, operations.AddField) and connection.vendor == "sqlite"


def _rows(apps, label, name):
    """How many there are now; none where the table is to come."""
    try:
        table = apps.get_model(label, name)._meta.db_table
    except LookupError:
        return 0
    with connection.cursor() as cursor:
        if table not in connection.introspection.table_names(cursor):
            return 0
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
        return cursor.fetchone()[0]
