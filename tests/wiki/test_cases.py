"""病例库: structured fields, filters by them, and counts of what one may read."""

import re

import pytest

from access import audiences
from content.actions import publishing, writing
from content.actions.writing import Text
from tests.cast import make_space

pytestmark = pytest.mark.django_db


def add(space, by, title, **values):
    values = {"diagnosis": "高钾血症", "icd10": "E87.5", "age_band": "old", "outcome": "cured", **values}
    made = writing.create(space, "case", by=by, text=Text(title, "经过。", values=values))
    return publishing.publish(made, by=by)


@pytest.fixture
def cases(cast):
    """Three cases everybody in 青屿医院 reads, and one of the ward alone."""
    space = make_space(cast.qingyu, slug="cases")
    add(space, cast.zhou_yaning, "透析后抽搐", department=cast.cardiology.pk, teaching_points="先看心电图\n再问透析")
    add(space, cast.zhou_yaning, "胸痛两小时", diagnosis="急性心肌梗死", icd10="I21.0", outcome="died")
    add(space, cast.zhou_yaning, "儿童高热", diagnosis="热射病", icd10="T67.0", age_band="child", outcome="improved")
    closed = make_space(cast.ward, slug="ward", readers=[audiences.person(cast.zhou_yaning)])
    add(closed, cast.zhou_yaning, "病区内部病例", icd10="E87.6", outcome="died")


def found(client, person, query=""):
    client.force_login(person)
    page = client.get(f"/cases/{query}").content.decode()
    titles = ("透析后抽搐", "胸痛两小时", "儿童高热", "病区内部病例")
    return {title for title in titles if title in page}, page


def counts(page, name):
    """{value: count} of one facet as the page shows it."""
    boxes = re.findall(rf'name="{name}" value="([^"]*)".*?<em[^>]*>(\d+)</em>', page, re.S)
    return {value: int(count) for value, count in boxes}


@pytest.mark.promise("W47")
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", {"透析后抽搐", "胸痛两小时", "儿童高热"}),
        ("?chapter=E", {"透析后抽搐"}),
        ("?chapter=E&chapter=I", {"透析后抽搐", "胸痛两小时"}),
        ("?age=child", {"儿童高热"}),
        ("?outcome=died", {"胸痛两小时"}),
        ("?department=心血管内科", {"透析后抽搐"}),
        ("?outcome=died&age=child", set()),
        ("?q=心肌梗死", {"胸痛两小时"}),
        ("?q=T67", {"儿童高热"}),
        ("?chapter=X", set()),
    ],
)
def test_cases_are_filtered_by_their_fields(client, cast, cases, query, titles):
    assert found(client, cast.lin_xiaoman, query)[0] == titles


@pytest.mark.promise("W47", "W4", "W31")
def test_counts_are_those_of_what_one_may_read(client, cast, cases):
    _, nurses = found(client, cast.lin_xiaoman)
    _, writers = found(client, cast.zhou_yaning)

    assert counts(nurses, "outcome") == {"cured": 1, "died": 1, "improved": 1}
    assert counts(writers, "outcome") == {"cured": 1, "died": 2, "improved": 1}
    assert found(client, cast.zhao_jingxing)[0] == set()
    assert counts(found(client, cast.zhao_jingxing)[1], "outcome") == {}


@pytest.mark.promise("W47")
def test_a_facet_counts_within_the_choice_of_the_others(client, cast, cases):
    _, page = found(client, cast.lin_xiaoman, "?outcome=died")

    assert counts(page, "chapter") == {"I": 1}
    assert counts(page, "outcome") == {"cured": 1, "died": 1, "improved": 1}


@pytest.mark.promise("W47")
def test_a_case_shows_its_fields(client, cast, cases):
    client.force_login(cast.lin_xiaoman)
    address = re.search(r'href="(/wiki/[^"]*)"[^>]*>[^<]*透析后抽搐', client.get("/cases/").content.decode())[1]

    page = client.get(address).content.decode()

    for words in ("高钾血症", "E87.5", "心血管内科", "65 岁及以上", "治愈", "先看心电图", "再问透析"):
        assert words in page, words


@pytest.mark.promise("W47")
@pytest.mark.parametrize("code", ("心梗", "E8", "187.5", "E87.55555"))
def test_a_code_that_is_none_is_refused_in_words(client, cast, code):
    space = make_space(cast.qingyu, slug="cases")
    client.force_login(cast.zhou_yaning)

    answer = client.post(
        f"/spaces/{space.slug}/new/?kind=case",
        {"title": "x", "body": "y", "value_diagnosis": "高钾", "value_icd10": code, "value_difficulty": "basic"},
    )

    assert answer.status_code == 422
    assert "编码的样子是" in answer.content.decode()
