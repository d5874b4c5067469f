"""Diagrams, sections and files in the editor: what they show is there while one writes."""

import pytest

from content.actions import publishing, writing
from content.actions.writing import Text
from content.text.tree import tree_of
from tests.cast import make_space
from tests.e2e.alone import open_alone, put, taken

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
TOKEN = "a" * 32
FLOW = "```mermaid\nflowchart TD\n  A[测血钾] --> B[报告]\n```\n"


@pytest.mark.promise("W61")
def test_the_drawing_follows_what_is_written(page, site, sign_in, cast):
    sign_in(cast.zhou_yaning)
    open_alone(page, site)
    page.set_default_timeout(15_000)
    tree = tree_of(FLOW)

    put(page, tree)

    page.locator(".ed-drawing img").wait_for()
    first = page.locator(".ed-drawing img").get_attribute("src")
    page.evaluate("editor.commands.focus('end')")
    page.keyboard.type("\n  B --> [")
    page.get_by_text("第 3 行写得不对").wait_for()
    assert page.locator(".ed-drawing img").count() == 1
    page.keyboard.press("Backspace")
    page.keyboard.type("C[复查]")
    page.wait_for_function("(first) => document.querySelector('.ed-drawing img').src !== first", arg=first)
    assert "C[复查]" in str(taken(page))
    assert page.violations == []


@pytest.mark.promise("W62")
def test_a_section_shows_what_this_writer_may_read(page, site, sign_in, cast):
    space = make_space(cast.qingyu, slug="qingyu")
    made = writing.create(space, "article", by=cast.zhou_yaning, text=Text("标准段落", "## 报告\n\n一小时内报告。"))
    source = publishing.publish(made, by=cast.zhou_yaning)
    tree = tree_of(f"![甲](page:{source.uid}#报告)\n\n![乙](page:a2b3c4d5e6f7)\n")
    sign_in(cast.zhou_yaning)
    page.context.add_cookies([{"name": "hzh_csrf", "value": TOKEN, "url": site}])
    open_alone(page, site)
    page.set_default_timeout(15_000)
    page.evaluate(
        "(token) => document.body.setAttribute('hx-headers', JSON.stringify({ 'X-CSRFToken': token }))", TOKEN
    )

    put(page, tree)

    page.locator(".ed-include", has_text="一小时内报告").wait_for()
    page.locator(".ed-include", has_text="没有权限或已删除").wait_for()
    assert taken(page) == tree
    assert page.violations == []
