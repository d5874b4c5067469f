"""Whoever was let in to one page alone reads that page, and learns nothing of what stands around it."""

import re

import pytest

from content.actions import publishing, requests, writing
from content.actions.writing import Text
from tests.content.pages import FIRST

pytestmark = [pytest.mark.django_db, pytest.mark.promise("W4", "W42")]


def test_a_guest_reads_the_page_without_the_name_of_its_space_and_without_dead_links(cast, client, page):
    sibling = writing.create(page.get_parent(), "article", by=cast.zhou_yaning, text=Text("隔壁一页", FIRST))
    publishing.publish(sibling, by=cast.zhou_yaning)
    requests.ask(cast.zhao_jingxing, page.uid, "借鉴")
    client.force_login(cast.zhou_yaning)
    client.post(f"/requests/{requests.AccessRequest.objects.get().pk}/", {"days": "7"})

    client.force_login(cast.zhao_jingxing)
    shown = client.get(page.get_absolute_url()).content.decode()

    assert page.title in shown
    assert page.space.title not in shown
    assert "隔壁一页" not in shown
    links = {link for link in re.findall(r'<a [^>]*href="(/[^"]*)"', shown) if "logout" not in link}
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)
