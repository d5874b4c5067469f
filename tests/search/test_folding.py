"""Folded texts, and where each of their characters stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import fold, fold_with_places


@pytest.mark.parametrize(
    ("text", "folded", "places"),
    [
        ("CT增强", "ct增强", [0, 1, 2, 3, 4]),
        ("體溫38℃，", "体温38°c，", [0, 1, 2, 3, 4, 4, 5, 6]),
        ("½剂", "1⁄2剂", [0, 0, 0, 1, 2]),
        ("第①条^]-\\", "第1条^]-\\", [0, 1, 2, 3, 4, 5, 6, 7]),
        ("İ床", "i̇床", [0, 0, 1, 2]),
        ("", "", [0]),
    ],
)
def test_each_folded_character_knows_its_place(text, folded, places):
    found, origins = fold_with_places(text)
    assert (found, list(origins)) == (folded, places)


@given(st.text(alphabet="床體ＣＴct½①℃ﬁİ，。^]-\\ "))
def test_letters_are_folded_as_everywhere_and_places_rise_to_the_end(text):
    folded, origins = fold_with_places(text)
    assert fold(folded) == fold(text)
    assert len(origins) == len(folded) + 1
    assert list(origins) == sorted(origins)
    assert origins[-1] == len(text)
