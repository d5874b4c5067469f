"""What the menu of a page offers can be done by whoever it is offered to."""

import re

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", ["zhou_yaning", "lin_xiaoman", "shen_zhixia", "xu_wenbo", "han_yuan"])
def test_every_link_in_the_menu_opens(cast, client, page, who):
    client.force_login(getattr(cast, who))
    answer = client.get(f"/wiki/{page.uid}/menu/", headers={"HX-Request": "true"})
    links = re.findall(r'<a href="([^"]+)"', answer.content.decode()) if answer.status_code == 200 else []

    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_a_reader_is_offered_no_history_of_drafts(cast, client, page):
    page.space.as_space.editors = page.space.as_space.stewards
    page.space.as_space.save()
    client.force_login(cast.lin_xiaoman)

    menu = client.get(f"/wiki/{page.uid}/menu/", headers={"HX-Request": "true"}).content.decode()

    assert "打印" in menu
    assert "历史版本" not in menu
