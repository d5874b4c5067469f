"""Save everything into a folder, while people work."""

import sqlite3
from pathlib import Path

from django.core.management import BaseCommand, CommandError

from jobs import backups


class Command(BaseCommand):
    help = "把数据库和文件备份到一个目录，不用停止服务。每次在里面新建一个以时间命名的文件夹。"

    def add_arguments(self, parser):
        parser.add_argument("to", type=Path, help="备份放在哪个目录下")

    def handle(self, *, to, **options):
        try:
            self.stdout.write(f"已备份到 {backups.back_up(to)}")
        except (backups.Trouble, OSError, sqlite3.Error) as trouble:
            raise CommandError(str(trouble)) from None
