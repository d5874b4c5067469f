import pytest

from ui.numbers import number_in


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), (7, 7), ("", 0), (None, 0), ("-1", 0), ("²", 0), ("１２", 0), ("9" * 5_000, 0), ("1e3", 0)],
)
def test_whatever_is_sent_a_number_is_read_or_none(text, number):
    assert number_in(text) == number
