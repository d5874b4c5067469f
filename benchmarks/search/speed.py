"""What answers cost: `python -m benchmarks.search speed [long|short]`, on the worlds of masses.py.

A person who may see 3,000 of 4,000 scopes; the whole answer with counts, facets and snippets. CPU is this process's:
all of SQLite's work, and with a server beside only ours.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from random import Random

from benchmarks.search import asking, drawing, masses, sets, stock, telling

NUMBER, SEED, AT_ONCE, SAMPLE, STOCK_PAGES = 100, 1, 4, 2_000, 2_000


def main(var, *, name="long", pages=None, as_json=False, rebuild=False, number=NUMBER, beside=True):
    person, is_new = masses.settle(var, name, pages=pages)
    if rebuild or is_new:
        from benchmarks.search import rebuilding

        rebuilding.main(as_json=as_json)
    some = _some_pages()
    kinds = _asked(some, number)
    engine = f"{asking.engine_name()}，{pages or masses.WORLDS[name][0]} 页，每页 {masses.WORLDS[name][1]} 字"
    rows = [_cost(kind, asked, lambda text: asking.answer(text, person)) for kind, asked in kinds.items()]
    everything = [text for asked in kinds.values() for text in asked]
    rows.append(_cost("全部", everything, lambda text: asking.answer(text, person)))
    rows.append(_cost("边打边出的建议", _half_typed(some, number), lambda text: asking.suggest(text, person)))
    heads = ["毫秒", "个数", "CPU p50", "p95", "经过 p50", "p95"]
    telling.table(f"查一次（{engine}）", heads, rows, as_json=as_json)
    telling.table(f"整页（{engine}）", heads, _pages_of_results(kinds, person), as_json=as_json)
    telling.table(
        f"{AT_ONCE} 人同时（{engine}）",
        heads[:1] + ["个数", "p50", "p95"],
        [_at_once(everything, person)],
        as_json=as_json,
    )
    telling.table(f"索引（{engine}）", ["", "数"], list(_index(person)), as_json=as_json)
    if beside:
        telling.table(
            f"普通 Wagtail 8（SQLite，{STOCK_PAGES} 页）", heads[:4], _stock(var, name, some, kinds), as_json=as_json
        )


def _some_pages():
    """[(title, text)] of pages drawn, from the pages themselves."""
    from content.models import ContentPage, Rendering

    keys = list(
        ContentPage.objects.filter(slug__startswith="mass", live=True, depth__gt=3).values_list("pk", flat=True)
    )
    chosen = sorted(Random(SEED).sample(keys, min(SAMPLE, len(keys))))
    texts = dict(Rendering.objects.filter(page__in=chosen).values_list("page_id", "text"))
    return [
        (title, texts[pk])
        for pk, title in ContentPage.objects.filter(pk__in=chosen).values_list("pk", "title")
        if pk in texts
    ]


def _asked(pages, number):
    """{kind: [typed]}."""
    texts, chance = [text for _, text in pages], Random(SEED)
    words = drawing.words(texts, 3 * number, SEED)
    titles = [title.split("：")[0] for title, _ in pages]
    pieces = drawing.Titles(titles, SEED)
    together = [
        " ".join(drawing.words([text], 2, SEED + place)) for place, text in enumerate(chance.sample(texts, number))
    ]
    filters = ("标签:标签7", "-第一条", "类型:知识", "标题:条例", "空间:“测量空间 5”")
    return {
        "词（2–8 字）": words[:number],
        "两个词": together,
        "问句": [case.asked for case in sets.read("questions")][:number],
        "拼音": [typed for typed, _ in pieces.draw(pieces.pinyin, number)],
        "打错": [typed for typed, _ in pieces.draw(pieces.homophone, number)],
        "筛选": [f"{word} {filters[place % len(filters)]}" for place, word in enumerate(words[number : 2 * number])],
    }


def _half_typed(pages, number):
    """What stands in the box after each key of a word: characters, and letters of pinyin."""
    chance, found = Random(SEED), []
    for title, _ in chance.sample(pages, number):
        word = title.split("：")[0][:6]
        letters = "".join(drawing.syllables(word[:4]))
        found.append(chance.choice([word[: chance.randint(1, len(word))], letters[: chance.randint(1, len(letters))]]))
    return found


def _cost(kind, asked, ask):
    for text in asked[:3]:
        ask(text)
    cpu, wall = [], []
    for text in asked:
        start, clock = time.process_time(), time.perf_counter()
        ask(text)
        cpu.append((time.process_time() - start) * 1_000)
        wall.append((time.perf_counter() - clock) * 1_000)
    return [kind, len(asked), *telling.spread(cpu), *telling.spread(wall)]


def _pages_of_results(kinds, person):
    """The same through the whole stack, as the browser gets it."""
    from urllib.parse import urlencode

    from benchmarks.visitor import cookie_of, visitor

    ask = visitor(cookie_of(person))

    def get(text):
        status = ask("/search/", QUERY_STRING=urlencode({"q": text}))[0]
        assert status.startswith("200"), (text, status)

    some = [text for asked in kinds.values() for text in asked[:20]]
    return [_cost("结果页（HTML）", some, get)]


def _at_once(asked, person):
    """Threads of one process, as config.server has them."""
    from django.db import connection

    def ask(text):
        start = time.perf_counter()
        asking.answer(text, person)
        return (time.perf_counter() - start) * 1_000

    shuffled = Random(SEED).sample(asked, len(asked))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(ask, shuffled[: 2 * AT_ONCE]))
        wall = list(pool.map(ask, shuffled))
        list(pool.map(lambda _: connection.close(), range(4 * AT_ONCE)))
    return ["经过的毫秒", len(wall), *telling.spread(wall)]


def _index(person):
    from benchmarks.search import indexing

    yield from indexing.measure()


def _stock(var, name, pages, kinds):
    given = pages[:STOCK_PAGES]
    asked = [text for some in kinds.values() for text in some[:20]]
    told = stock.answers(var / f"search-stock-{name}", given, asked, limit=20)
    cost = dict(zip(asked, told["milliseconds"], strict=True))
    rows = []
    for kind, some in [*kinds.items(), ("全部", asked)]:
        mine = [cost[text] for text in some if text in cost]
        rows.append([kind, len(mine), *telling.spread(mine)])
    return rows
