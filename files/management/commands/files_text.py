"""See how far the text of attachments got, and have it read anew."""

from django.core.management import BaseCommand
from django.db.models import Count

from files.choices import ExtractionState
from files.extraction import asking
from files.models import Extraction


class Command(BaseCommand):
    help = "统计附件文字的读取情况，列出读不了的附件；可重新读取。"

    def add_arguments(self, parser):
        parser.add_argument("--again", choices=[*ExtractionState.values, "all"], help="重新读取处于某种状态的附件。")

    def handle(self, *, again, **options):
        if again:
            self.read_again(again)
        else:
            self.list_all()

    def list_all(self):
        counts = dict(Extraction.objects.values_list("state").annotate(Count("pk")).order_by())
        for state in ExtractionState:
            self.stdout.write(f"{state.label}（{state}）：{counts.get(state, 0)}")
        troubled = Extraction.objects.exclude(error="").select_related("attachment").order_by("-at")
        for extraction in troubled[:50]:
            self.stdout.write(f"  {extraction.attachment.uid} {extraction.attachment.name}：{extraction.error[:200]}")

    def read_again(self, state):
        extractions = Extraction.objects.select_related("attachment")
        if state != "all":
            extractions = extractions.filter(state=state)
        count = 0
        for extraction in extractions.iterator(chunk_size=500):
            asking.ask_again(extraction)
            count += 1
        asking.ask_for_missing()
        self.stdout.write(f"将重新读取 {count} 个附件。")
