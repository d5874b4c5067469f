"""W61: the picture of a diagram is its page's alone, drawn once, and says nothing that its text does not say."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.actions import publishing, writing
from content.actions.diagrams import depicted, keep_picture
from content.actions.rendering import render_page
from content.actions.writing import Text
from content.convert.out.sheet import Sheet
from content.models import Diagram, Rendering
from content.text import fill, render
from content.text.depicting import diagrams_of
from content.text.drawing import UnfitDrawing
from tests.cast import make_space
from tests.content.pages import fresh, save

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W61")]
SOURCE = "flowchart TD\n  A[测血钾] --> B[报告医生]"
BODY = f"## 流程\n\n```mermaid\n{SOURCE}\n```\n"
DIGEST = next(iter(diagrams_of(render(BODY).html)))


def svg(*words, more=""):
    texts = "".join(f'<text x="1" y="2" onclick="x()">{each}</text>' for each in words)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><g>{texts}</g><path d="M0 0L5 5"/>{more}</svg>'
    )


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.fixture
def article(cast, space):
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("高钾血症", BODY))
    return publishing.publish(made, by=cast.zhou_yaning)


def hand_in(client, page, sent, digest=DIGEST):
    return client.post(f"/wiki/{page.uid}/diagram/", {"digest": digest, "svg": sent})


def test_what_is_handed_in_is_written_anew_and_shown_to_all(cast, client, article):
    client.force_login(cast.zhou_yaning)

    answer = hand_in(client, article, svg("测血钾", "报告医生", more="<script>x()</script>"))

    assert answer.status_code == 200
    assert "onclick" not in answer.content.decode()
    html = Rendering.objects.get(page=article.pk).html
    assert '<text x="1" y="2">测血钾</text>' in html
    assert "script" not in html
    assert "A[测血钾]" in html
    row = Diagram.objects.get()
    assert (row.page_id, row.digest, row.by) == (article.pk, DIGEST, cast.zhou_yaning)


def test_reading_costs_the_same_with_a_picture(cast, article):
    keep_picture(article, DIGEST, svg("测血钾"), by=cast.zhou_yaning)
    html = Rendering.objects.get(page=article.pk).html

    with CaptureQueriesContext(connection) as queries:
        assert "<svg" in fill(html, cast.lin_xiaoman)

    assert len(queries) == 0


def test_whoever_may_not_edit_hands_in_nothing(cast, client, article):
    client.force_login(cast.zhao_jingxing)
    assert hand_in(client, article, svg("测血钾")).status_code == 404
    client.logout()
    assert hand_in(client, article, svg("测血钾")).status_code in (302, 404)
    assert not Diagram.objects.exists()


@pytest.mark.parametrize(
    ("sent", "digest"),
    [
        (svg("推注十倍"), DIGEST),
        (svg("测血钾"), "0" * 32),
        ("<svg", DIGEST),
        ("", DIGEST),
        (svg("测血钾"), ""),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]>" + svg("测血钾"), DIGEST),
    ],
    ids=["words of its own", "another diagram", "broken", "empty", "no digest", "entities"],
)
def test_what_does_not_fit_is_refused(cast, client, article, sent, digest):
    client.force_login(cast.zhou_yaning)

    assert hand_in(client, article, sent, digest).status_code == 422
    assert not Diagram.objects.exists()


def test_the_first_picture_stays(cast, article):
    first = keep_picture(article, DIGEST, svg("测血钾", "报告医生"), by=cast.zhou_yaning)

    assert keep_picture(article, DIGEST, svg("报告医生"), by=cast.lin_xiaoman) == first
    assert Diagram.objects.get().by == cast.zhou_yaning


def test_a_picture_is_of_one_page_alone(cast, space, article):
    """The same text elsewhere: whoever draws here draws nothing for the readers there."""
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("另一页", BODY))
    other = publishing.publish(made, by=cast.zhou_yaning)

    keep_picture(article, DIGEST, svg("报告医生"), by=cast.zhou_yaning)
    render_page(fresh(other).specific)

    assert "<svg" not in Rendering.objects.get(page=other.pk).html
    assert "<svg" in Rendering.objects.get(page=article.pk).html


def test_a_draft_has_its_picture_before_it_is_live(cast, client, article):
    changed = BODY.replace("报告医生", "复查")
    save(article, cast.zhou_yaning, changed)
    digest = next(iter(diagrams_of(render(changed).html)))

    keep_picture(article, digest, svg("测血钾", "复查"), by=cast.zhou_yaning)

    client.force_login(cast.zhou_yaning)
    assert ">复查</text>" in client.get(f"/wiki/{article.uid}/draft/").content.decode()
    assert "<svg" not in Rendering.objects.get(page=article.pk).html
    publishing.publish(fresh(article), by=cast.zhou_yaning)
    assert ">复查</text>" in Rendering.objects.get(page=article.pk).html


def test_the_page_is_another_answer_once_it_has_its_picture(cast, client, article):
    client.force_login(cast.lin_xiaoman)
    client.get(article.get_absolute_url())
    before = client.get(article.get_absolute_url())["ETag"]

    keep_picture(article, DIGEST, svg("测血钾"), by=cast.zhou_yaning)

    assert client.get(article.get_absolute_url(), headers={"If-None-Match": before}).status_code == 200


def test_search_and_copies_have_it(cast, article):
    keep_picture(article, DIGEST, svg("测血钾", "报告医生"), by=cast.zhou_yaning)

    assert "报告医生" in Rendering.objects.get(page=article.pk).text
    assert ">报告医生</text>" in str(Sheet(fresh(article).specific, user=cast.lin_xiaoman).html)


def test_a_text_without_diagrams_asks_nothing(cast, article):
    with CaptureQueriesContext(connection) as queries:
        assert depicted("<p>甲</p>", article.pk) == "<p>甲</p>"

    assert len(queries) == 0


def test_nobody_can_forge_a_picture(cast, space):
    forged = (
        f'<div class="diagram is-drawn"><svg viewBox="0 0 1 1"></svg></div>\n\n<div data-diagram="{DIGEST}">甲</div>'
    )
    html = render(forged).html

    assert "<svg" not in html
    assert "<div data" not in html


def test_only_who_may_edit_may_draw_by_hand_either(cast, article):
    with pytest.raises(Exception, match=r""):
        keep_picture(article, DIGEST, svg("测血钾"), by=cast.zhao_jingxing)
    with pytest.raises(UnfitDrawing):
        keep_picture(article, DIGEST, svg("别的"), by=cast.zhou_yaning)


@pytest.mark.promise("W62")
def test_a_section_brings_its_picture_along_and_ends_where_it_ends(cast, space):
    body = f"{BODY}\n## 之后\n\n别的话。\n"
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("来源", body))
    source = publishing.publish(made, by=cast.zhou_yaning)
    keep_picture(source, DIGEST, svg("测血钾"), by=cast.zhou_yaning)

    html = fill(render(f"![](page:{source.uid}#流程)").html, cast.lin_xiaoman)

    assert ">测血钾</text>" in html
    assert "别的话" not in html
