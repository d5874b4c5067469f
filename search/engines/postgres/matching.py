"""Which entries hold a word.

The index knows in which stretches all tokens of a phrase stand, not whether they follow each other; for that vectors
have to be read, and reading is what costs. So it is looked up only for entries the person may see, and only until
one stretch has the phrase.
"""

from dataclasses import dataclass

from search.engines.postgres.vectors import lexemes, pieces, question


@dataclass(frozen=True)
class Held:
    """What must stand in the title or in some stretch of the text."""

    phrases: tuple
    in_title: bool = False

    @property
    def asked(self):
        return question(self.phrases)

    @property
    def is_exact(self):
        """Whether the index alone can tell."""
        return self.in_title or all(len(each.tokens) == 1 for each in self.phrases)


def helds(many) -> list[Held]:
    """Of wanted words; very long phrases in pieces, all of which must be there."""
    found = []
    for wanted in many:
        in_title = wanted.field == "title"
        if len(wanted.phrases) == 1:
            found += [Held((each,), in_title) for each in pieces(wanted.phrases[0])]
        else:
            found.append(Held(tuple(pieces(each)[0] for each in wanted.phrases), in_title))
    return found


def tables(many):
    """(SQL of h0, h1, …, parameters): entries that may hold it, and in which stretches."""
    found, params = [], []
    for i, held in enumerate(many):
        if held.in_title:
            rows = "SELECT entry_id, '{0}'::integer[] AS numbers FROM search_title WHERE title @@ %s::tsquery"
            params.append(held.asked)
        else:
            rows = (
                "SELECT entry_id, array_agg(number) AS numbers FROM search_vector WHERE vector @@ %s::tsquery"
                " GROUP BY entry_id"
            )
            params.append(lexemes(held.phrases))
        found.append(f"h{i} AS MATERIALIZED ({rows})")
    return found, params


def joined(many) -> str:
    """To the entries `e` whoever may hold it all."""
    return "".join(f" JOIN h{i} ON h{i}.entry_id = e.id" for i in range(len(many)))


def stands(entry, numbers, held):
    """(SQL, parameter): that it really stands in one of these stretches of an entry.

    Row by row by its key: no other plan reads fewer vectors.
    """
    return (
        f"(SELECT TRUE FROM unnest({numbers}) n WHERE (SELECT v.vector @@ %s::tsquery FROM search_vector v"
        f" WHERE v.entry_id = {entry} AND v.number = n) LIMIT 1)",
        held.asked,
    )


def without(where, unwanted):
    """Add that none of these words stands there."""
    for wanted in unwanted:
        table, column = ("search_title", "title") if wanted.field == "title" else ("search_vector", "vector")
        asked = [held.asked for held in helds([wanted])]
        rows = [f"SELECT entry_id FROM {table} WHERE {column} @@ %s::tsquery"] * len(asked)
        where.add(f"e.id NOT IN ({' INTERSECT '.join(rows)})", *asked)
