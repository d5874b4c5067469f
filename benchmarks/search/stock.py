"""Stock Wagtail 8 on the same texts: its own SQLite backend, in a process of its own.

`python -m benchmarks.search.stock FOLDER < asked.json` makes the pages once from FOLDER/pages.jsonl (title, text) and
answers {"milliseconds": CPU of each query, "found": [[numbers of pages], …]}.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

LIMIT = 2_000  # hits listed; more than there are laws


def answers(folder, pages, asked, *, limit=LIMIT):
    """Ask stock Wagtail all these texts over pages [(title, text)]; operator AND, as its views do on a database."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    given = folder / "pages.jsonl"
    if not given.exists():
        given.write_text("".join(json.dumps([title, text], ensure_ascii=False) + "\n" for title, text in pages))
    command = [sys.executable, "-m", "benchmarks.search.stock", str(folder), str(limit)]
    done = subprocess.run(command, input=json.dumps(asked), check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def main(folder, limit):
    os.environ |= {"PLAIN_PLACE": str(folder), "DJANGO_SETTINGS_MODULE": "benchmarks.plain.settings"}
    import django

    django.setup()
    from django.core.management import call_command
    from wagtail.models import Page
    from wagtail.search import index

    from benchmarks.plain.models import PlainArticle

    PlainArticle.search_fields = [*Page.search_fields, index.SearchField("body")]
    call_command("migrate", verbosity=0)
    if not PlainArticle.objects.exists():
        began = time.process_time()
        _grow(PlainArticle, folder / "pages.jsonl")
        print(f"· 普通 Wagtail 建索引 {time.process_time() - began:.0f} 秒 CPU", file=sys.stderr)
    number_of = {
        pk: number for number, pk in enumerate(PlainArticle.objects.order_by("pk").values_list("pk", flat=True))
    }
    milliseconds, found = [], []
    for text in json.load(sys.stdin):
        start = time.process_time()
        try:
            hits = [page.pk for page in PlainArticle.objects.live().search(text, operator="and")[:limit]]
        except Exception as error:
            hits = []
            print(f"· {text!r}: {type(error).__name__}", file=sys.stderr)
        milliseconds.append((time.process_time() - start) * 1_000)
        found.append([number_of[pk] for pk in hits])
    json.dump({"milliseconds": milliseconds, "found": found}, sys.stdout)


def _grow(model, given):
    """Saved one by one, as editors do; each save indexes."""
    from django.contrib.auth.models import User
    from django.db import transaction
    from django.utils.html import escape
    from wagtail.models import Page

    home, writer = Page.objects.get(slug="home"), User.objects.create_user("zhou")
    with transaction.atomic(), given.open() as lines:
        for number, line in enumerate(lines):
            title, text = json.loads(line)
            body = "".join(f"<p>{escape(each)}</p>" for each in text.splitlines() if each)
            home.add_child(instance=model(title=title, slug=f"p{number}", body=body, maintainer=writer))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
