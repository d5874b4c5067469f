"""Every paper of the corpus, from the file to the page that colleagues read: what it says there is what it said."""

from collections import Counter
from types import SimpleNamespace

import pytest

from tests.content.convert import comparing
from tests.content.convert.comparing import Compared
from tests.content.convert.corpus import regulations
from tests.content.convert.measuring import Measured, wrong_facts

pytestmark = pytest.mark.promise("W23")
HALVES = ("tuned", "later", "fresh", "blind", "other", "hard")


@pytest.mark.parametrize("half", HALVES)
def test_a_page_says_what_its_file_says(half):
    wrong = {made.name: found for made in getattr(regulations, half)() if (found := Compared(made).wrong)}

    assert wrong == {}


def test_all_that_papers_have_is_compared():
    """Where there is nothing of a kind, nothing of it could be wrong."""
    checked = Counter()
    for half in ("other", "hard"):
        for made in getattr(regulations, half)():
            checked.update(Compared(made).checked)

    assert min(checked.values()) >= 4
    assert (checked["lines"] > 300, checked["labels"] > 25, checked["cells"] > 150) == (True, True, True)


@pytest.mark.parametrize(
    ("name", "before", "after", "noticed"),
    [
        ("操作规程", "2.1.3.1", "2.1.3.2", "label"),
        ("操作规程", "≤0.3×10⁹/L", "≤0.3×109/L", "line"),
        ("护理常规", "<sup>9</sup>", "9", "sup"),
        ("护理常规", "溶栓开始后", "", "notes"),
        ("表单", 'rowspan="2"', "", "row"),
        ("药品目录", "0.3%", "03%", "row"),
        ("应急预案", '<aside class="textbox">', "<aside>", "boxes"),
        ("WPS", "不超过 48 小时", "不超过 小时", "line"),
        ("图框", "<td>一</td>", "<td>二</td>", "row"),
    ],
)
def test_whatever_is_wrong_on_a_page_is_noticed(monkeypatch, name, before, after, noticed):
    papers = [*regulations.other(), *regulations.hard()]
    [made] = [one for one in papers if one.name == name]
    real = comparing.render

    def damaged(source):
        html = real(source).html
        assert before in html
        return SimpleNamespace(html=html.replace(before, after, 1))

    monkeypatch.setattr(comparing, "render", damaged)
    assert any(one.startswith(noticed) for one in Compared(made).wrong)


def test_other_papers_have_their_headings_and_facts():
    papers = regulations.other()
    measured = Measured(papers)

    assert (measured.false, measured.missed, measured.wrong_levels, measured.titles) == ([], [], [], [])
    assert wrong_facts(papers)[0] == []
