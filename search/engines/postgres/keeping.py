"""The tables of the index, and how entries get into them."""

from contextlib import closing
from random import Random

from django.db import connections, transaction

from search.analysis import tokens
from search.analysis.sounds import pairs_of_initials, sounds
from search.engines.own import NEW, OwnEngine
from search.engines.postgres.vectors import vector, vectors

# Vectors lie beside their rows and are read only where a phrase has to be looked at. Without statistics the planner
# takes each question for a rare one and asks the index, where it would else read every vector there is.
MAKE = """
CREATE TABLE search_vector{new} (entry_id bigint, number integer, vector tsvector, PRIMARY KEY (entry_id, number));
ALTER TABLE search_vector{new} ALTER vector SET STORAGE EXTERNAL, ALTER vector SET STATISTICS 0;
CREATE TABLE search_title{new}
  (entry_id bigint PRIMARY KEY, length integer, title tsvector, syllables tsvector, initials tsvector);
ALTER TABLE search_title{new} ALTER title SET STATISTICS 0, ALTER syllables SET STATISTICS 0,
  ALTER initials SET STATISTICS 0;
"""
# Made when all is in: word by word an index of 20,000 long texts takes twenty minutes, at once it takes one.
INDEXED = (("search_vector", "vector"), *(("search_title", each) for each in ("title", "syllables", "initials")))
MEMORY = "256MB"  # for making one
HALF_MADE = """SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE NOT i.indisvalid AND i.indrelid::regclass::text = ANY(%s)"""
IS_THERE = "SELECT 1 FROM pg_indexes WHERE tablename = %s AND indexdef LIKE %s"
SAMPLE = 1_000  # entries in which words are counted
COMMON = 500  # entries; what stands in fewer is counted when somebody asks


def _index(table, column, how=""):
    return f"CREATE INDEX {how} ON {table} USING gin ({column}) WITH (fastupdate = off)"


class Keeping(OwnEngine):
    """What only the index knows of: three tables that no model describes."""

    # Tables

    def make_tables(self):
        self._run(MAKE.format(new=""))
        for table, column in INDEXED:
            self._run(_index(table, column))
        self._run("CREATE TABLE search_df (word text PRIMARY KEY, ndoc integer)")

    def drop_tables(self):
        self._run("DROP TABLE IF EXISTS search_vector, search_title, search_df")

    # Entries

    def put(self, entry, texts, old=None, *, anew=False):
        with transaction.atomic(self.alias):
            if old is not None:
                self.drop(entry, old, anew=anew)
            self._add(self.cut([(entry, texts)]), NEW if anew else "")

    def drop(self, entry, old, *, anew=False):
        for table in ("search_vector", "search_title"):
            self._run(f"DELETE FROM {table}{NEW if anew else ''} WHERE entry_id = %s", [entry.pk])

    def known(self):
        """Ids of all entries the index holds."""
        return {pk for (pk,) in self._rows("SELECT entry_id FROM search_title", [])}

    def cut(self, many):
        places, titles = [], []
        for entry, texts in many:
            words = [tokens(each) for each in (entry.title, "".join(texts), entry.extra)]
            places += [(entry.pk, number, each) for number, each in enumerate(vectors(*words))]
            said = words[0], sounds(entry.title), pairs_of_initials(entry.title)
            titles.append((entry.pk, sum(map(len, words)), *map(vector, said)))
        return {"search_vector": places, "search_title": titles}

    def _add(self, rows, new=""):
        with closing(connections[self.alias].cursor()) as cursor:
            for table, some in rows.items():
                with cursor.copy(f"COPY {table}{new} FROM STDIN") as copy:
                    for row in some:
                        copy.write_row(row)

    # Making anew, beside the index that answers

    def begin_anew(self):
        self.forget_anew()
        self._run(MAKE.format(new=NEW))

    def put_anew(self, rows):
        self._add(rows, NEW)

    def finish_anew(self):
        """Its indexes, while others go on writing into it; what a stopped try left half made is made again."""
        how = "" if connections[self.alias].in_atomic_block else "CONCURRENTLY"
        for (name,) in self._rows(HALF_MADE, [[f"{table}{NEW}" for table, _ in INDEXED]]):
            self._run(f'DROP INDEX {how} "{name}"')
        self._run(f"SET maintenance_work_mem = '{MEMORY}'")
        for table, column in INDEXED:
            if not self._rows(IS_THERE, [f"{table}{NEW}", f"%({column})%"]):
                self._run(_index(table + NEW, column, how))
        self._run("RESET maintenance_work_mem")

    def swap(self):
        """The new index answers from this transaction on."""
        self._run("DROP TABLE search_vector, search_title")
        for name in ("search_vector", "search_title"):
            self._run(f"ALTER TABLE {name}{NEW} RENAME TO {name}")

    def forget_anew(self):
        self._run(f"DROP TABLE IF EXISTS search_vector{NEW}, search_title{NEW}")

    # Common words

    def count_words(self):
        """Keep in how many entries the common words stand, estimated from some; a few seconds, once a night."""
        from search.models import SearchEntry, SearchPart

        pks = list(SearchEntry.objects.exclude(analysed_by=0).order_by("pk").values_list("pk", flat=True))
        chosen, numbers = Random(len(pks)).sample(pks, min(SAMPLE, len(pks))), {}
        for pk in chosen:
            texts = SearchPart.objects.filter(entry=pk).values_list("text", flat=True)
            for word in {word for text in texts for word in tokens(text)}:
                numbers[word] = numbers.get(word, 0) + 1
        times = len(pks) / max(len(chosen), 1)
        rows = [(word, round(number * times)) for word, number in numbers.items() if number * times >= COMMON]
        with transaction.atomic(self.alias), closing(connections[self.alias].cursor()) as cursor:
            cursor.execute("DELETE FROM search_df")
            with cursor.copy("COPY search_df FROM STDIN") as kept:
                for row in rows:
                    kept.write_row(row)
