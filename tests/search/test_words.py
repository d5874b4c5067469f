"""What librarians keep about words: in force with the next search, by whom, taken back."""

import pytest

from access import audiences
from audit.models import Decision
from content.models import ContentPage
from org.choices import RoleKind
from org.models import Role
from search import words
from search.models import Synonym
from search.words import actions, seed
from search.words.errors import SaidAlready
from tests.cast import LONG_AGO, make_space
from ui.days import today
from wiki.models import Article

pytestmark = pytest.mark.django_db


@pytest.fixture
def librarian(cast):
    """Of the group."""
    return cast.xu_wenbo


@pytest.fixture
def of_the_hospital(cast):
    Role.objects.create(person=cast.han_yuan, kind=RoleKind.LIBRARIAN, unit=cast.qingyu, starts_on=LONG_AGO)
    cast.han_yuan.refresh_from_db()
    return cast.han_yuan


@pytest.fixture
def say(cast, librarian):
    """say("搬床", "床位调配"): one-way for the group, unless said otherwise."""

    def said(word, *others, both=False, by=librarian, unit=cast.group):
        return actions.add_synonym(by=by, unit=unit, word=word, others=list(others), is_two_way=both)

    return said


def titled(space, *titles, **fields):
    return [space.add_child(instance=Article(title=title, **fields)) for title in titles]


# -- synonyms --------------------------------------------------------------------------------------
@pytest.mark.promise("W34")
def test_a_one_way_word_finds_the_other_and_not_the_other_way(cast, say):
    say("诺迪康宁", "甲胺平")

    assert words.expansions("诺迪康宁", cast.lin_xiaoman) == ("甲胺平",)
    assert words.expansions("甲胺平", cast.lin_xiaoman) == ()


@pytest.mark.promise("W34")
def test_of_a_two_way_group_each_finds_all_the_others(cast, say):
    say("甲病", "乙病", "ＪＹＺ", both=True)

    assert words.expansions("甲病", cast.lin_xiaoman) == ("乙病", "jyz")
    assert words.expansions("JYZ", cast.lin_xiaoman) == ("甲病", "乙病")


def test_chains_are_not_followed(cast, say):
    say("甲病", "乙病")
    say("乙病", "丙病")

    assert words.expansions("甲病", cast.lin_xiaoman) == ("乙病",)


def test_traditional_full_width_and_capital_letters_are_the_same_word(cast, say):
    say("甲状旁减", "甲旁减")

    assert words.expansions("甲狀旁減", cast.lin_xiaoman) == ("甲旁减",)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("心梗急救", ("心肌梗死急救", "ami急救")),
        ("急性心梗 溶栓", ("急性心肌梗死 溶栓", "急性ami 溶栓")),
        ("PE的处理", ("肺栓塞的处理",)),
        ("dm饮食", ("糖尿病饮食",)),
        ("PEEP", ()),  # PE is no word in it
        ("dm2", ()),
        ("心肌梗死 心梗", ("心肌梗死 ami",)),  # what stands there already is not put there twice
    ],
)
@pytest.mark.promise("W34")
def test_words_within_a_longer_run_count_letters_only_whole(cast, typed, found):
    assert set(found) <= set(words.expansions(typed, cast.lin_xiaoman))
    if not found:
        assert words.expansions(typed, cast.lin_xiaoman) == ()


def test_the_longest_word_within_a_run_counts(cast, say):
    say("甲乙丙", "长词")
    say("乙丙", "短词")

    assert words.expansions("看甲乙丙吗", cast.lin_xiaoman) == ("看长词吗",)


@pytest.mark.promise("W34")
def test_a_word_of_one_hospital_holds_for_its_people_alone(cast, say, of_the_hospital):
    say("小白楼", "行政楼", by=of_the_hospital, unit=cast.qingyu)

    assert words.expansions("小白楼", cast.lin_xiaoman) == ("行政楼",)
    assert words.expansions("小白楼", cast.zhao_jingxing) == ()
    assert words.expansions("小白楼") == ()


@pytest.mark.promise("W34")
def test_what_is_changed_or_taken_back_holds_with_the_next_search(cast, librarian, say):
    synonym = say("甲病", "乙病")
    assert words.expansions("甲病", cast.lin_xiaoman) == ("乙病",)

    actions.change_synonym(synonym, by=librarian, word="甲病", others=["丙病"], is_two_way=False)
    assert words.expansions("甲病", cast.lin_xiaoman) == ("丙病",)

    actions.withdraw(synonym, by=librarian)
    assert words.expansions("甲病", cast.lin_xiaoman) == ()

    actions.restore(synonym, by=librarian)
    assert words.expansions("甲病", cast.lin_xiaoman) == ("丙病",)
    verbs = ["synonym.added", "synonym.changed", "synonym.withdrawn", "synonym.restored"]
    assert list(Decision.objects.order_by("pk").values_list("verb", flat=True)) == verbs
    assert {each.by for each in Decision.objects.all()} == {librarian}


def test_unchanged_words_cost_one_small_query(cast, django_assert_num_queries):
    words.expansions("心梗", cast.lin_xiaoman)
    cast.lin_xiaoman.versions_of_request = (cast.lin_xiaoman.access_version, 0)
    words.expansions("心梗", cast.lin_xiaoman)

    with django_assert_num_queries(1):
        known = words.words_for(cast.lin_xiaoman)
        for typed in ("心梗", "心梗急救", "没有的词", "x" * 500):
            known.expansions(typed)


def test_the_same_cannot_be_said_twice(cast, librarian, say):
    first = say("甲病", "乙病")
    with pytest.raises(SaidAlready):
        say("甲 病".replace(" ", ""), "丙病")

    actions.withdraw(first, by=librarian)
    say("甲病", "丙病")
    with pytest.raises(SaidAlready):
        actions.restore(first, by=librarian)


@pytest.mark.parametrize("who", ["lin_xiaoman", "lu_zhixing", "zhao_jingxing"])
def test_only_librarians_keep_words(client, cast, say, who):
    synonym = say("甲病", "乙病")
    person = getattr(cast, who)
    client.force_login(person)

    for address in ("/search/words/", "/search/words/synonyms/", "/search/words/pins/", "/search/words/table/"):
        assert client.get(address).status_code == 404
    assert client.post(f"/search/words/synonym/{synonym.pk}/withdraw/").status_code == 404
    assert Synonym.objects.get(pk=synonym.pk).withdrawn_at is None


def test_a_librarian_of_a_department_keeps_no_words(client, cast):
    Role.objects.create(person=cast.shen_zhixia, kind=RoleKind.LIBRARIAN, unit=cast.emergency, starts_on=LONG_AGO)
    client.force_login(cast.shen_zhixia)

    assert client.get("/search/words/").status_code == 404
    assert "/search/words/" not in client.get("/recent/").content.decode()
    client.force_login(cast.xu_wenbo)
    assert "/search/words/" in client.get("/recent/").content.decode()


def test_a_hospitals_librarian_sees_the_words_of_the_group_and_leaves_them(client, cast, say, of_the_hospital):
    group, own = say("甲病", "乙病"), say("小白楼", "行政楼", by=of_the_hospital, unit=cast.qingyu)
    client.force_login(of_the_hospital)

    page = client.get("/search/words/synonyms/?q=甲病").content.decode()

    assert "乙病" in page
    assert client.get(f"/search/words/synonyms/{group.pk}/").status_code == 404
    assert client.post(f"/search/words/synonym/{group.pk}/withdraw/").status_code == 404
    assert client.get(f"/search/words/synonyms/{own.pk}/").status_code == 200


# -- our own list ----------------------------------------------------------------------------------
def test_our_own_list_is_there_from_the_start_and_is_right_in_form():
    listed = list(seed.pairs())
    keys = [(word, both) for word, _others, both in listed]

    assert len(listed) > 400
    assert Synonym.objects.exclude(seed=None).count() == len(listed)
    assert len(set(keys)) == len(keys)
    assert all(2 <= len(word) <= 40 for word, others, _both in listed for word in (word, *others))
    assert all(words.normal(word) not in map(words.normal, others) for word, others, _both in listed)


@pytest.mark.promise("W34")
@pytest.mark.parametrize(
    ("typed", "also"),
    [
        ("心梗", "心肌梗死"),
        ("AMI", "心梗"),
        ("pct", "降钙素原"),
        ("拜新同", "硝苯地平"),
        ("医保办", "医保办公室"),
        ("院感", "医院感染"),
    ],
)
def test_common_words_of_a_hospital_are_known(cast, typed, also):
    assert also in words.expansions(typed, cast.lin_xiaoman)


@pytest.mark.parametrize(("typed", "never"), [("高血糖", "糖尿病"), ("硝苯地平", "拜新同"), ("拔管", "拔牙")])
def test_what_is_not_the_same_is_not_equated(cast, typed, never):
    assert never not in words.expansions(typed, cast.lin_xiaoman)


def test_sowing_again_brings_nothing_back_that_was_withdrawn_or_changed(cast, librarian):
    first, second = Synonym.objects.get(seed="心梗="), Synonym.objects.get(seed="拜新同>")
    actions.withdraw(first, by=librarian)
    actions.change_synonym(second, by=librarian, word="拜新同", others=["硝苯地平控释片"], is_two_way=False)
    Synonym.objects.filter(seed="可达龙>").delete()

    assert seed.sow(Synonym) == 1

    assert words.expansions("心梗", cast.lin_xiaoman) == ()
    assert words.expansions("拜新同", cast.lin_xiaoman) == ("硝苯地平控释片",)


# -- pins and exclusions ---------------------------------------------------------------------------
@pytest.fixture
def page(cast):
    (article,) = titled(make_space(cast.qingyu, slug="qingyu"), "危急值报告制度")
    return ContentPage.objects.get(pk=article.pk)


def ids(things):
    return [pk for _kind, pk in things]


@pytest.mark.promise("W37")
def test_a_pin_stands_first_for_who_may_see_it_until_its_day(cast, of_the_hospital, page):
    actions.pin(page, by=of_the_hospital, unit=cast.qingyu, phrase="危急值", until=today())

    assert ids(words.pinned("危急值 ", cast.lin_xiaoman)) == [page.pk]
    assert words.pinned("危急值 报告", cast.lin_xiaoman) == []
    assert words.pinned("危急值", cast.zhao_jingxing) == []


@pytest.mark.promise("W4", "W37")
def test_a_pin_never_shows_a_page_to_whom_it_is_closed(cast, librarian, say):
    closed = titled(
        make_space(cast.ward, slug="ward", readers=[audiences.everyone_in(cast.ward), audiences.person(librarian)]),
        "病区内部安排",
    )[0]
    page = ContentPage.objects.get(pk=closed.pk)
    actions.pin(page, by=librarian, unit=cast.group, phrase="安排")

    assert ids(words.pinned("安排", cast.lin_xiaoman)) == [page.pk]
    assert words.pinned("安排", cast.zhao_jingxing) == []
    assert words.pinned("安排", cast.shen_zhixia) == []


def test_a_pin_past_its_day_is_over(cast, of_the_hospital, page):
    pin = actions.pin(page, by=of_the_hospital, unit=cast.qingyu, phrase="危急值", until=today())
    actions.change_pin(pin, by=of_the_hospital, phrase="危急值", until=LONG_AGO)

    assert words.pinned("危急值", cast.lin_xiaoman) == []


@pytest.mark.promise("W37")
def test_an_exclusion_is_told_for_its_phrase_alone(cast, of_the_hospital, page):
    exclusion = actions.exclude(page, by=of_the_hospital, unit=cast.qingyu, phrase="胸痛")

    assert ids(words.excluded("胸痛", cast.lin_xiaoman)) == [page.pk]
    assert words.excluded("危急值", cast.lin_xiaoman) == frozenset()
    assert words.excluded("胸痛", cast.zhao_jingxing) == frozenset()

    actions.withdraw(exclusion, by=of_the_hospital)
    assert words.excluded("胸痛", cast.lin_xiaoman) == frozenset()


def test_nobody_pins_what_they_may_not_see(client, cast, librarian, page):
    client.force_login(librarian)

    answer = client.post("/search/words/pins/", {"phrase": "危急值", "title": page.title, "uid": page.uid})

    assert answer.status_code == 422
    assert words.pinned("危急值", cast.lin_xiaoman) == []
