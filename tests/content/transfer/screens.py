"""What the tests of the import screens begin with: files as people have them, and an import that was read."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile

from content.models import ImportRun
from jobs.testing import run_due
from tests.content.convert.corpus.regulations import Paper

IMPORT = "/spaces/qingyu/import/"


def file(name, content):
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def archive(**texts):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name, text in texts.items():
            made.writestr(f"{name}.md", text)
    return file("手册.zip", content.getvalue())


def duties():
    """A 制度 whose day is told twice, with lines that may be headings and an article that is missing."""
    paper = Paper("分级办法")
    paper.title("抗菌药物分级管理办法")
    paper.lines("文号：青医发〔2026〕7 号")
    for line in ("第一条 为了规范使用。", "第三条 越级使用不超过一天。", "第四条 本办法自2026年4月1日起施行。"):
        paper.line(line)
    paper.line("施行日期：2026年3月10日")
    return paper.bytes()


def began(client, *files, **more):
    """Uploaded and read: the run, ready to be checked."""
    client.post(IMPORT, {"files": files, **more})
    run = ImportRun.objects.latest("made_at")
    run_due(name="content.import_read")
    run.refresh_from_db()
    return run


def page_of(client, run, query=""):
    return client.get(f"/imports/{run.uid}/{query}").content.decode()
