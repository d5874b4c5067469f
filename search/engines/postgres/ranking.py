"""The order of what was found: BM25 as SQLite's FTS5 has it, so that both put the same first.

How often a word stands in a text is known from its vectors, and those have to be read. So all are ordered by a guess
(in how many stretches it stands, and whether in the title), and of those that lead the vectors are read.
"""

from search.engines.postgres.vectors import pieces, question, some

K1, B, TITLE = 1.2, 0.75, 4  # as bm25(4, 1, 1)
READ = 200  # entries whose vectors are read
WEIGHTS = "'{0.25, 0.25, 0.25, 1}'"  # of D, C, B, A: a title four times the rest
COUNTED = (
    "e.id, e.kind, e.space_id, e.hospital_id, e.department_id, e.maintainer_id, e.updated_at,"
    " e.valid_until, e.binds_from, e.binds_until, e.has_file"
)


def best(ask, where, average):
    """Ids of entries that hold all words, and are seen, best first."""
    asked = [each for wanted in ask.wanted for each in _asked(wanted)]
    tables, params = [], []
    for i, (in_title, said) in enumerate(asked):
        if in_title:
            tables.append(f"h{i} AS MATERIALIZED (SELECT entry_id, {TITLE} AS times FROM search_title"
                          " WHERE title @@ %s::tsquery)")  # fmt: skip
            params.append(said)
            continue
        tables.append(f"""c{i} AS MATERIALIZED (SELECT entry_id, number FROM search_vector WHERE vector @@ %s::tsquery),
            h{i} AS MATERIALIZED (SELECT c.entry_id, COUNT(*) + {TITLE - 1} * COUNT(t.entry_id) AS times
            FROM c{i} c LEFT JOIN search_title t
              ON t.entry_id = c.entry_id AND c.number = 0 AND t.title @@ %s::tsquery GROUP BY c.entry_id)""")
        params += [said, said]
    numbers = range(len(asked))
    tables.append(f"""found AS MATERIALIZED (
        SELECT e.id, {K1} * ({1 - B} + {B} * e.length / {average + 1}) AS pad,
          {", ".join(f"h{i}.times AS times{i}" for i in numbers)}
        FROM h0 {" ".join(f"JOIN h{i} ON h{i}.entry_id = h0.entry_id" for i in numbers[1:])}
          JOIN search_searchentry e ON e.id = h0.entry_id
        WHERE {where})""")
    params += where.params
    telling = [_telling(i) if len(asked) > 1 else "1" for i in numbers]
    guess = " + ".join(f"{telling[i]} * f.times{i} / (f.times{i} + f.pad)" for i in numbers)
    tables.append(f"guessed AS MATERIALIZED (SELECT f.*, {guess} AS guess FROM found f)")
    tables.append(f"foremost AS MATERIALIZED (SELECT * FROM guessed ORDER BY guess DESC, id LIMIT {READ})")
    joins, worth = [], []
    for i, (in_title, said) in enumerate(asked):
        if in_title:
            worth.append(f"{telling[i]} * l.times{i} / (l.times{i} + l.pad)")
            continue
        tables.append(f"""s{i} AS MATERIALIZED (
            SELECT v.entry_id, SUM({TITLE} * ts_rank_cd({WEIGHTS}, v.vector, %s::tsquery)) AS times
            FROM foremost l JOIN c{i} c ON c.entry_id = l.id
              JOIN search_vector v ON v.entry_id = c.entry_id AND v.number = c.number GROUP BY v.entry_id)""")
        params.append(said)
        joins.append(f" JOIN s{i} ON s{i}.entry_id = l.id")
        worth.append(f"{telling[i]} * s{i}.times / (s{i}.times + l.pad)")
    tables.append(f"ranked AS (SELECT l.id, {' + '.join(worth)} AS worth FROM foremost l{''.join(joins)})")
    return (
        f"WITH {', '.join(tables)} SELECT g.id FROM guessed g LEFT JOIN ranked r ON r.id = g.id"
        " ORDER BY r.worth DESC NULLS LAST, g.guess DESC, g.id",
        params,
    )


def _asked(wanted):
    """(whether in the title, tsquery) of what must be found for one word."""
    in_title = wanted.field == "title"
    if len(wanted.phrases) == 1:
        return [(in_title, question([each])) for each in pieces(wanted.phrases[0])]
    return [(in_title, question(pieces(each)[0] for each in wanted.phrases))]


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
