"""The list of contents beside the text: where the cursor is, and how long the text is."""

import pytest
from playwright.sync_api import expect

from content.text.tree import tree_of
from tests.e2e.alone import open_alone, put

pytestmark = [pytest.mark.e2e, pytest.mark.django_db]
HERE = "[data-editor-outline] [aria-current]"


def test_the_heading_above_the_cursor_is_marked_and_words_are_counted(page, site):
    open_alone(page, site)
    put(page, tree_of("开头\n\n## 甲\n\n一\n\n## 乙\n\n血钾 6.5 mmol/L\n"))
    expect(page.locator("[data-editor-count]")).to_have_text("10 字")
    expect(page.locator("[data-editor-outline] button")).to_have_text(["甲", "乙"])

    for words, heading in (("开头", []), ("一", ["甲"]), ("血钾", ["乙"]), ("甲", ["甲"])):
        page.locator(".ProseMirror > *", has_text=words).first.click()
        expect(page.locator(HERE)).to_have_text(heading)
