"""Who finds what follows the rules through everything that happens to pages, spaces, people and files."""

from datetime import timedelta
from random import Random

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404

from access import audiences, rules
from access.models.grants import Grant, GrantVerb
from content.actions import placing, publishing, readers, spaces, writing
from content.actions.writing import Text
from content.errors import WritingError
from content.models import ContentPage, Removal
from files.actions import receive
from files.models import Attachment
from jobs.testing import run_due
from org.actions import leave
from org.models import User
from search import registry
from search.answering.visibility import visibility_of
from search.engines import Ask
from search.indexing.sending import send_unsent
from search.indexing.writing import write_due
from search.models import SearchEntry
from tests.cast import LONG_AGO, make_space
from tests.files.samples import upload
from tests.search.engines import word
from ui.days import today

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W4", "W5", "W56")]

STEPS = 100


@pytest.fixture
def keeper(cast):
    """Stewards both spaces, and does all that is done."""
    return cast.zhou_yaning


@pytest.fixture
def two_spaces(cast, keeper):
    mine = [audiences.person(keeper)]
    return [
        make_space(unit, slug=slug, readers=[audiences.everyone_in(unit), *mine], editors=mine, stewards=mine)
        for unit, slug in ((cast.qingyu, "qingyu"), (cast.yunling, "yunling"))
    ]


def catch_up(settings):
    """What a worker does within seconds."""
    while write_due(seconds=60):
        pass
    if settings.ELASTICSEARCH_URL:
        send_unsent()


def pages_found(index, person, *words):
    asked = Ask(visibility_of(person), tuple(word(each) for each in words), today=today())
    ids = index.best(asked, limit=10_000)
    assert len(set(ids)) == len(ids) == index.count(asked, ()).total
    return about(ids, ContentPage)


def about(ids, model):
    return set(SearchEntry.objects.of(model).filter(pk__in=ids).values_list("about_id", flat=True))


def pages_seen(person):
    """By the rule, without an index."""
    return set(registry.named("page").seen_by(person).filter(live=True).values_list("pk", flat=True))


def fresh(person):
    return User.objects.get(pk=person.pk)


class Life:
    """One thing after the other happens, drawn by chance, each through the action people use."""

    def __init__(self, cast, keeper, two_spaces, seed):
        self.cast, self.keeper, self.spaces, self.chance = cast, keeper, two_spaces, Random(seed)
        self.people = [
            *(cast.lin_xiaoman, cast.shen_zhixia, cast.zhao_jingxing, cast.xu_wenbo, cast.lu_zhixing),
            *(cast.han_yuan, keeper),
        ]
        self.written = 0
        for _ in range(12):
            self.write()

    def happen(self):
        acts = [self.move] * 5 + [self.narrow] * 4 + [self.change_space] * 2 + [self.grant, self.end_grant]
        acts += [self.write, self.rewrite, self.unpublish, self.publish, self.remove, self.restore]
        act = self.chance.choice(acts)
        try:
            with transaction.atomic():
                act()
        except (WritingError, PermissionDenied, Http404) as error:
            return f"{act.__name__}: {type(error).__name__}"
        return act.__name__

    def page(self, **which):
        known = ContentPage.objects.filter(space__isnull=False, depth__gt=self.spaces[0].depth, **which).order_by("pk")
        return self.chance.choice(list(known)) if known else None

    def place(self):
        return self.chance.choice([*self.spaces, self.page() or self.spaces[0]])

    def rows(self):
        cast = self.cast
        units = (cast.group, cast.qingyu, cast.yunling, cast.ward, cast.emergency)
        rows = [audiences.everyone_in(unit) for unit in self.chance.sample(units, self.chance.randint(0, 2))]
        rows += [audiences.person(person) for person in self.chance.sample(self.people, self.chance.randint(0, 2))]
        if rows and self.chance.random() < 0.3:
            rows.append(audiences.without(audiences.everyone_in(self.chance.choice(units))))
        return rows

    def write(self):
        self.written += 1
        text = Text(f"流程{self.written}", "血压测量的要求。\n\n## 步骤\n\n先登记。")
        page = writing.create(self.place(), "article", by=self.keeper, text=text)
        publishing.publish(page, by=self.keeper)

    def rewrite(self):
        if page := self.page():
            text = Text(page.title, self.chance.choice(["血糖监测的要求。", "血压测量的要求。"]))
            writing.save(page, by=self.keeper, base=page.latest_revision_id, text=text)
            publishing.publish(page, by=self.keeper)

    def move(self):
        if page := self.page():
            placing.move(page, self.place(), by=self.keeper)

    def narrow(self):
        if page := self.page():
            rows = self.rows()
            readers.narrow(page, by=self.keeper, rows=[*rows, audiences.person(self.keeper)] if rows else [])

    def change_space(self):
        space, mine = self.chance.choice(self.spaces), [audiences.person(self.keeper)]
        spaces.change(space, by=self.keeper, readers=[*self.rows(), *mine], editors=mine, stewards=mine)

    def grant(self):
        if page := self.page():
            person, verb = self.chance.choice(self.people), self.chance.choice(GrantVerb.values)
            ends = self.chance.choice([None, today() - timedelta(days=1), today() + timedelta(days=7)])
            Grant.objects.create(person=person, about=page, verb=verb, starts_on=LONG_AGO, ends_on=ends)

    def end_grant(self):
        if grants := list(Grant.objects.order_by("pk")):
            self.chance.choice(grants).delete()

    def unpublish(self):
        if page := self.page(live=True):
            publishing.unpublish(page, by=self.keeper)

    def publish(self):
        if page := self.page(live=False):
            publishing.publish(page, by=self.keeper)

    def remove(self):
        if page := self.page():
            placing.remove(page, by=self.keeper)

    def restore(self):
        if removal := Removal.objects.order_by("pk").first():
            placing.restore(removal, by=self.keeper)


@pytest.mark.parametrize("seed", [1, 2])
def test_through_hundreds_of_changes_everybody_finds_what_the_rules_show_them(
    index, settings, cast, keeper, two_spaces, seed
):
    """At once nobody finds more than that; and all of it as soon as a worker was there."""
    life, happened = Life(cast, keeper, two_spaces, seed), []
    catch_up(settings)
    for _ in range(STEPS):
        happened.append(life.happen())
        people = [fresh(person) for person in life.people]
        shown = [pages_seen(person) for person in people]
        for person, seen in zip(people, shown, strict=True):
            assert pages_found(index, person) <= seen, (person, happened[-5:])
        catch_up(settings)
        for person, seen in zip(people, shown, strict=True):
            assert pages_found(index, person) == seen, (person, happened[-5:])
    everything = ContentPage.objects.filter(live=True, space__isnull=False)
    rewritten = set(everything.filter(rendering__text__contains="血糖监测").values_list("pk", flat=True))
    for person in people:
        assert pages_found(index, person, "血糖监测") == pages_seen(person) & rewritten
    assert len({name for name in happened if ":" not in name}) >= 9, happened


def test_the_database_knows_at_once(settings, index, cast, keeper, two_spaces):
    """Rights need no worker: within the request of the change, found is what is shown."""
    if settings.ELASTICSEARCH_URL:
        pytest.skip("what it has not heard of, Elasticsearch leaves out; the test above")
    page = two_spaces[0].add_child(instance=writing.kinds.kind("article")(title="交接班", maintainer=keeper))
    catch_up(settings)

    assert page.pk in pages_found(index, cast.lin_xiaoman, "交接班")
    assert page.pk not in pages_found(index, cast.zhao_jingxing, "交接班")
    placing.move(page, two_spaces[1], by=keeper)
    assert page.pk not in pages_found(index, fresh(cast.lin_xiaoman), "交接班")
    assert page.pk in pages_found(index, fresh(cast.zhao_jingxing), "交接班")


def test_who_leaves_finds_nothing(index, settings, cast, two_spaces):
    catch_up(settings)
    assert pages_found(index, cast.lin_xiaoman) == pages_seen(cast.lin_xiaoman) != set()

    leave(cast.lin_xiaoman, today(), by=cast.lu_zhixing)
    assert pages_found(index, fresh(cast.lin_xiaoman)) == set()
    assert pages_found(index, fresh(cast.shen_zhixia)) == pages_seen(cast.shen_zhixia) != set()


@pytest.mark.promise("W32")
def test_files_go_with_what_they_belong_to(index, settings, tmp_path, cast, keeper, two_spaces):
    settings.MEDIA_ROOT = tmp_path / "files"
    page = writing.create(two_spaces[0], "article", by=keeper, text=Text("设备", "说明书另附。"))
    page = publishing.publish(page, by=keeper)
    held = receive(upload("输液泵说明书.txt", "报警代码表".encode()), by=keeper, about=page)

    def finders():
        people = (cast.lin_xiaoman, cast.zhao_jingxing, keeper)
        asked = [Ask(visibility_of(fresh(each)), (word("输液泵说明书"),), today=today()) for each in people]
        return [about(index.best(each, limit=9), Attachment) == {held.pk} for each in asked]

    run_due()
    assert finders() == [False, False, False]  # not in a live text yet
    text = Text("设备", f"[输液泵说明书](file:{held.uid})")
    writing.save(page, by=keeper, base=page.latest_revision_id, text=text)
    publishing.publish(page, by=keeper)
    run_due()
    assert finders() == [True, False, True]
    placing.move(page, two_spaces[1], by=keeper)
    run_due()
    assert finders() == [False, True, True]
    readers.narrow(ContentPage.objects.get(pk=page.pk), by=keeper, rows=[audiences.person(keeper)])
    run_due()
    assert finders() == [False, False, True]
    removal = placing.remove(page, by=keeper)
    run_due()
    assert finders() == [False, False, False]
    placing.restore(removal, by=keeper)
    run_due()
    assert finders() == [False, False, True]


def test_the_rule_for_opening_by_name_is_the_rule_for_finding(index, settings, cast, keeper, two_spaces):
    page = two_spaces[0].add_child(instance=writing.kinds.kind("article")(title="只给一人", maintainer=keeper))
    catch_up(settings)
    stranger = cast.zhao_jingxing
    assert page.pk not in pages_found(index, stranger, "只给一人")

    Grant.objects.create(person=stranger, about=ContentPage.objects.get(pk=page.pk))
    stranger = fresh(stranger)
    assert rules.can(stranger, "view", page) == (page.pk in pages_found(index, stranger, "只给一人")) is True
