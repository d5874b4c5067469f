"""Bring a folder or zip of Markdown or HTML into a space."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from content.models import ImportItem, Space
from content.transfer import importing
from content.transfer.errors import Refused
from org.models import User


class Command(BaseCommand):
    help = "把文件夹或 zip 里的 Markdown、HTML 导入一个空间；再次运行只更新有变化的。"

    def add_arguments(self, parser):
        parser.add_argument("path", help="文件夹、zip、.md 或 .html")
        parser.add_argument("--space", required=True, help="空间地址里的名称")
        parser.add_argument("--maintainer", help="维护人的工号")
        parser.add_argument("--by", help="以谁的名义导入（工号），默认是维护人")

    def handle(self, *args, path, space, maintainer, by, **options):
        source = Path(path)
        if not source.exists():
            raise CommandError(f"没有找到 {path}")
        found = Space.objects.filter(slug=space).first()
        if found is None:
            known = "、".join(Space.objects.values_list("slug", flat=True))
            raise CommandError(f"没有叫 {space} 的空间。现有：{known}")
        keeper = self._person(maintainer) if maintainer else found.maintainer or found.owner
        actor = self._person(by) if by else keeper
        if actor is None:
            raise CommandError("请用 --maintainer 写明维护人的工号。")
        try:
            run = importing.begin(str(source.resolve()), space=found, by=actor, maintainer=keeper)
            importing.carry_on(run, said=self._say)
        except Refused as reason:
            raise CommandError(str(reason)) from None
        except Exception as error:
            if type(error).__name__ in ("Http404", "PermissionDenied"):
                raise CommandError(f"{actor} 不能在这个空间写页面。") from None
            raise
        self._report(run)

    def _person(self, number):
        person = User.objects.active().filter(number__iexact=number).first()
        if person is None:
            raise CommandError(f"没有工号 {number}")
        return person

    def _say(self, done, total):
        self.stdout.write(f"  {done} / {total}", ending="\r" if self.stdout.isatty() else "\n")

    def _report(self, run):
        for value, words in ImportItem.Outcome.choices:
            if count := run.items.filter(outcome=value).count():
                self.stdout.write(f"{words}：{count}")
        for item in run.items.exclude(notes=[])[:200]:
            self.stdout.write(f"  {item.path}：{'；'.join(item.notes)}")
