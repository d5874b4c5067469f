"""Write a space to a zip that `import_pages` brings in again."""

from django.core.management.base import BaseCommand, CommandError
from django.http import Http404

from content.models import Space
from content.transfer import exporting
from org.models import User


class Command(BaseCommand):
    help = "把一个空间导出为 zip：Markdown、附件、历史；import_pages 能原样导回。"

    def add_arguments(self, parser):
        parser.add_argument("space", help="空间地址里的名称")
        parser.add_argument("--to", required=True, help="要写的 zip 文件")
        parser.add_argument("--by", required=True, help="以谁的名义导出（工号）；只导出这个人看得到的")

    def handle(self, *args, space, to, by, **options):
        found = Space.objects.filter(slug=space).first()
        person = User.objects.active().filter(number__iexact=by).first()
        if found is None or person is None:
            raise CommandError("没有这个空间，或没有这个工号。")
        try:
            pages = exporting.export(found, to, by=person)
        except Http404:
            raise CommandError(f"{person} 看不到这个空间。") from None
        self.stdout.write(f"导出 {pages} 页：{to}")
