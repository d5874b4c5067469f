"""Bring a back-up into an empty installation."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError

from jobs import backups
from jobs.management.commands.serve import keep_others_out


class Command(BaseCommand):
    help = "从备份恢复。请先停止服务；已有数据时要加 --replace。"
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("source", type=Path, metavar="from", help="back_up 建立的文件夹")
        parser.add_argument("--replace", action="store_true", help="用备份代替现在的全部数据")

    def handle(self, *, source, replace, **options):
        keep_others_out()
        try:
            backups.restore(source, replace=replace)
        except (backups.Trouble, OSError) as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(f"已从 {source} 恢复。")
