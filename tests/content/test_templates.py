"""What new pages start from: kept by the stewards of a space, never touching what was begun from it."""

import io
import zipfile

import pytest
from django.urls import reverse

from access import audiences
from audit.models import Decision
from content.actions import templates, writing
from content.actions.writing import Text
from content.choices import SpaceKind
from content.models import ContentPage, PageTemplate
from content.transfer import exporting
from tests.cast import make_space

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W59")]
FACTS = {
    "name": "交接班",
    "hint": "背景、现况",
    "title": "夜班交接",
    "body": "## 背景\n",
    "values": {"summary": "一句话"},
}


@pytest.fixture
def space(cast):
    return make_space(cast.emergency, slug="er", kind=SpaceKind.UNIT)


@pytest.fixture
def group_space(cast):
    steward = [audiences.person(cast.xu_wenbo)]
    return make_space(cast.group, slug="group", kind=SpaceKind.UNIT, stewards=steward)


def posted(**more):
    return {"name": "病例", "title": "", "body": "## 经过\n", "summary": "", "tags": "教学，心内", **more}


def address(name, space, *args):
    return reverse(f"content:{name}", args=[space.slug, *args])


def test_a_steward_writes_one_and_a_new_page_starts_with_its_fields_filled_in(client, cast, space):
    client.force_login(cast.shen_zhixia)
    fields = posted(value_diagnosis="胸痛待查", value_difficulty="hard", value_department=cast.emergency.pk)

    answer = client.post(address("template_new", space) + "?kind=case", fields)

    template = PageTemplate.objects.get()
    assert answer.headers["Location"] == address("templates", space)
    assert (template.kind, template.space_id, template.values["diagnosis"]) == ("case", space.pk, "胸痛待查")
    form = client.get(address("new", space) + f"?template={template.uid}").context["form"]
    shown = {name: form[name].value() for name in ("body", "tags", "value_diagnosis", "value_difficulty")}
    assert shown == {
        "body": "## 经过\n", "tags": "教学，心内", "value_diagnosis": "胸痛待查", "value_difficulty": "hard",
    }  # fmt: skip
    assert form["value_department"].value() == cast.emergency.pk


def test_changing_or_retiring_it_changes_no_page(client, cast, space):
    client.force_login(cast.shen_zhixia)
    template = templates.create(space, by=cast.shen_zhixia, kind="article", **FACTS)
    page = writing.create(space, "article", by=cast.shen_zhixia, text=Text(template.title, template.body))

    client.post(address("template", space, template.uid), posted(name="新名字", body="别的"))
    client.post(address("template_retire", space, template.uid))

    page = ContentPage.objects.get(pk=page.pk).specific
    assert (page.title, page.body) == ("夜班交接", "## 背景\n")
    assert PageTemplate.objects.get().body == "别的"
    assert list(PageTemplate.objects.reaching(space)) == []
    verbs = ["template.created", "template.changed", "template.retired"]
    assert (
        list(Decision.objects.filter(verb__startswith="template").order_by("pk").values_list("verb", flat=True))
        == verbs
    )


def test_a_retired_one_is_no_start_until_it_is_taken_back(client, cast, space):
    client.force_login(cast.shen_zhixia)
    template = templates.create(space, by=cast.shen_zhixia, kind="article", **FACTS)
    templates.retire(template, space, by=cast.shen_zhixia)
    assert client.get(address("new", space) + f"?template={template.uid}").context["form"]["body"].value() is None

    client.post(address("template_restore", space, template.uid))

    assert (
        client.get(address("new", space) + f"?template={template.uid}").context["form"]["body"].value() == "## 背景\n"
    )


def test_a_template_of_the_group_reaches_every_hospital_and_is_kept_by_the_group_alone(
    client, cast, space, group_space
):
    template = templates.create(group_space, by=cast.xu_wenbo, kind="article", reaches_below=True, **FACTS)
    templates.create(group_space, by=cast.xu_wenbo, kind="article", **FACTS | {"name": "只在这里"})
    yunling = make_space(cast.yunling, slug="yunling")

    assert list(PageTemplate.objects.reaching(space)) == [template]
    assert list(PageTemplate.objects.reaching(yunling)) == [template]
    client.force_login(cast.shen_zhixia)
    assert "照它做一个" in client.get(address("templates", space)).content.decode()
    assert client.get(address("template", space, template.uid)).status_code == 404
    assert client.post(address("template_retire", space, template.uid)).status_code == 404


def test_a_hospital_makes_its_own_of_one_from_above(client, cast, space, group_space):
    template = templates.create(group_space, by=cast.xu_wenbo, kind="article", reaches_below=True, **FACTS)
    client.force_login(cast.shen_zhixia)

    form = client.get(address("template_new", space) + f"?like={template.uid}").context["form"]

    assert (form["name"].value(), form["body"].value()) == ("交接班", "## 背景\n")


def test_a_topic_space_never_reaches_below(client, cast, group_space):
    of_the_group = templates.create(group_space, by=cast.xu_wenbo, kind="article", reaches_below=True, **FACTS)
    topic = make_space(cast.group, slug="topic", stewards=[audiences.person(cast.shen_zhixia)])
    client.force_login(cast.shen_zhixia)

    client.post(address("template_new", topic), posted(reaches_below="on"))

    assert PageTemplate.objects.get(name="病例").space_id == topic.pk
    assert client.get(address("template", topic, of_the_group.uid)).status_code == 404


def test_the_order_is_kept_with_and_without_script(client, cast, space):
    made = [templates.create(space, by=cast.shen_zhixia, kind="article", **FACTS | {"name": name}) for name in "甲乙丙"]
    client.force_login(cast.shen_zhixia)

    client.post(address("template_order", space), {"order": [made[2].uid, made[0].uid, made[1].uid]})
    client.post(address("template_order", space), {"move": f"up:{made[1].uid}"})

    assert [each.name for each in PageTemplate.objects.reaching(space)] == ["丙", "乙", "甲"]


def test_who_writes_here_but_does_not_keep_the_space_finds_no_such_address(client, cast, space):
    template = templates.create(space, by=cast.shen_zhixia, kind="article", **FACTS)
    writer = make_space(cast.qingyu, slug="qingyu", editors=[audiences.person(cast.lin_xiaoman)])
    client.force_login(cast.lin_xiaoman)

    for each in (space, writer):
        assert client.get(address("templates", each)).status_code == 404
        assert client.post(address("template_new", each), posted()).status_code == 404
        assert client.post(address("template", each, template.uid), posted()).status_code == 404
        assert client.post(address("template_order", each), {"move": f"up:{template.uid}"}).status_code == 404


def test_pictures_are_refused_in_words(client, cast, space):
    client.force_login(cast.shen_zhixia)

    answer = client.post(address("template_new", space), posted(body="![图](file:abcdefghjkmn)"))

    assert answer.status_code == 422
    assert "模板里不能放图片和附件" in answer.content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_costs_the_same_for_any_length(client, cast, space, count, django_assert_max_num_queries):
    for number in range(count):
        templates.create(space, by=cast.shen_zhixia, kind="article", **FACTS | {"name": f"模板 {number}"})
    client.force_login(cast.shen_zhixia)

    with django_assert_max_num_queries(11):
        client.get(address("templates", space))


def test_an_export_takes_them_along_for_stewards_alone(cast):
    space = make_space(cast.qingyu, slug="qingyu", stewards=[audiences.person(cast.shen_zhixia)])
    templates.create(space, by=cast.shen_zhixia, kind="article", **FACTS)

    assert [_templates_in(space, person) for person in (cast.shen_zhixia, cast.lin_xiaoman)] == [1, 0]


def _templates_in(space, person):
    archive = io.BytesIO()
    exporting.export(space, archive, by=person)
    return len([name for name in zipfile.ZipFile(archive).namelist() if name.startswith("templates/")])


def test_what_a_topic_space_keeps_stays_there_whatever_is_asked(cast):
    topic = make_space(cast.qingyu, slug="topic", stewards=[audiences.person(cast.shen_zhixia)])

    made = templates.create(topic, by=cast.shen_zhixia, kind="article", reaches_below=True, **FACTS)

    assert made.space == topic
