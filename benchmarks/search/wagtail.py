"""Wagtail's own search (admin, choosers, `Page.objects.search()`), stock and ours, over the same pages in one run.

`python -m benchmarks.search.wagtail [long|short] [--pages 10000] [--alone]`; CPU of this process a
question (twenty hits and their number), on the database that DATABASE_URL says, or on Elasticsearch where
ELASTICSEARCH_URL says so.
"""

import argparse
import os
import statistics
import time
from pathlib import Path

PLACE = Path(os.environ.get("HZH_VAR", "var")).resolve() / "bench"  # before any settings are read
STOCK = "wagtail.search.backends.database"
PATIENCE = 90  # seconds for one kind of question; fewer are asked of what is slow


def main(world, pages, beside):
    from benchmarks.search import masses

    masses.settle(PLACE, world, pages=pages)
    from wiki.models import Article

    titles = list(Article.objects.order_by("pk").values_list("title", flat=True))
    questions = _questions(list(Article.objects.order_by("?").values_list("body", flat=True)[:300]), titles)
    truth = {word: set(_holding(word)) for word in questions["词"][:40]}
    print(f"{len(titles)} 页；毫秒 CPU：p50、p95（问了几次）；负载 {os.getloadavg()[0]:.1f}")
    for name in [STOCK, "search.backends"] if beside else ["search.backends"]:
        _measure(name, questions, truth)


def _questions(texts, titles):
    from benchmarks.search import drawing

    some = titles[:: max(1, len(titles) // 100)][:100]
    pieces = [title[place % 6 : place % 6 + 2 + place % 5] for place, title in enumerate(some)]
    return {"词": drawing.words(texts, 200), "单字": drawing.characters(texts, 60), "标题输入中": pieces}


def _holding(word):
    from django.db.models import Q

    from wiki.models import Article

    return Article.objects.filter(Q(title__contains=word) | Q(body__contains=word)).values_list("pk", flat=True)


def _measure(name, questions, truth):
    from django.conf import settings
    from django.core.management import call_command
    from wagtail.search.backends import get_search_backend

    from wiki.models import Article

    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": name}}
    get_search_backend().reset_indexes()
    before, began = _size(), time.process_time()
    call_command("update_index", verbosity=0)
    get_search_backend().refresh_indexes()
    print(f"\n{name}\n  建索引 {time.process_time() - began:.0f} 秒 CPU，{(_size() - before) / 2**20:.0f} MiB")
    ways = {"词": Article.objects.search, "单字": Article.objects.search, "标题输入中": Article.objects.autocomplete}
    for kind, texts in questions.items():
        spent = _ask(ways[kind], texts)
        print(f"  {kind}：{statistics.median(spent):.1f} / {_p95(spent):.1f}（{len(spent)} 次）", flush=True)
    found = {word: {page.pk for page in Article.objects.search(word)} for word in list(truth)[:40]}
    right = sum(len(found[word] & truth[word]) for word in found)
    everything, shown = sum(map(len, truth.values())), sum(map(len, found.values()))
    empty = sum(not found[word] for word in found)
    share = f"召回 {right / everything:.1%}，准确 {right / shown if shown else 0:.1%}"
    print(f"  {share}，{empty} 个词什么也没找到（共 {len(found)}）")
    one, spent = Article.objects.order_by("pk").first(), []
    for _ in range(10):
        start = time.process_time()
        get_search_backend().get_index_for_model(Article).add_items(Article, [one])
        spent.append((time.process_time() - start) * 1_000)
    print(f"  索引一页 {statistics.median(spent):.1f}")


def _ask(way, texts):
    spent, end = [], time.monotonic() + PATIENCE
    for text in texts:
        start = time.process_time()
        found = way(text)
        found.count()
        list(found[:20])
        spent.append((time.process_time() - start) * 1_000)
        if time.monotonic() > end:
            break
    return spent


def _p95(spent):
    return sorted(spent)[int(len(spent) * 0.95) - 1] if len(spent) > 1 else spent[0]


def _size():
    """Bytes of the tables of Wagtail's index."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM FULL wagtailsearch_indexentry")
            cursor.execute("SELECT pg_total_relation_size('wagtailsearch_indexentry')")
        else:
            cursor.execute(
                "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count(),"
                " pragma_freelist_count(), pragma_page_size()"
            )
        return cursor.fetchone()[0]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("world", nargs="?", choices=["long", "short"], default="long", help="5,000 characters or 130")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--alone", dest="beside", action="store_false", help="ours only")
    main(**vars(parser.parse_args()))
