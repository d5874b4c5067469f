"""What the index costs to keep: one page anew, joining what many such pages leave in pieces, and its size."""

import time

ROUNDS, WARM = 60, 5  # pages; the first ones wait for what a process reads and learns once


def measure():
    from django.db import connection
    from django.db.models import Sum

    from benchmarks.search import asking, telling
    from search.models import SearchEntry

    written, joined = zip(*_pages_anew(), strict=True)
    written, joined = written[WARM:], joined[WARM:]
    yield f"索引一页（{ROUNDS} 页），CPU 毫秒 p50", telling.spread(written)[0]
    yield "　p95", telling.spread(written)[1]
    yield "　随后合并索引片段，平均每页", sum(joined) / len(joined)
    yield "　合并最久的一次", max(joined)
    yield "条目", SearchEntry.objects.count()
    text = SearchEntry.objects.aggregate(sum=Sum("length"))["sum"] or 0
    with connection.cursor() as cursor:
        own = OWN_SIZES[connection.vendor]
        cursor.execute(own)
        size = cursor.fetchone()[0]
        cursor.execute(f"SELECT SUM({BYTES[connection.vendor]}) FROM search_searchpart")
        held = cursor.fetchone()[0] or 0
    yield "文字（百万字）", text / 1e6
    yield "文字（UTF-8，MB）", held / 1e6
    yield "数据库里的索引（MB）", float(size) / 1e6
    yield "索引 ÷ 文字", size / held if held else None
    if asking.engine_name() == "elasticsearch":
        yield "Elasticsearch 里的索引（MB）", _elasticsearch_size() / 1e6


BYTES = {"sqlite": "LENGTH(CAST(text AS BLOB))", "postgresql": "octet_length(text)"}
# The shadow tables of FTS5; of PostgreSQL the table with its indexes and what is kept out of line.
OWN_SIZES = {
    "sqlite": "SELECT (SELECT SUM(LENGTH(block)) FROM search_fts_data)"
    " + (SELECT SUM(LENGTH(sz)) FROM search_fts_docsize) + (SELECT SUM(LENGTH(block)) FROM search_sounds_data)",
    "postgresql": "SELECT SUM(pg_total_relation_size(oid)) FROM pg_class"
    " WHERE relkind = 'r' AND relname LIKE 'search_%' AND relname NOT LIKE 'search_search%'",
}


def _pages_anew():
    """Another sentence in a page, indexed as the worker does it: CPU of writing, and of joining what is in pieces."""
    from content.models import ContentPage, Rendering
    from search.engines import own_engine
    from search.indexing import touch
    from search.indexing.writing import write_due
    from search.models import SearchEntry

    SearchEntry.objects.filter(changed_at__isnull=False).update(changed_at=None)
    mass = ContentPage.objects.filter(slug__startswith="mass", depth__gt=3)
    for pk in list(mass.values_list("pk", flat=True)[: (WARM + ROUNDS) * 7 : 7]):
        rendering = Rendering.objects.get(page=pk)
        body = rendering.text + "\n又添了一句话。"
        Rendering.objects.filter(page=pk).update(text=body)
        ContentPage.objects.filter(pk=pk).update(body=body, content_hash=f"{time.time()}")
        touch(ContentPage, [pk])
        yield _cpu(lambda: write_due(seconds=5)), _cpu(lambda: _until_nothing(own_engine().settle))


def _cpu(work):
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1_000


def _until_nothing(step):
    from django.db import transaction

    more = True
    while more:
        with transaction.atomic():
            more = step()


def _elasticsearch_size():
    from django.conf import settings
    from elasticsearch import Elasticsearch

    told = Elasticsearch(settings.ELASTICSEARCH_URL).indices.stats(index="*", metric="store")
    return told["_all"]["primaries"]["store"]["size_in_bytes"]
