"""See what is due, what stumbles, what was given up, and give it another chance."""

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from jobs import actions
from jobs.models import Due


class Command(BaseCommand):
    help = "列出后台任务：等待、出错和已放弃的；可重试或放下。"

    def add_arguments(self, parser):
        parser.add_argument("--retry", metavar="编号", help="重试一项已放弃的任务；all 表示全部。")
        parser.add_argument("--show", metavar="编号", type=int, help="显示一项任务和它的出错信息。")

    def handle(self, *, retry, show, **options):
        if show:
            self.show(show)
        elif retry:
            self.retry(retry)
        else:
            self.list_all()

    def list_all(self):
        waiting = Due.objects.open()
        self.stdout.write(f"等待 {waiting.count()} 项，其中 {waiting.stumbling().count()} 项出过错；")
        self.stdout.write(f"已放弃 {Due.objects.failed().count()} 项。")
        for row in waiting.stumbling().order_by("due_at")[:50]:
            self.stdout.write(
                f"  {row.pk} {row}：失败 {row.failures} 次，{self.when(row.due_at)}再试。{self.reason(row)}"
            )
        for row in Due.objects.failed().order_by("-failed_at")[:50]:
            self.stdout.write(f"  {row.pk} {row}：{self.when(row.failed_at)}放弃。{self.reason(row)}")

    def when(self, moment):
        return f"{timezone.localtime(moment):%m-%d %H:%M:%S} "

    def reason(self, row):
        return row.last_error.strip().rsplit("\n", 1)[-1][:120]

    def show(self, pk):
        row = Due.objects.filter(pk=pk).first()
        if row is None:
            raise CommandError(f"没有编号为 {pk} 的任务。")
        self.stdout.write(f"{row}\n{row.payload}\n{row.last_error}")

    def retry(self, which):
        rows = Due.objects.failed()
        if which != "all":
            if not which.isdigit():
                raise CommandError("请给出编号，或 all。")
            rows = rows.filter(pk=which)
        self.stdout.write(f"{actions.retry(rows)} 项将再次执行。")
