"""What a test sent to Elasticsearch goes when its database is rolled back."""

import pytest
from django.conf import settings

SERVER = settings.ELASTICSEARCH_URL


@pytest.fixture(autouse=bool(SERVER))
def nothing_stays_in_elasticsearch(monkeypatch):
    from search.engines.elastic import Elastic, keeping
    from search.engines.elastic.indices import ours

    take, was_used = keeping.Keeping.take, []

    def noting(self, *what, **more):
        was_used.append(True)
        return take(self, *what, **more)

    monkeypatch.setattr(keeping.Keeping, "take", noting)
    yield
    if was_used:
        with Elastic(SERVER).server.reached(patience=20) as client:
            everything = {"match_all": {}}
            client.delete_by_query(index=f"{ours()}*", query=everything, refresh=True, conflicts="proceed")
