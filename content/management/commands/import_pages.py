"""Bring Word, WPS, Markdown and HTML into a space: a file, a folder, a zip."""

from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError
from django.http import Http404

from content.convert import saying
from content.models import ImportItem, Space
from content.transfer import importing
from content.transfer.errors import Refused
from org.models import User

SHOWN = 200  # files; the report in the product has all
OLD = (ImportItem.Was.DOC, ImportItem.Was.WPS, ImportItem.Was.RTF)


class Command(BaseCommand):
    help = "把 Word、WPS、Markdown、HTML 文件、文件夹或 zip 导入一个空间；再次运行只更新有变化的。"

    def add_arguments(self, parser):
        parser.add_argument("path", help="文件夹、zip、.docx、.doc、.wps、.rtf、.md 或 .html")
        parser.add_argument("--space", required=True, help="空间地址里的名称")
        parser.add_argument("--maintainer", help="维护人的工号")
        parser.add_argument("--by", help="以谁的名义导入（工号），默认是维护人")
        parser.add_argument("--draft", action="store_true", help="导入为草稿；不写就直接发布（要审批的地方仍是草稿）")

    def handle(self, *args, path, space, maintainer, by, draft, **options):
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
            run = importing.begin(
                str(source.resolve()), space=found, by=actor, maintainer=keeper, is_live=not draft, in_background=False
            )
        except Refused as reason:
            raise CommandError(str(reason)) from None
        except (Http404, PermissionDenied):
            raise CommandError(f"{actor} 不能在这个空间写页面。") from None
        importing.read(run, said=self._say("读取"))
        importing.carry_on(run, said=self._say("导入"))
        self._report(run)

    def _person(self, number):
        person = User.objects.active().filter(number__iexact=number).first()
        if person is None:
            raise CommandError(f"没有工号 {number}")
        return person

    def _say(self, what):
        def said(done, total):
            self.stdout.write(f"  {what} {done} / {total}", ending="\r" if self.stdout.isatty() else "\n")

        return said

    def _report(self, run):
        if run.refused:
            raise CommandError(run.refused)
        for words, count in importing.counts(run):
            self.stdout.write(f"{words}：{count}")
        items = run.items.all()
        told = [(item, words) for item in items if (words := list(self._words(item)))]
        for item, words in told[:SHOWN]:
            self.stdout.write(f"  {item.path}：{'；'.join(words)}")
        if len(told) > SHOWN:
            self.stdout.write(f"  … 还有 {len(told) - SHOWN} 个文件有提示，见空间里的导入报告")

    def _words(self, item):
        """What a person should know of one file."""
        name = item.path.rpartition("/")[2]
        if item.refusal:
            yield " ".join(map(str, saying.refusal(item.refusal, name)))
        elif item.was in OLD:
            yield "由旧格式转换，请核对条号"
        yield from item.notes
        counts = item.counts.get("lost", {}) if item.losses else {}
        for what in dict.fromkeys(loss["what"] for loss in item.losses):
            losses = [loss for loss in item.losses if loss["what"] == what]
            if what == "html":
                yield from (loss["sample"] for loss in losses[:5])
                continue
            sample = next((loss["sample"] or loss["where"] for loss in losses if loss["sample"] or loss["where"]), "")
            number = counts.get(what, len(losses))
            yield f"{saying.loss(what)} {number} 处" + (f"（{sample[:40]}）" if sample else "")
        for question in item.questions:
            if not question["options"] and not item.refusal:
                yield f"{saying.question(question)[0]}（{question['text'][:40]}）"
