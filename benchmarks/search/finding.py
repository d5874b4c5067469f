"""Does a word find every page that holds it, and a piece of a title its page: `python -m benchmarks.search finding`.

Truth is read from the pages themselves. Stock Wagtail 8 answers the same beside.
"""

from collections import defaultdict

from benchmarks.search import asking, cases, drawing, stock, telling

WORDS, CHARACTERS, TITLES, SEED = 1_000, 200, 200, 1


def main(var, *, as_json=False, rebuild=False, number=WORDS, seed=SEED, beside=True):
    person = cases.settle(var, rebuild=rebuild)
    pages = asking.pages(person)
    words = drawing.words([text for _, _, text in pages], number, seed)
    letters = drawing.characters([text for _, _, text in pages], min(CHARACTERS, number), seed)
    titles = drawing.Titles([title for _, title, _ in pages], seed).all(min(TITLES, number))
    truth = _truth([*words, *letters], pages)
    ours = {typed: set(asking.everything(typed, person)) for typed in [*words, *letters]}
    places = {pk: place for place, (pk, _, _) in enumerate(pages)}
    found = {typed: {places[pk] for pk in pks if pk in places} for typed, pks in ours.items()}
    asked = [*words, *letters, *(typed for cases_ in titles.values() for typed, _ in cases_)]
    stocks = _stock(var, pages, asked) if beside else {}
    rows = [
        *_recall("词", words, truth, found, stocks, by_length=True),
        *_recall("单字", letters, truth, found, stocks),
    ]
    heads = ["", "个数", "召回", "精确", "无结果", "Wagtail 召回", "精确", "无结果"]
    engine = asking.engine_name()
    telling.table(f"找得到（{len(pages)} 页，{engine}）", heads, rows, as_json=as_json)
    rows = [_first(kind, drawn, person, pages, stocks) for kind, drawn in titles.items()]
    heads = ["标题的一段", "个数", "第一", "前五", "Wagtail 第一", "前五"]
    telling.table(f"认得出（{engine}）", heads, rows, as_json=as_json)


def _truth(asked, pages):
    """{typed: places of the pages whose title or text holds it after folding}."""
    from search.analysis import fold

    folded = [fold(f"{title}\n{text}") for _, title, text in pages]
    return {typed: {place for place, text in enumerate(folded) if fold(typed) in text} for typed in asked}


def _stock(var, pages, asked):
    given = [(title, text) for _, title, text in pages]
    told = stock.answers(var / "search-stock-cases", given, asked)
    return dict(zip(asked, told["found"], strict=True))


def _recall(name, asked, truth, found, stocks, by_length=False):
    groups = {name: asked}
    if by_length:
        more = defaultdict(list)
        for typed in asked:
            more[f"　{len(typed)} 字"].append(typed)
        groups |= dict(sorted(more.items()))
    for words, some in groups.items():
        yield [words, len(some), *_shares(some, truth, found), *_shares(some, truth, stocks)]


def _shares(asked, truth, found):
    """Recall and precision over all hits of all words, and how many words that exist find nothing."""
    if not found:
        return None, None, None
    right = sum(len(truth[typed] & set(found[typed])) for typed in asked)
    recall = telling.share(right, sum(len(truth[typed]) for typed in asked))
    precision = telling.share(right, sum(len(set(found[typed])) for typed in asked))
    return recall, precision, sum(bool(truth[typed]) and not found[typed] for typed in asked)


def _first(kind, drawn, person, pages, stocks):
    ours = [asking.titles(asking.answer(typed, person), 5) for typed, _ in drawn]
    theirs = [[pages[place][1] for place in stocks[typed][:5]] for typed, _ in drawn] if stocks else []
    wanted = [wanted for _, wanted in drawn]
    return [kind, len(drawn), *_places(ours, wanted), *_places(theirs, wanted)]


def _places(lists, wanted):
    from benchmarks.search.sets import plain_title

    if not lists:
        return None, None
    right = [[plain_title(title) in some for title in listed] for listed, some in zip(lists, wanted, strict=True)]
    return telling.share(sum(any(each[:1]) for each in right), len(right)), telling.share(
        sum(any(each) for each in right), len(right)
    )
