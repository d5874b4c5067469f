"""A nurse of another hospital walks through every door and finds no word of a closed space."""

import re
from urllib.parse import unquote

import pytest

from access import audiences
from content.actions import commenting, diagrams, placing, proposing, publishing, writing
from content.actions.writing import Text
from content.models import ContentPage
from content.text import render
from content.text.depicting import diagrams_of
from jobs.testing import run_due
from search import history
from tests.cast import make_space
from tests.exits.addresses import addresses

pytestmark = pytest.mark.django_db
SECRET = "隐星草"  # occurs nowhere else in the product
DRAWN = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="2">{SECRET}</text></svg>'


@pytest.fixture
def closed(cast):
    """A space of one ward with a live page, a draft, a child, a file name, a tag, a link, a comment with its answer, a
    proposal and a drawn diagram, all bearing the word.
    """
    space = make_space(cast.ward, slug="closed-ward", title=f"{SECRET}病区")
    body = f"# {SECRET}\n\n正文里的{SECRET}。\n\n```mermaid\nflowchart TD\n  A[{SECRET}]\n```\n"
    text = Text(f"{SECRET}交接", body, f"{SECRET}摘要", (f"{SECRET}标签",))
    page = writing.create(space, "article", by=cast.zhou_yaning, text=text)
    publishing.publish(page, by=cast.zhou_yaning, reason=f"{SECRET}原因")
    child = writing.create(page, "article", by=cast.zhou_yaning, text=Text(f"{SECRET}草稿", SECRET))
    passage = (f"里的{SECRET}", "正文", "。")
    comment = commenting.comment(page, by=cast.lin_xiaoman, text=f"{SECRET}怎么写", passage=passage)
    commenting.answer(comment, by=cast.zhou_yaning, text=f"{SECRET}照此写")
    proposal = proposing.propose(page, by=cast.lin_xiaoman, body=f"更好的{SECRET}。", reason=f"{SECRET}理由")
    digest = next(iter(diagrams_of(render(body).html)))
    diagrams.keep_picture(page, digest, DRAWN, by=cast.zhou_yaning)
    run_due()
    return {"space": space, "page": page, "child": child, "comment": comment, "proposal": proposal}


def known(closed):
    return {
        "slug": closed["space"].slug,
        "uid": closed["page"].uid,
        "words": "-",
        "name": SECRET,
        "kind": "page",
        "spec": "width-360",
        "pk": closed["page"].pk,
        **{name: closed[name].uid for name in ("comment", "proposal") if name in closed},
    }


def answers(client, closed):
    """Each address asked with the words one would search by; by GET and by POST."""
    for path in addresses(known(closed)):
        if "logout" in path:
            continue
        for query in ("", f"?q={SECRET}&parent={closed['page'].uid}&uid={closed['page'].uid}&next=/"):
            yield path + query, client.get(path + query)
        yield f"HTMX {path}", client.get(path, headers={"hx-request": "true"})
        yield f"POST {path}", client.post(path, {"uid": closed["page"].uid, "q": SECRET})


def leaks(client, closed):
    found = []
    for address, answer in answers(client, closed):
        assert answer.status_code < 500 or "readyz" in address, address
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        body = body.decode(errors="replace").replace(f'value="{SECRET}"', "")  # the words one typed oneself
        for own in (address, unquote(address), f"“{SECRET}”", f'<span class="grow ell">{SECRET}</span>'):
            body = body.replace(own.removeprefix("POST ").removeprefix("HTMX ").partition("?")[0], "")
        if SECRET in body or SECRET in str(answer.headers):
            found.append(address)
    return found


def test_the_word_is_there_for_a_colleague_of_the_ward(client, cast, closed):
    client.force_login(cast.lin_xiaoman)

    page, words = closed["page"], known(closed)
    own = (f"/wiki/{page.uid}/comments/", f"/comments/{words['comment']}/", f"/proposals/{words['proposal']}/")
    for path in (page.get_absolute_url(), "/library/", *own):
        assert SECRET in client.get(path, headers={"hx-request": "true"}).content.decode(), path
    assert f">{SECRET}</text>" in client.get(page.get_absolute_url()).content.decode()


@pytest.mark.promise("W4", "P21")
def test_a_nurse_of_another_hospital_finds_no_word_at_any_address(client, cast, closed):
    client.force_login(cast.zhao_jingxing)
    history.switch(cast.zhao_jingxing, on=False)  # or the search box says again what one typed oneself

    assert leaks(client, closed) == []


@pytest.mark.promise("W4")
def test_nobody_at_all_finds_a_word_at_any_address(client, closed):
    assert leaks(client, closed) == []


@pytest.mark.promise("W4", "W5", "W6")
def test_a_page_moved_into_a_closed_space_is_closed_with_the_next_request(client, cast, closed):
    everyone = [audiences.everyone_in(cast.group)]
    open_space = make_space(cast.group, slug="open", readers=everyone, editors=everyone)
    page = writing.create(open_space, "article", by=cast.zhou_yaning, text=Text(f"{SECRET}公开页", SECRET))
    publishing.publish(page, by=cast.zhou_yaning)
    client.force_login(cast.zhao_jingxing)
    history.switch(cast.zhao_jingxing, on=False)
    assert client.get(page.get_absolute_url()).status_code == 200

    placing.move(ContentPage.objects.get(pk=page.pk), closed["space"], by=cast.zhou_yaning)

    assert client.get(page.get_absolute_url()).status_code == 404
    assert leaks(client, {**closed, "page": page}) == []


@pytest.mark.promise("P35")
def test_what_may_not_be_seen_answers_like_what_does_not_exist(client, cast, closed):
    client.force_login(cast.zhao_jingxing)

    hidden = client.get(f"/wiki/{closed['page'].uid}/x")
    missing = client.get("/wiki/zzzzzzzzzzzz/x")

    assert hidden.status_code == missing.status_code == 404
    assert _bare(hidden) == _bare(missing)


@pytest.mark.promise("P35")
def test_at_no_address_does_a_hidden_page_answer_otherwise_than_none(client, cast, closed):
    client.force_login(cast.zhao_jingxing)
    hidden = known(closed)
    missing = hidden | {"slug": "no-such-space"} | dict.fromkeys(("uid", "comment", "proposal"), "zzzzzzzzzzzz")

    for there, nowhere in zip(addresses(hidden), addresses(missing), strict=True):
        if there == nowhere or "logout" in there:
            continue
        for ask in (client.get, client.post):
            answers = [ask(path) for path in (there, nowhere)]
            assert [each.status_code for each in answers] == [answers[1].status_code] * 2, there
            assert _told(answers[0], there) == _told(answers[1], nowhere), there


def _told(answer, path):
    """What is said, without the address and the token that the answer repeats."""
    if answer.streaming:
        return b"".join(answer.streaming_content)
    return re.sub(r"[A-Za-z0-9]{64}", "·", answer.content.decode()).replace(path, "·")


def _bare(answer):
    """Without what differs in every answer: the masked token and the address asked for."""
    text = answer.content.decode()
    return re.sub(r"[A-Za-z0-9]{64}|/wiki/\w{12}", "·", text)
