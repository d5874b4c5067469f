"""Load the demo hospital group. Loading twice changes nothing."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from demo import loading, people


class Command(BaseCommand):
    help = "装入演示集团；再次运行不会改变任何内容。"

    def add_arguments(self, parser):
        parser.add_argument("--staff", type=int, default=people.STAFF, help="人数")
        parser.add_argument("--pages", type=int, default=0, help="另外生成的页面数，用于测量")

    def handle(self, *args, staff, pages, **options):
        if settings.IS_PRODUCTION:
            raise CommandError("正式环境不能装入演示数据。")
        loading.load(staff=staff, pages=pages, say=self.stdout.write)
        self.stdout.write("演示集团已就绪。")
