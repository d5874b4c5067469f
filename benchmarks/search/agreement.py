"""Do the engines agree: `agreement` keeps this engine's answers and compares them with those kept of others.

The same visible set always (all entries that hold all words), and the same first hit.
"""

import json

from benchmarks.search import asking, cases, drawing, sets, telling

WORDS, TITLES, SEED = 200, 40, 3


def main(var, *, as_json=False, rebuild=False):
    person = cases.settle(var, rebuild=rebuild)
    asked = _asked(person)
    keys = _keys()
    kept = {
        kind: {
            text: [sorted(keys[pk] for pk in asking.everything(text, person)), _first(text, person)] for text in some
        }
        for kind, some in asked.items()
    }
    folder = var / "search-agreement"
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{asking.engine_name()}.json"
    (folder / name).write_text(json.dumps(kept, ensure_ascii=False))
    rows = []
    for other in sorted(folder.glob("*.json")):
        if other.name != name:
            rows += _compare(other.stem, kept, json.loads(other.read_text()))
    heads = [f"{asking.engine_name()} 与", "个数", "同一批", "同一个第一"]
    telling.table("各引擎一致", heads, rows, as_json=as_json)


def _asked(person):
    pages = asking.pages(person)
    titles = drawing.Titles([title for _, title, _ in pages], SEED).all(TITLES)
    return {
        "词": drawing.words([text for _, _, text in pages], WORDS, SEED),
        **{kind: [typed for typed, _ in drawn] for kind, drawn in titles.items()},
        "问题": [case.asked for case in sets.read("questions")],
        "查询": [case.asked for case in sets.read("queries")],
    }


def _keys():
    """{id of an entry: what it is about, the same in every database}."""
    from search.models import SearchEntry

    rows = SearchEntry.objects.values_list("pk", "about_type__model", "title", "length")
    return {pk: f"{model} {title} {length}" for pk, model, title, length in rows}


def _first(text, person):
    return next(iter(asking.titles(asking.answer(text, person), 1)), "")


def _compare(other, mine, theirs):
    both = {
        kind: [(mine[kind][text], theirs[kind][text]) for text in mine[kind] if text in theirs.get(kind, {})]
        for kind in mine
    }
    both["全部"] = [pair for pairs in both.values() for pair in pairs]
    for kind, pairs in both.items():
        same_set = sum(a[0] == b[0] for a, b in pairs)
        same_first = sum(a[1] == b[1] for a, b in pairs)
        yield [
            f"{other}：{kind}",
            len(pairs),
            telling.share(same_set, len(pairs)),
            telling.share(same_first, len(pairs)),
        ]
