"""The order of what was found: BM25 as SQLite's FTS5 has it, so that both put the same first.

How often a word stands in a text is known from its vectors, and those have to be read. So all are ordered by a guess
(in how many stretches it stands, and whether in the title), and of those that lead the vectors are read.
"""

from search.engines.postgres import matching
from search.engines.postgres.vectors import some

K1, B, TITLE = 1.2, 0.75, 4  # as bm25(4, 1, 1)
READ = 200  # entries whose vectors are read
WEIGHTS = "'{0.25, 0.25, 0.25, 1}'"  # of D, C, B, A: a title four times the rest


def best(many, where, average):
    """Ids of entries that hold all of it, and are seen, best first."""
    tables, params = matching.tables(many)
    numbers = range(len(many))
    titles = [i for i in numbers if not many[i].in_title]
    for i in titles:
        tables.append(f"t{i} AS MATERIALIZED (SELECT entry_id FROM search_title WHERE title @@ %s::tsquery)")
        params.append(many[i].asked)
    times = [
        f"cardinality(h{i}.numbers) + {TITLE - 1} * num_nonnulls(t{i}.entry_id)" if i in titles else f"{TITLE}"
        for i in numbers
    ]
    tables.append(
        f"found AS MATERIALIZED (SELECT e.id, {K1} * ({1 - B} + {B} * e.length / {average + 1}) AS pad, "
        + ", ".join(f"{said} AS times{i}, h{i}.numbers AS numbers{i}" for i, said in enumerate(times))
        + f" FROM search_searchentry e{matching.joined(many)}"
        + "".join(f" LEFT JOIN t{i} ON t{i}.entry_id = e.id" for i in titles)
        + f" WHERE {where})"
    )
    params += where.params
    telling = [_telling(i) if len(many) > 1 else "1" for i in numbers]
    guess = " + ".join(f"{telling[i]} * f.times{i} / (f.times{i} + f.pad)" for i in numbers)
    tables.append(f"guessed AS MATERIALIZED (SELECT f.*, {guess} AS guess FROM found f)")
    tables.append(f"foremost AS MATERIALIZED (SELECT * FROM guessed ORDER BY guess DESC, id LIMIT {READ})")
    worth = []
    for i, held in enumerate(many):
        said = f"l.times{i}"
        if not held.in_title:
            said = f"s{i}.times"
            tables.append(_read(i))
            params.append(held.asked)
        worth.append(f"{telling[i]} * {said} / ({said} + l.pad)")
    joins = "".join(f" JOIN s{i} ON s{i}.id = l.id" for i in titles)
    tables.append(f"ranked AS (SELECT l.id, {' + '.join(worth)} AS worth FROM foremost l{joins})")
    return (
        f"WITH {', '.join(tables)} SELECT g.id FROM guessed g LEFT JOIN ranked r ON r.id = g.id"
        " ORDER BY r.worth DESC NULLS LAST, g.guess DESC, g.id",
        params,
    )


def _read(i):
    """How often it really stands in those that lead, of a title four times."""
    return (
        f"s{i} AS MATERIALIZED (SELECT l.id, SUM({TITLE} * ts_rank_cd({WEIGHTS}, v.vector, %s::tsquery)) AS times"
        f" FROM foremost l JOIN search_vector v ON v.entry_id = l.id AND v.number = ANY (l.numbers{i}) GROUP BY l.id)"
    )


def _telling(i):
    """How much a word tells: the rarer, the more. A subquery, worked out once."""
    return (
        f"(SELECT GREATEST(LN((s.size - h.held + 0.5) / (h.held + 0.5)), 0.000001) FROM (SELECT COUNT(*) AS held"
        f" FROM h{i}) h, (SELECT COUNT(*) AS size FROM search_searchentry WHERE analysed_by > 0) s)"
    )


def partly(words, where, average, size, *, in_title):
    """Ids of entries that hold some of the words. No vector is read: a stretch counts as one time."""
    times = {}
    for word in words:
        times[word] = times.get(word, 0) + 1
    lookups, params = [], []
    for i, (word, number) in enumerate(times.items()):
        if not in_title:
            lookups.append(f"SELECT {i} AS word, {number} AS said, entry_id, COUNT(*) AS times FROM search_vector"
                           " WHERE vector @@ %s::tsquery GROUP BY entry_id")  # fmt: skip
            params.append(some([word]))
        more = TITLE if in_title else TITLE - 1
        lookups.append(f"SELECT {i}, {number}, entry_id, {more} FROM search_title WHERE title @@ %s::tsquery")
        params.append(some([word]))
    return (
        f"""WITH looked (word, said, entry_id, times) AS MATERIALIZED ({" UNION ALL ".join(lookups)}),
        telling AS MATERIALIZED (SELECT word, GREATEST(LN(({size} - LEAST(COUNT(DISTINCT entry_id), {size}) + 0.5)
          / (COUNT(DISTINCT entry_id) + 0.5)), 0.000001) AS worth FROM looked GROUP BY word)
        SELECT e.id FROM (SELECT entry_id, word, MAX(said) AS said, SUM(times) AS times FROM looked
          GROUP BY entry_id, word) l JOIN telling USING (word) JOIN search_searchentry e ON e.id = l.entry_id
        WHERE {where} GROUP BY e.id
        ORDER BY SUM(l.said * telling.worth * l.times
          / (l.times + {K1} * ({1 - B} + {B} * e.length / {average + 1}))) DESC, e.id""",
        [*params, *where.params],
    )
