"""Numbers of a workbook read as the sheet shows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.convert.sheets.formats import BUILT_IN, Format

pytestmark = pytest.mark.promise("W24")


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("", "0.30000000000000004", "0.3"),
        ("General", "1234567.891", "1234567.891"),
        ("", "1e20", "1E+20"),
        ("", "1E-7", "1E-7"),
        ("", "123456789012", "123456789012"),
        ("0", "2.5", "3"),
        ("000", "7", "007"),
        ("0.00", "-0.125", "-0.13"),
        ("#.##", "0.5", "0.5"),
        ("0.0_ ", "12.34", "12.3"),
        ("0%", "0.985", "99%"),
        ("0.00%", "0.98765", "98.77%"),
        ("#,##0.00", "1234567.891", "1,234,567.89"),
        ("#,##0", "-1234", "-1,234"),
        ("¥#,##0.00;[Red]-¥#,##0.00", "-1234.5", "-¥1,234.50"),
        ("#,##0.00_);(#,##0.00)", "-3", "(3.00)"),
        ("0.00E+00", "12345", "1.23E+04"),
        ('0"份"', "3", "3份"),
        ('0.0"mg"', "5", "5.0mg"),
        ('"第"0"周"', "12", "第12周"),
        ('[=1]"男";[=2]"女";0', "2", "女"),
        ("[>=10]0.0;0.00", "1", "1.00"),
        ('0.0;-0.0;"—"', "0", "—"),
        ("yyyy/m/d", "46100", "2026/3/19"),
        ('yyyy"年"m"月"d"日"', "46100", "2026年3月19日"),
        (r"yyyy\-mm\-dd", "46100.5", "2026-03-19"),
        ('[$-804]yyyy"年"m"月";@', "46100", "2026年3月"),
        ("yyyy/m/d h:mm", "46100.524", "2026/3/19 12:34"),
        ("h:mm", "0.75", "18:00"),
        ("h:mm AM/PM", "0.75", "6:00 PM"),
        ('上午/下午h"时"', "0.6", "下午2时"),
        ("[h]:mm", "1.5", "36:00"),
        ("mm:ss", "0.01", "14:24"),
        ("yyyy-mm-dd hh:mm:ss.000", "46100.5", "2026-03-19 12:00:00"),
        ("aaaa", "46100", "星期四"),
        ("yyyy/m/d", "59", "1900/2/28"),
        ("yyyy/m/d", "61", "1900/3/1"),
    ],
)
def test_shown_as_on_the_sheet(code, value, shown):
    assert Format(code).show(value) == shown


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [("0;;", "-3", "-3"), (";;;", "5", "5"), ("# ?/?", "0.5", "0.5"), ("###-####", "5551234", "5551234")],
)
def test_what_a_format_hides_or_nobody_can_follow_is_shown_plainly(code, value, shown):
    assert Format(code).show(value) == shown


@pytest.mark.parametrize(("number", "shown"), [("14", "2026/3/19"), ("31", "2026年3月19日"), ("10", "4610000.00%")])
def test_formats_that_have_a_number_only(number, shown):
    assert Format(BUILT_IN[number]).show("46100") == shown


def test_days_of_workbooks_from_apple():
    assert Format("yyyy/m/d").show("44638", counts_from_1904=True) == "2026/3/19"


@given(st.text(alphabet='0#?,.%;"\\[]yYmMdDhHsSaAeE+-@General$=<>/_* 年', max_size=40), st.floats())
def test_no_format_and_no_number_is_too_strange(code, value):
    assert isinstance(Format(code).show(repr(value)), str)
