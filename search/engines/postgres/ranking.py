"""The order of what was found: BM25 as SQLite's FTS5 has it, so that both put the same first.

How often a word stands in a text is known from its vectors, and those have to be read. So all are ordered by a guess
(in how many stretches it stands, and whether in the title), and of those that lead the vectors are read.
"""

from search.engines.postgres import matching
from search.engines.postgres.vectors import some
from search.engines.sql import COUNTED

K1, B, TITLE = 1.2, 0.75, 4  # as bm25(4, 1, 1)
READ = 1_200  # vectors that are read
BEST = "worth DESC NULLS LAST, guess DESC, id"
WEIGHTS = "'{0.25, 0.00001, 0.25, 1}'"  # of D, C, B, A: a title four times the rest, what two stretches share once


def tables(many, where, meets, average, size):
    """(SQL of h0, …, guessed, foremost, parameters) of entries that are seen and may hold all of it.

    `guessed`: each with its guess; `foremost`: those of them that lead, of which vectors are read. Only what `meets`
    the filters may lead.
    """
    tables, params = matching.tables(many)
    tables.append(f"told AS MATERIALIZED (SELECT {_telling(len(many), size)})")
    read = _read(many)
    times = [
        f"cardinality(h{i}.numbers) + {TITLE - 1} * (st.title @@ %s::tsquery)::int" if i in read else f"{TITLE}"
        for i in range(len(many))
    ]
    pad = f"({K1} * ({1 - B} + {B} * st.length / {average + 1}))::float8"
    tables.append(
        f"found AS MATERIALIZED (SELECT {COUNTED}, {pad} AS pad, "
        + ", ".join(f"{said} AS times{i}, h{i}.numbers AS numbers{i}" for i, said in enumerate(times))
        + f", {meets} AS meets"
        + f" FROM search_searchentry e JOIN search_title st ON st.entry_id = e.id{matching.joined(many)}"
        + f" WHERE {where})"
    )
    params += [*(many[i].asked for i in read), *meets.params, *where.params]

    guess = _sum(many, "times{0} / (times{0} + pad)")
    size = " + ".join(f"cardinality(numbers{i})" for i in read) or "1"
    tables.append(f"guessed AS MATERIALIZED (SELECT *, {guess} AS guess, {size} AS size FROM found)")
    leading = f"SELECT * FROM guessed WHERE meets ORDER BY guess DESC, id LIMIT {READ}"
    lined = f"SELECT *, SUM(size) OVER (ORDER BY guess DESC, id) AS read FROM ({leading}) ahead"
    counted = "".join(f", {_counted(i) if i in read else f'times{i}'} AS counted{i}" for i in range(len(many)))
    tables.append(f"foremost AS MATERIALIZED (SELECT *{counted} FROM ({lined}) l WHERE read - size < {READ})")
    return tables, [*params, *(many[i].asked for i in read)]


def listed(many, columns, *, look_at_all=True):
    """(SQL, parameters) of columns, guess and worth of those that hold it; worth is NULL of those behind.

    Those that lead are sure to hold it; those behind when `look_at_all`. The order does not depend on that.
    """
    held = " AND ".join(f"counted{i} > 0" for i in range(len(many)))
    worth = _sum(many, "GREATEST(counted{0}, 1) / (GREATEST(counted{0}, 1) + pad)")
    behind, params = ["l.id NOT IN (SELECT id FROM foremost)"], []
    for i, each in enumerate(many):
        if look_at_all and not each.is_exact:
            sql, param = matching.stands("l.id", f"l.numbers{i}", each)
            behind.append(sql)
            params.append(param)
    return (
        f"SELECT {columns}, guess, {worth} AS worth FROM foremost WHERE {held}"
        f" UNION ALL SELECT {columns}, guess, NULL FROM guessed l WHERE {' AND '.join(behind)}",
        params,
    )


def _read(many):
    """Which of them vectors are read for."""
    return [i for i, held in enumerate(many) if not held.in_title]


def _sum(many, share):
    """Of what each word tells, as often as it stands there."""
    return " + ".join(f"(SELECT telling{i} FROM told) * {share.format(i)}" for i in range(len(many)))


def _counted(i):
    """How often it really stands in an entry, four times for the title; a subquery, so that rows come by their key."""
    return (
        f"(SELECT {TITLE} * SUM((SELECT ts_rank_cd({WEIGHTS}, v.vector, %s::tsquery) FROM search_vector v"
        f" WHERE v.entry_id = l.id AND v.number = n)) FROM unnest(l.numbers{i}) n)"
    )


def _telling(number, size):
    """How much each word tells: the rarer, the more. One alone tells all there is."""
    held = [f"(SELECT COUNT(*) FROM h{i})" for i in range(number)]
    told = [f"GREATEST(LN(({size} - LEAST({each}, {size}) + 0.5) / ({each} + 0.5)), 0.000001)" for each in held]
    return ", ".join(f"({each if number > 1 else 1})::float8 AS telling{i}" for i, each in enumerate(told))


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
