"""Nothing that is said or proposed reaches whoever may not read the page, and nothing of a draft its readers."""

import pytest
from django.urls import reverse

from access import audiences
from content.actions import commenting, placing, proposing
from jobs.testing import run_due
from search import history
from tests.cast import make_space
from tests.content.pages import FIRST, save
from tests.exits.addresses import addresses

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W4", "P21", "W28", "W29")]
SECRET = "隐星草"


@pytest.fixture
def space(cast):
    """Read by the hospital, written by 周雅宁 alone."""
    return make_space(cast.qingyu, slug="qingyu", editors=[audiences.person(cast.zhou_yaning)],
                      stewards=[audiences.person(cast.shen_zhixia)])  # fmt: skip


@pytest.fixture
def said(cast, page):
    """A comment with an answer and a mention of a stranger, and a proposal, all with the word."""
    made = commenting.comment(page, by=cast.lin_xiaoman, text=f"{SECRET}一", passage=("第二段", "", ""))
    commenting.answer(made, by=cast.zhou_yaning, text=f"{SECRET}二 @赵景行 @林小满")
    commenting.resolve(commenting.comment(page, by=cast.lin_xiaoman, text=f"{SECRET}三"), by=cast.zhou_yaning)
    proposal = proposing.propose(page, by=cast.lin_xiaoman, body=f"{SECRET}{FIRST}", reason=f"{SECRET}四")
    run_due()
    return {"comment": made.uid, "proposal": proposal.uid}


def leaks(client, page, said):
    """Every address of the product that says the word, asked by GET and by POST, as a page and as a fragment."""
    known = {**said, "slug": page.space.slug, "uid": page.uid, "words": "-", "name": "x", "kind": "page", "pk": page.pk,
             "place": "page.below", "column": "main", "form": "pdf"}  # fmt: skip
    found = []
    for path in addresses(known):
        if "logout" in path:
            continue
        asked = [client.get(path), client.get(path + "?draft=1&panel=1", headers={"HX-Request": "true"})]
        asked += [client.get(f"{path}?q={SECRET[:2]}&proposal={said['proposal']}&comment={said['comment']}")]
        if not path.endswith("/remove/"):
            asked.append(
                client.post(path, {"draft": "1", "proposal": said["proposal"]}, headers={"HX-Request": "true"})
            )
        for answer in asked:
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            if SECRET in body.decode(errors="replace"):
                found.append(path)
    return sorted(set(found))


def test_a_colleague_finds_it_where_it_belongs(client, cast, page, said):
    client.force_login(cast.zhou_yaning)

    told = " ".join(leaks(client, page, said))

    one, other = f"/comments/{said['comment']}/", f"/proposals/{said['proposal']}/"
    for door in ("/comments/", "/around/", one, other, "/inbox/", "/waiting/"):
        assert door in told


def test_a_nurse_of_another_hospital_finds_no_word_at_any_address_though_she_was_named(client, cast, page, said):
    client.force_login(cast.zhao_jingxing)
    history.switch(cast.zhao_jingxing, on=False)

    assert leaks(client, page, said) == []


def test_nor_does_who_could_read_it_once_it_is_shut(client, cast, page, said):
    only = [audiences.person(cast.zhou_yaning)]
    closed = make_space(cast.cardiology, slug="closed", readers=only, editors=only, stewards=only)
    placing.move(page, closed, by=cast.zhou_yaning)
    client.force_login(cast.lin_xiaoman)
    history.switch(cast.lin_xiaoman, on=False)

    assert leaks(client, page, said) == []


def test_of_a_draft_its_readers_find_neither_comment_nor_passage(client, cast, page, said):
    shown = commenting.comment(page, by=cast.lin_xiaoman, text="看这里", passage=("第三段", "", ""))
    save(page, cast.zhou_yaning, FIRST.replace("第三段", f"第{SECRET}三段"))
    text = f"{SECRET}草"
    draft = commenting.comment(page, by=cast.zhou_yaning, text=text, passage=(SECRET, "", ""), on_draft=True)
    client.force_login(cast.han_yuan)
    history.switch(cast.han_yuan, on=False)

    for uid in (draft.uid, shown.uid):
        others = {"comment": uid, "proposal": "zzzzzzzzzzzz"}
        known = [door for door in leaks(client, page, others) if "/comments/" not in door and "/around/" not in door]
        assert known == []
    for query in ("", "?draft=1"):
        answer = client.get(reverse("content:comments", args=[page.uid]) + query)
        assert f"{SECRET}草" not in answer.content.decode()
        assert f"第{SECRET}" not in answer.content.decode()
    opened = client.get(reverse("content:thread", args=[shown.uid]), {"draft": "1"}, headers={"HX-Request": "true"})
    assert "看这里" in opened.content.decode()
    assert SECRET not in opened.content.decode()


def test_a_comment_on_the_draft_does_not_show_in_the_answer_saved_by_browsers(client, cast, page):
    client.force_login(cast.han_yuan)
    address = page.get_absolute_url()
    client.get(address)
    kept = client.get(address).headers["ETag"]

    commenting.comment(page, by=cast.zhou_yaning, text="草", passage=("第二段", "", ""), on_draft=True)
    assert client.get(address, headers={"If-None-Match": kept}).status_code == 304

    commenting.comment(page, by=cast.zhou_yaning, text="公", passage=("第二段", "", ""))
    assert client.get(address, headers={"If-None-Match": kept}).status_code == 200
