"""What one types in the editor: shortcuts, the menu at the cursor, people and pages, and nothing of it while composing."""
# ruff: noqa: E501

import pytest

from content.actions import publishing, writing
from content.actions.writing import Text
from jobs.testing import run_due
from tests.cast import make_space
from tests.e2e.alone import open_alone, put, taken

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
BODY = ".ProseMirror"
MENU = ".ed-menu:not([hidden])"


@pytest.fixture
def alone(page, site):
    open_alone(page, site).locator(BODY).click()
    return page


def outline(page):
    """The blocks in short: [(name, words)]."""
    return [(block["type"], words(block)) for block in taken(page)["content"]]


def words(node):
    return node.get("text", "") + "".join(map(words, node.get("content", ())))


def said(text):
    return {"type": "paragraph", "content": [{"type": "text", "text": text}]}


def compose(page, letters, chosen):
    """Letters of an input method, one after another, then the word that is chosen."""
    keyboard = page.context.new_cdp_session(page)
    for end in range(1, len(letters) + 1):
        keyboard.send("Input.imeSetComposition", {"text": letters[:end], "selectionStart": end, "selectionEnd": end})
        yield
    keyboard.send("Input.insertText", {"text": chosen})


@pytest.mark.promise("E28")
@pytest.mark.parametrize(("typed", "made"), [
    ("## 处理", [("heading", "处理")]),
    ("- 甲", [("bulletList", "甲")]),
    ("1. 甲", [("orderedList", "甲")]),
    ("[ ] 甲", [("taskList", "甲")]),
    ("- [x] 甲", [("taskList", "甲")]),
    ("> 甲", [("blockquote", "甲")]),
    ("[!禁忌] 甲", [("callout", "甲")]),
    ("```python x = 1", [("codeBlock", "x = 1")]),
])  # fmt: skip
def test_signs_of_markdown_become_blocks_while_typing(alone, typed, made):
    alone.keyboard.type(typed)

    assert outline(alone) == made


@pytest.mark.promise("E28")
def test_signs_around_words_become_marks_without_blanks_before_them(alone):
    alone.keyboard.type("请**立即**停药，==复查==，~~旧~~")

    marked = [one for one in taken(alone)["content"][0]["content"] if "marks" in one]
    assert [(one["text"], one["marks"][0]["type"]) for one in marked] == [
        ("立即", "bold"),
        ("复查", "highlight"),
        ("旧", "strike"),
    ]


def test_numbers_and_units_stay_as_they_are_typed(alone):
    alone.keyboard.type("5*3*2 mg/kg，3次/日，10~20 mL，a@b.cn")

    assert outline(alone) == [("paragraph", "5*3*2 mg/kg，3次/日，10~20 mL，a@b.cn")]
    assert not alone.locator(MENU).count()


@pytest.mark.promise("E28")
@pytest.mark.parametrize("typed", ["/核查", "/czhcb", "/caozuohe", "、核查"])
def test_the_menu_finds_blocks_by_words_pinyin_and_initials(alone, typed):
    alone.keyboard.type(typed)
    alone.locator(f"{MENU} .is-on", has_text="操作核查表").wait_for()
    alone.keyboard.press("Enter")

    assert [name for name, _words in outline(alone)] == ["heading", "taskList"]


def test_the_menu_is_gone_through_with_arrows_and_left_with_escape(alone):
    alone.keyboard.type("/")
    first = alone.locator(f"{MENU} [aria-selected=true]")
    assert first.inner_text().strip() == "小节标题"
    alone.keyboard.press("ArrowDown")
    assert first.inner_text().strip() == "下级小节标题"
    assert alone.locator(BODY).get_attribute("aria-activedescendant") == first.get_attribute("id")

    alone.keyboard.press("Escape")
    alone.keyboard.type("甲")

    assert not alone.locator(MENU).count()
    assert outline(alone) == [("paragraph", "/甲")]


@pytest.mark.promise("E28")
def test_every_block_of_the_menu_can_be_put_in_and_saved(alone):
    names = alone.evaluate(
        "JSON.parse(document.getElementById('editor-config').textContent).inserts.map(({ does }) => does)"
    )
    blocks = [
        name
        for name in names
        if name.split(":")[0]
        in ("callout", "drug", "checks", "flow", "quote", "block", "rule", "details", "note", "terms", "box")
    ]
    assert len(blocks) == 13
    for name in blocks:
        put(alone, {"type": "doc", "content": [said("甲")]})
        alone.evaluate("editor.commands.focus('end')")
        label = alone.evaluate(
            "(name) => JSON.parse(document.getElementById('editor-config').textContent).inserts.find(({ does }) => does === name).label",
            name,
        )
        alone.keyboard.press("Enter")
        alone.keyboard.type(f"/{label}")
        alone.locator(f"{MENU} .is-on").wait_for()
        alone.keyboard.press("Enter")
        alone.keyboard.type("乙")

        assert len(taken(alone)["content"]) > 1, name


@pytest.mark.promise("E28")
def test_nothing_fires_while_an_input_method_composes(alone):
    alone.keyboard.type("/")
    alone.keyboard.press("Escape")
    alone.keyboard.press("Backspace")
    for _letter in compose(alone, "/tsk", "提示"):
        assert not alone.locator(MENU).count()
    for _letter in compose(alone, "- a", "- 甲"):
        pass

    assert outline(alone) == [("paragraph", "提示- 甲")]


@pytest.mark.promise("E28")
@pytest.mark.parametrize("typed", ["周雅", "zhouya", "zyn"])
def test_a_colleague_is_found_by_name_pinyin_and_initials(page, site, sign_in, cast, typed):
    sign_in(cast.lin_xiaoman)
    open_alone(page, site).locator(BODY).click()
    page.keyboard.type(f"问@{typed}")
    page.locator(f"{MENU} [role=option]", has_text="周雅宁").wait_for()
    page.keyboard.press("Enter")
    page.keyboard.type("好")

    mention = {"type": "mention", "attrs": {"uid": cast.zhou_yaning.uid, "label": "@周雅宁"}}
    assert taken(page)["content"][0]["content"] == [
        {"type": "text", "text": "问"},
        mention,
        {"type": "text", "text": " 好"},
    ]


@pytest.mark.promise("E28")
def test_a_colleague_typed_with_an_input_method_is_offered_when_the_word_is_chosen(page, site, sign_in, cast):
    sign_in(cast.lin_xiaoman)
    open_alone(page, site).locator(BODY).click()
    page.keyboard.type("@")
    for _letter in compose(page, "zhou", "周"):
        assert not page.locator(MENU).count()

    page.locator(f"{MENU} [role=option]", has_text="周雅宁").wait_for()


@pytest.mark.promise("E28")
def test_a_page_is_linked_by_its_title(page, site, sign_in, cast):
    space = make_space(cast.qingyu, slug="qingyu")
    other = writing.create(space, "article", by=cast.zhou_yaning, text=Text("脓毒症集束化治疗", "正文"))
    publishing.publish(other, by=cast.zhou_yaning)
    run_due()
    sign_in(cast.zhou_yaning)
    open_alone(page, site).locator(BODY).click()
    page.keyboard.type("先看[[ndz")
    page.locator(f"{MENU} [role=option]", has_text="脓毒症集束化治疗").wait_for()
    page.keyboard.press("Enter")

    link = [{"type": "link", "attrs": {"href": f"page:{other.uid}"}}]
    assert taken(page)["content"][0]["content"][1] == {"type": "text", "text": "脓毒症集束化治疗", "marks": link}


def test_a_list_becomes_another_kind_of_list(alone):
    put(alone, {"type": "doc", "content": [said("甲"), said("乙")]})
    alone.evaluate("editor.commands.selectAll()")
    for name, kind in (("清单", "taskList"), ("项目符号", "bulletList"), ("编号", "orderedList"), ("清单", "taskList")):
        alone.get_by_role("button", name=name, exact=True).click()
        assert [
            (block["type"], {item["type"] for item in block["content"]}, words(block))
            for block in taken(alone)["content"]
        ] == [(kind, {"taskItem" if kind == "taskList" else "listItem"}, "甲乙")]

    alone.get_by_role("button", name="清单", exact=True).click()

    assert outline(alone) == [("paragraph", "甲"), ("paragraph", "乙")]
