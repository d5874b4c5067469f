"""What every test of search needs: a space to write in, and an index that is up to date when somebody asks."""

import pytest

import search
from jobs.testing import run_due
from tests.cast import make_space
from wiki.models import Article


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu", title="青屿知识库")


@pytest.fixture
def ask():
    """The titles a person finds, after what is due is done."""

    def titles(text, user, **more):
        run_due()
        return [hit.hit.title for hit in search.query(text, user, **more).hits]

    return titles


def write(parent, *titles, **fields):
    return [parent.add_child(instance=Article(title=title, **fields)) for title in titles]
