"""The frozen sets: `python -m benchmarks.search questions [--tell]`. What is kept back is told only as a sum."""

import re
from collections import defaultdict

from benchmarks.search import asking, cases, sets, telling

MARKS = re.compile(r"<[^>]+>")


def main(var, *, as_json=False, rebuild=False, tell=False):
    person = cases.settle(var, rebuild=rebuild)
    for name in ("questions", "queries"):
        groups = defaultdict(list)
        for case in sets.read(name):
            found = _look(case, person)
            for group in (case.about, "单数（不看）" if case.is_kept_back else "双数", "全部"):
                groups[group].append(found)
            if tell and not case.is_kept_back and found["place"] not in (1, 2, 3):
                wanted, got = "、".join(sorted(case.wanted)), "、".join(found["got"])
                print(f"{case.number:>4} {case.asked}｜要 {wanted}｜第 {found['place']}｜得 {got}")
        heads = [name, "个数", "第一", "前三", "前十", "段落对", "有段落"]
        telling.table(
            f"{name}（{asking.engine_name()}）", heads, [_row(*each) for each in groups.items()], as_json=as_json
        )


def _look(case, person):
    results = asking.answer(case.asked, person)
    got = asking.titles(results)
    place = next((number for number, title in enumerate(got, 1) if case.wants(title)), None)
    passages = [(each.shown.hit.title, MARKS.sub("", str(each.html))) for each in results.passages]
    is_said = any(case.wants(title) and case.is_said_in(html) for title, html in passages) if case.says else None
    return {"place": place, "got": got[:3], "is_said": is_said, "has_passages": bool(passages)}


def _row(group, found):
    places = [each["place"] for each in found]
    shares = [
        telling.share(sum(place is not None and place <= most for place in places), len(places)) for most in (1, 3, 10)
    ]
    said = [each["is_said"] for each in found if each["is_said"] is not None]
    return [
        group,
        len(found),
        *shares,
        telling.share(sum(said), len(said)),
        telling.share(sum(each["has_passages"] for each in found), len(found)),
    ]
