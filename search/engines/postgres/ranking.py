"""The order of what was found: BM25 as SQLite's FTS5 has it, so that both put the same first.

How often a word stands in a text is known from its vectors, and those have to be read. So all are ordered by a guess
(in how many stretches it stands, and whether in the title), and of those that lead the vectors are read.
"""

from search.engines.postgres import matching
from search.engines.postgres.vectors import some

K1, B, TITLE = 1.2, 0.75, 4  # as bm25(4, 1, 1)
READ = 1_200  # vectors that are read
WEIGHTS = "'{0.25, 0.00001, 0.25, 1}'"  # of D, C, B, A: a title four times the rest, what two stretches share once


def best(many, where, average, *, look_at_all):
    """(id, whether it comes behind those that lead) of entries that hold all of it and are seen, best first.

    Those that lead are sure to hold it; those behind when `look_at_all`. The order does not depend on that.
    """
    tables, params = matching.tables(many)
    numbers = range(len(many))
    read = [i for i in numbers if not many[i].in_title]
    times = [
        f"cardinality(h{i}.numbers) + {TITLE - 1} * (st.title @@ %s::tsquery)::int" if i in read else f"{TITLE}"
        for i in numbers
    ]
    tables.append(
        f"found AS MATERIALIZED (SELECT e.id, {K1} * ({1 - B} + {B} * st.length / {average + 1}) AS pad, "
        + ", ".join(f"{said} AS times{i}, h{i}.numbers AS numbers{i}" for i, said in enumerate(times))
        + f" FROM search_searchentry e JOIN search_title st ON st.entry_id = e.id{matching.joined(many)}"
        + f" WHERE {where})"
    )
    params += [*(many[i].asked for i in read), *where.params]

    telling = [_telling(i) if len(many) > 1 else "1" for i in numbers]
    guess = " + ".join(f"{telling[i]} * times{i} / (times{i} + pad)" for i in numbers)
    size = " + ".join(f"cardinality(numbers{i})" for i in read) or "1"
    tables.append(f"guessed AS MATERIALIZED (SELECT *, {guess} AS guess, {size} AS size FROM found)")
    tables.append("lined AS MATERIALIZED (SELECT *, SUM(size) OVER (ORDER BY guess DESC, id) AS read FROM guessed)")

    counted = ", ".join(f"{_counted(i) if i in read else f'times{i}'} AS counted{i}" for i in numbers)
    tables.append(
        f"foremost AS MATERIALIZED (SELECT id, pad, guess, {counted} FROM lined l WHERE read - size < {READ})"
    )
    params += [many[i].asked for i in read]

    behind = [f"read - size >= {READ}"]
    for i in read if look_at_all else ():
        sql, param = matching.stands("l.id", f"l.numbers{i}", many[i])
        behind.append(sql)
        params.append(param)
    worth = " + ".join(f"{telling[i]} * GREATEST(counted{i}, 1) / (GREATEST(counted{i}, 1) + pad)" for i in numbers)
    return (
        f"WITH {', '.join(tables)} SELECT id, worth IS NULL FROM (SELECT id, guess, {worth} AS worth FROM foremost"
        f" WHERE {' AND '.join(f'counted{i} > 0' for i in numbers)}"
        f" UNION ALL SELECT id, guess, NULL FROM lined l WHERE {' AND '.join(behind)}) listed"
        " ORDER BY worth DESC NULLS LAST, guess DESC, id",
        params,
    )


def _counted(i):
    """How often it really stands in an entry, four times for the title; a subquery, so that rows come by their key."""
    return (
        f"(SELECT {TITLE} * SUM((SELECT ts_rank_cd({WEIGHTS}, v.vector, %s::tsquery) FROM search_vector v"
        f" WHERE v.entry_id = l.id AND v.number = n)) FROM unnest(l.numbers{i}) n)"
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
          JOIN search_title st ON st.entry_id = l.entry_id
        WHERE {where} GROUP BY e.id
        ORDER BY SUM(l.said * telling.worth * l.times
          / (l.times + {K1} * ({1 - B} + {B} * st.length / {average + 1}))) DESC, e.id""",
        [*params, *where.params],
    )
