"""The demo group: whole, the same at every loading, and closed to strangers."""

import pytest
from django.db.models import Count
from wagtail.models import Revision, TaskState

from access.models import AccessRequest
from activity.models import DayViews
from content import queries
from content.models import ContentPage, Draft, Publication, Removal
from demo import loading, people
from files.models import Attachment, Picture
from org import demo
from org.models import Membership, Unit, User
from portal.links import modules_for
from subscriptions.models import Post
from wiki.models import ClinicalCase, Edition, Regulation

pytestmark = pytest.mark.django_db
COUNTED = (User, Membership, Unit, ContentPage, Revision, Publication, DayViews, Draft, Picture, Attachment)


def pages():
    return ContentPage.objects.pages().filter(live=True)


def test_thirty_hospitals_in_thirteen_provinces(group):
    hospitals = Unit.objects.filter(kind="hospital")

    assert hospitals.count() == 30
    assert hospitals.values("province").distinct().count() == 13
    assert User.objects.count() == people.STAFF


def test_more_than_a_hundred_and_twenty_pages_of_every_kind(group):
    assert pages().count() >= 120
    assert ClinicalCase.objects.count() >= 10
    assert Regulation.objects.count() >= 20


def test_texts_are_long_and_no_two_alike(group):
    bodies = list(pages().values_list("body", flat=True))

    assert len(set(bodies)) == len(bodies)
    assert sum(600 <= len(body) <= 2_500 for body in bodies) >= 35


def test_loading_again_changes_nothing(group):
    before = [model._base_manager.count() for model in COUNTED]

    loading.load(say=lambda words: None)

    assert [model._base_manager.count() for model in COUNTED] == before


def test_every_inner_link_leads_to_a_page(group):
    assert not queries.broken_links(ContentPage.objects.filter(live=True)).exists()


def test_every_file_a_text_names_is_there_and_published(group):
    posts = Post.objects.values("pk")  # their covers are named by no text
    assert Picture.objects.filter(is_published=True).exclude(about_id__in=posts).count() == 5
    assert Attachment.objects.filter(is_published=True).count() == 6


def test_a_flow_chart_is_drawn_and_a_paragraph_stands_in_two_pages(group):
    chart = ContentPage.objects.get(uid="demchartcr22")
    source = ContentPage.objects.get(uid="demrepeatb22")

    assert ">立即报告值班医生</text>" in chart.rendering.html
    assert queries.backlinks(chart.maintainer, source).count() == 2


def test_regulations_are_in_force_coming_and_repealed(group):
    states = set(Regulation.objects.with_state().values_list("state", flat=True))

    assert states == {"in_force", "coming", "repealed"}


def test_the_number_of_a_regulation_bears_the_year_it_was_issued_in(group):
    newest = {edition.regulation: edition.issued_on for edition in Edition.objects.order_by("number")}

    assert [page.number for page, day in newest.items() if f"〔{day.year}〕" not in page.number] == []


def test_pages_have_a_history_by_several_people(group):
    told = Publication.objects.live().values("page").annotate(versions=Count("pk"), by=Count("by", distinct=True))

    assert told.filter(versions__gte=2).count() >= 22
    assert told.filter(by__gte=2).count() >= 5
    assert Publication.objects.values("by").distinct().count() >= 20


def test_pages_are_verified_due_overdue_and_unseen(group):
    found = {page.trust for page in pages()}

    assert found == {"verified", "due", "expired", "never"}


def test_something_waits_for_approvers_deciders_and_writers(group):
    assert TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).count() == 2
    assert AccessRequest.objects.waiting().count() == 2
    assert Draft.objects.count() == 3
    assert Removal.objects.count() == 1


@pytest.mark.parametrize("number", demo.PEOPLE)
def test_each_of_the_people_finds_doors_and_pages(group, client, number):
    person = User.objects.get(number=number)
    client.force_login(person)

    assert client.get("/").status_code == 200
    assert modules_for(person)
    assert ContentPage.objects.pages().visible_to(person).count() > 30


@pytest.mark.parametrize("number", demo.PEOPLE)
def test_every_page_opens_for_whoever_may_read_it(group, client, number):
    person = User.objects.get(number=number)
    client.force_login(person)

    for page in [*pages().visible_to(person), *queries.spaces_of(person)]:
        assert client.get(page.get_absolute_url()).status_code == 200, page.title


@pytest.mark.promise("W4")
def test_the_stranger_sees_nothing_of_another_hospital(group, client):
    stranger = User.objects.get(number="YL10406")
    client.force_login(stranger)
    theirs = pages().filter(space__unit__path__startswith=Unit.objects.get(code="QY").path)
    invited = theirs.filter(pk__in=stranger.grants.values("about_id"))

    assert set(theirs.visible_to(stranger)) == set(invited)
    for page in theirs.exclude(pk__in=invited):
        assert client.get(page.get_absolute_url()).status_code == 404


def test_the_administrator_has_a_second_step_whose_code_the_sign_in_page_shows(group):
    assert len(demo.code()) == len("418 206")
