"""Words brought and taken away as tables, and the librarian's screens."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from content.models import ContentPage
from search import words
from search.models import Exclusion, Pin, Synonym
from search.words import actions
from tests.search.conftest import write

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W34")]


@pytest.fixture
def librarian(client, cast):
    """The group's, signed in."""
    client.force_login(cast.xu_wenbo)
    return cast.xu_wenbo


def workbook(*rows):
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return SimpleUploadedFile("词.xlsx", file.getvalue())


def table(text, name="词.csv", encoding="utf-8"):
    return SimpleUploadedFile(name, text.encode(encoding))


def bring(client, cast, file):
    return client.post("/search/words/bring/", {"file": file, "unit": cast.group.uid})


def test_a_workbook_adds_its_words(client, cast, librarian):
    before = Synonym.objects.count()

    answer = bring(
        client, cast, workbook(["词", "方向", "也找这些"], ["甲病", "双向", "乙病、丙病"], ["甲药", None, "乙药"])
    )

    assert answer.status_code == 302
    assert Synonym.objects.count() == before + 2
    assert words.expansions("丙病", cast.lin_xiaoman) == ("甲病", "乙病")
    assert words.expansions("乙药", cast.lin_xiaoman) == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_so_does_a_csv_without_headings_in_the_encodings_of_offices(client, cast, librarian, encoding):
    bring(client, cast, table("甲病,双向,乙病\n甲药,单向,乙药\n", encoding=encoding))

    assert words.expansions("乙病", cast.lin_xiaoman) == ("甲病",)
    assert words.expansions("甲药", cast.lin_xiaoman) == ("乙药",)


def test_one_wrong_row_and_none_is_added_each_fault_told_by_its_row(client, cast, librarian):
    before = Synonym.objects.count()
    rows = [
        ["词", "方向", "也找这些"],
        ["甲病", "双向", "乙病"],
        ["x", "", "乙药"],
        ["甲药", "左右", "乙药"],
        ["丙", "", ""],
        ["丁药", "", "丁药"],
    ]

    answer = bring(client, cast, workbook(*rows))

    assert answer.status_code == 422
    assert [fault.row for fault in answer.context["faults"]] == [3, 4, 5, 6]
    assert "“单向”或“双向”" in answer.content.decode()
    assert Synonym.objects.count() == before


@pytest.mark.parametrize(
    "file",
    [table(""), table("\x00\x01"), SimpleUploadedFile("x.xlsx", b"PK\x03\x04 broken"), table("词,方向,也找这些\n"),
     table("甲病,双向,乙病\n" * 5_001), SimpleUploadedFile("old.xls", b"\xd0\xcf\x11\xe0" + b"0" * 99)],
)  # fmt: skip
def test_what_is_no_table_is_refused_in_words(client, cast, librarian, file):
    before = Synonym.objects.count()

    answer = bring(client, cast, file)

    assert answer.status_code == 422
    assert answer.context["refusal"] or answer.context["table"].errors
    assert Synonym.objects.count() == before


def test_bringing_the_same_again_changes_nothing_and_more_words_grow_it(client, cast, librarian):
    bring(client, cast, table("甲病,双向,乙病\n"))
    bring(client, cast, table("甲病,双向,乙病\n"))
    bring(client, cast, table("甲病,双向,乙病、丙病\n"))

    assert Synonym.objects.get(word="甲病").others == ["乙病", "丙病"]


def test_what_is_taken_away_can_be_brought_back(client, cast, librarian, space):
    (page,) = write(space, "危急值报告制度")
    actions.add_synonym(by=librarian, unit=cast.group, word="=甲病", others=["乙病"], is_two_way=True)
    Pin.objects.create(phrase="危急值", folded="危急值", about=ContentPage.objects.get(pk=page.pk))

    book = load_workbook(io.BytesIO(client.get("/search/words/table/").content))
    rows = list(csv.reader(client.get("/search/words/table/?format=csv").content.decode("utf-8-sig").splitlines()))

    assert book.sheetnames == ["同义词", "置顶", "排除"]
    synonyms = [row[:3] for row in book["同义词"].iter_rows(values_only=True)]
    assert ("=甲病", "双向", "乙病") in synonyms
    assert ("心梗", "双向", "心肌梗死、AMI") in synonyms
    assert [row[1] for row in book["置顶"].iter_rows(min_row=2, values_only=True)] == [None]  # not theirs to see
    assert [row[0] for row in rows if row[0].endswith("=甲病")] == ["'=甲病"]  # no formula
    taken = client.get("/search/words/table/").content
    for synonym in Synonym.objects.filter(word__in=["=甲病", "心梗"]):
        actions.withdraw(synonym, by=librarian)
    bring(client, cast, SimpleUploadedFile("x.xlsx", taken))
    assert words.expansions("乙病", cast.lin_xiaoman) == ("=甲病",)
    assert words.expansions("AMI", cast.lin_xiaoman) == ("心梗", "心肌梗死")


def test_words_are_added_changed_and_taken_back_on_the_screen(client, cast, librarian):
    client.post(
        "/search/words/synonyms/", {"word": "甲病", "is_two_way": "1", "others": "乙病，丙病", "unit": cast.group.uid}
    )
    synonym = Synonym.objects.get(word="甲病")
    assert (synonym.others, synonym.is_two_way, synonym.by) == (["乙病", "丙病"], True, librarian)

    client.post(f"/search/words/synonyms/{synonym.pk}/", {"word": "甲病", "is_two_way": "", "others": "丁病"})
    assert words.expansions("甲病", cast.lin_xiaoman) == ("丁病",)

    client.post(f"/search/words/synonym/{synonym.pk}/withdraw/")
    assert words.expansions("甲病", cast.lin_xiaoman) == ()
    assert "甲病" in client.get("/search/words/synonyms/?show=withdrawn").content.decode()

    client.post(f"/search/words/synonym/{synonym.pk}/restore/")
    assert words.expansions("甲病", cast.lin_xiaoman) == ("丁病",)


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("", "乙病"),
        ("甲", "乙病"),
        ("甲病", ""),
        ("甲病", "、、"),
        ("甲病", "甲病"),
        ("？！", "乙病"),
        ("甲" * 41, "乙病"),
        ("甲病", "乙" * 41),
    ],
)
def test_what_makes_no_synonym_is_said_beside_its_field(client, cast, librarian, word, others):
    answer = client.post("/search/words/synonyms/", {"word": word, "others": others, "unit": cast.group.uid})

    assert answer.status_code == 422
    assert answer.context["form"].errors


@pytest.mark.promise("W37")
def test_pages_are_pinned_and_left_out_on_the_screen_by_uid_or_address(client, cast, librarian):
    from tests.cast import make_space

    (page,) = write(make_space(cast.group, slug="group"), "危急值报告制度")
    unit = {"unit": cast.group.uid}
    client.post("/search/words/pins/", {"phrase": "危急值", "title": page.title, "uid": page.uid, **unit})
    client.post("/search/words/exclusions/", {"phrase": "胸痛", "title": page.get_absolute_url(), "uid": "", **unit})
    client.post("/search/words/unlisted/", {"phrase": "工资", **unit})

    assert [pk for _kind, pk in words.pinned("危急值", cast.lin_xiaoman)] == [page.pk]
    assert [pk for _kind, pk in words.excluded("胸痛", cast.lin_xiaoman)] == [page.pk]
    assert words.words_for(cast.lin_xiaoman).is_unlisted("工资条")
    for address in ("pins", "exclusions"):
        assert page.title in client.get(f"/search/words/{address}/").content.decode()

    pin = Pin.objects.get()
    client.post(f"/search/words/pins/{pin.pk}/", {"phrase": "危急值报告", "until": ""})
    client.post(f"/search/words/exclusion/{Exclusion.objects.exclude(about_id=None).get().pk}/withdraw/")
    assert [pk for _kind, pk in words.pinned("危急值报告", cast.lin_xiaoman)] == [page.pk]
    assert words.excluded("胸痛", cast.lin_xiaoman) == frozenset()


def test_a_day_that_is_past_is_no_day_to_pin_until(client, cast, librarian):
    answer = client.post(
        "/search/words/pins/", {"phrase": "危急值", "title": "x", "until": "2020-01-01", "unit": cast.group.uid}
    )

    assert "until" in answer.context["form"].errors


@pytest.mark.parametrize("count", [1, 25])
def test_the_list_costs_the_same_for_any_number_of_words(client, cast, librarian, count, django_assert_max_num_queries):
    Synonym.objects.all().delete()
    for number in range(count):
        actions.add_synonym(by=librarian, unit=cast.group, word=f"甲病{number}", others=["乙病"], is_two_way=False)
    client.get("/search/words/synonyms/")

    with django_assert_max_num_queries(16):
        client.get("/search/words/synonyms/")
