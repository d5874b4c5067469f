"""Pictures and signs within words: their links and marks reach the document, whoever puts them there."""

import pytest
from playwright.sync_api import expect

from content.text.tree import markdown_of, tree_of
from tests.e2e.alone import open_alone, put, taken

pytestmark = [pytest.mark.e2e, pytest.mark.django_db, pytest.mark.promise("E7")]
PICTURE = "file:aaaaaaaaaaaa"
PERSON = "mention:bbbbbbbbbbbb"


@pytest.fixture
def alone(page, site):
    return open_alone(page, site)


def say(page, markdown):
    put(page, tree_of(markdown))


def said(page):
    return markdown_of(taken(page)).strip()


def choose_picture(page):
    page.evaluate("""() => {
      let at;
      editor.state.doc.descendants((node, place) => { if (node.type.name === "image") at = place; });
      editor.chain().focus().setNodeSelection(at).run();
    }""")
    # The focus comes a frame later.
    page.wait_for_function("() => editor.view.hasFocus() && editor.state.selection.node")


def link(page, address):
    page.keyboard.press("Control+k")
    window = page.get_by_role("dialog", name="链接")
    expect(window.get_by_label("显示的文字")).to_be_hidden()
    window.get_by_label("网址或页面").fill(address)
    window.get_by_role("button", name="确定").click()


def test_a_picture_is_linked_shown_as_such_changed_and_unlinked(alone):
    say(alone, f"见 ![图]({PICTURE}) 下")
    choose_picture(alone)
    link(alone, "https://example.cn/a")
    assert said(alone) == f"见 [![图]({PICTURE})](https://example.cn/a) 下"
    expect(alone.locator(".ed-picture.is-link")).to_be_visible()
    assert tree_of(said(alone)) == taken(alone)

    link(alone, "page:cccccccccccc")
    assert said(alone) == f"见 [![图]({PICTURE})](page:cccccccccccc) 下"

    alone.get_by_role("toolbar", name="链接").get_by_role("button", name="去掉链接").click()
    assert said(alone) == f"见 ![图]({PICTURE}) 下"
    alone.keyboard.press("Control+z")
    assert said(alone) == f"见 [![图]({PICTURE})](page:cccccccccccc) 下"


def test_what_is_put_on_words_with_signs_between_is_on_the_signs_too_and_goes_again(alone):
    say(alone, f"请[@周雅宁]({PERSON})看")
    alone.locator(".ProseMirror").click()
    alone.evaluate("editor.chain().focus().selectAll().run()")
    alone.keyboard.press("Control+b")
    assert said(alone) == f"**请[@周雅宁]({PERSON})看**"
    assert tree_of(said(alone)) == taken(alone)

    alone.keyboard.press("Control+b")
    assert said(alone) == f"请[@周雅宁]({PERSON})看"


def test_a_linked_picture_stays_as_it_is_while_one_writes_below_and_offers_its_link(alone):
    say(alone, f"[![图]({PICTURE})](https://example.cn/a)\n\n二")
    before = taken(alone)

    alone.evaluate("editor.chain().focus('end').insertContent({ type: 'text', text: '。' }).run()")

    assert taken(alone)["content"][0] == before["content"][0]
    choose_picture(alone)
    expect(alone.get_by_role("toolbar", name="链接")).to_be_visible()


def test_a_linked_picture_that_is_pasted_keeps_its_link(alone):
    html = '<p><a href="https://example.cn/a"><img data-src="file:aaaaaaaaaaaa" alt="图"></a></p>'
    alone.locator(".ProseMirror").click()
    alone.evaluate("(html) => editor.chain().focus().insertContent(html).run()", html)

    assert said(alone) == f"[![图]({PICTURE})](https://example.cn/a)"
