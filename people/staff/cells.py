"""What stands in one cell of a staff list: a value, or a sentence that says what is wrong and how to put it right."""

import datetime
import re
import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

NUMBER = re.compile(r"^[A-Z]{0,6}-?[0-9]{2,14}$")
LOOKS_LIKE_DIGITS = str.maketrans("OILZSB", "011258")
NAME = re.compile(r"^[^\W\d_](?:[^\W_]|[ ·.\-'’])*$")
PHONE = re.compile(r"^1[3-9][0-9]{9}$")
DATE = re.compile(r"^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$")
DATE_IN_DIGITS = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
EXCEL_DAY_ONE = datetime.date(1899, 12, 30)
EXCEL_DAYS = range(20_000, 80_000)  # 1954 to 2119, as plain numbers
YEARS = range(1950, 2100)
YES, NO = ("是", "y", "yes", "1", "true", "√", "主岗", "主"), ("否", "n", "no", "0", "false", "×", "兼岗", "兼", "兼职")
MAX_NAME = 40
EXCEL_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!")


class Fault(Exception):
    """What is wrong with a cell; `guess` is what was probably meant."""

    def __init__(self, words, guess=""):
        super().__init__(words)
        self.guess = guess


def text(cell) -> str:
    """Any cell as people read it; whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime):
        return f"{cell:%Y-%m-%d}"
    value = unicodedata.normalize("NFKC", str(cell)).strip()
    if value in EXCEL_ERRORS:
        raise Fault(_("公式没有算出结果，请改成文字"))
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cs") for letter in value):
        raise Fault(_("里面有看不见的字符，请重新输入"))
    return value


def number(cell):
    value = text(cell).upper().replace(" ", "")
    if not value:
        raise Fault(_("没有填工号"))
    if NUMBER.match(value):
        return value
    prefix = re.match(r"^[A-Z]{0,2}", value).group()
    guess = prefix + value[len(prefix) :].translate(LOOKS_LIKE_DIGITS)
    if guess != value and NUMBER.match(guess):
        wrong = next(letter for letter in value[len(prefix) :] if letter in "OILZSB")
        raise Fault(_("工号里有字母 %(letter)s，应为 %(guess)s") % {"letter": wrong, "guess": guess}, guess)
    raise Fault(_("工号由字母开头的医院代号和数字组成，例如 QY10921"))


def name(cell):
    value = re.sub(r"\s+", " ", text(cell))
    if not value:
        raise Fault(_("没有填姓名"))
    if len(value) > MAX_NAME:
        raise Fault(_("姓名超过 %(count)d 个字") % {"count": MAX_NAME})
    if not NAME.match(value):
        raise Fault(_("姓名里只能有文字、空格和间隔号"))
    return re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", value)  # “王 芳”, spread to look even


def day(cell):
    """A date, or None for an empty cell."""
    if isinstance(cell, datetime.datetime):
        cell = cell.date()
    if isinstance(cell, datetime.date):
        return _in_our_time(cell)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and int(cell) in EXCEL_DAYS:
        return EXCEL_DAY_ONE + datetime.timedelta(days=int(cell))
    value = text(cell)
    if not value:
        return None
    match = DATE.match(value.partition(" 00:")[0]) or DATE_IN_DIGITS.match(value)
    if not match:
        raise Fault(_("日期请写成 2026-03-18 这样"))
    try:
        return _in_our_time(datetime.date(*(int(part) for part in match.groups())))
    except ValueError:
        raise Fault(_("没有这一天，请检查日期")) from None


def _in_our_time(date):
    if date.year not in YEARS:
        raise Fault(_("年份不对，请检查日期"))
    return date


def phone(cell):
    value = re.sub(r"[\s\-]", "", text(cell)).removeprefix("+86")
    if value and not PHONE.match(value):
        raise Fault(_("手机号是 11 位数字，以 1 开头"))
    return value


def email(cell):
    value = text(cell).lower()
    if not value:
        return ""
    try:
        validate_email(value)
    except ValidationError:
        raise Fault(_("邮箱写得不完整，例如 name@hospital.example")) from None
    return value


def yes(cell):
    """True, False, or None for an empty cell."""
    value = text(cell).lower()
    if not value:
        return None
    if value in YES:
        return True
    if value in NO:
        return False
    raise Fault(_("请填“是”或“否”"))
