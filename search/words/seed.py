"""Our own list of hospital words, there from the first day. What a librarian withdrew or changed stays so."""

from pathlib import Path

LIST = Path(__file__).with_name("seed.txt")


def pairs():
    """(word, others, whether two-way) of each line."""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        line = line.partition("#")[0].strip()
        if not line:
            continue
        sign = "=" if "=" in line else ">"
        word, *others = [part.strip() for part in line.replace("、", sign).split(sign)]
        yield word, others, sign == "="


def sow(model) -> int:
    """Add what the list has and the rows never had; returns how many. Migrations give their own model."""
    from search.words.folding import normal

    known = set(model.objects.exclude(seed=None).values_list("seed", flat=True))
    rows = [
        model(word=word, others=others, is_two_way=both, folded=normal(word), seed=f"{word}{'=' if both else '>'}")
        for word, others, both in pairs()
    ]
    return len(model.objects.bulk_create(row for row in rows if row.seed not in known))
