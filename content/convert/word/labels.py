"""A number in one of Word's formats (ECMA-376 Part 1, 17.18.59 ST_NumberFormat).

Where Word differs from the standard, as [MS-OI29500] 2.1.540 notes or as it was seen in Word 16, Word wins: its label
is the one the author saw.
"""

import re

_DIGITS = "〇一二三四五六七八九"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LONGEST_ROMAN = 4999
_LONGEST_LETTERS = 26 * 30
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def label(number, format="decimal") -> str:
    """What stands for the number. A format that nobody here knows is shown in digits, as Word itself does."""
    if format == "none":
        return ""
    write = _FORMATS.get(format)
    return (write(number) if write else "") or str(number)


def picture_of(format):
    """A format given by its first numbers, "001, 002, 003, ..." ([MS-DOCX] 2.4), as a format of our own."""
    first = re.match(r"\s*([^,，\s]+)", format or "")
    text = first[1] if first else ""
    if re.fullmatch("0+1", text):
        return f"padded{len(text)}"
    return _BY_FIRST.get(text, "decimal")


def _roman(number):
    if not 0 < number <= _LONGEST_ROMAN:
        return ""
    made = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        made += letters * times
    return made


def _letters(first):
    """a … z, aa, bb: the same letter once more each time the alphabet is through."""

    def write(number):
        if not 0 < number <= _LONGEST_LETTERS:
            return ""
        return chr(ord(first) + (number - 1) % 26) * ((number - 1) // 26 + 1)

    return write


def _each_digit(digits):
    return lambda number: "".join(digits[int(digit)] for digit in str(number)) if number >= 0 else ""


def _one_of(signs):
    """Past the last sign plain digits follow."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


def _signs(first, last):
    return _one_of([chr(code) for code in range(ord(first), ord(last) + 1)])


def _repeated(signs):
    """* † ‡ §, then two of each."""
    return lambda number: (
        signs[(number - 1) % len(signs)] * min((number - 1) // len(signs) + 1, 30) if number > 0 else ""
    )


def _counting(zero):
    """十, 十一, 二十 below a hundred; from there digit by digit: 一○○."""
    digits = zero + _DIGITS[1:]

    def write(number):
        if not 10 <= number < 100:
            return _each_digit(digits)(number)
        tens, ones = divmod(number, 10)
        return (digits[tens] if tens > 1 else "") + "十" + (digits[ones] if ones else "")

    return write


def _thousands(digits, units="十百千", myriad="万", *, leaves_out_one="", fills_gaps=True):
    """一百二十三, 一百〇一. `leaves_out_one`: "teens" 十二 for 一十二, "always" 百一 for 一百一."""

    def write(number):
        if number == 0:
            return digits[0]
        if not 0 < number < 10**8:
            return ""
        high, low = divmod(number, 10_000)
        made = group(high) + myriad if high else ""
        gap = digits[0] if high and 0 < low < 1000 and fills_gaps else ""
        made += gap + group(low)
        return made[1:] if leaves_out_one == "teens" and made.startswith(digits[1] + units[0]) else made

    def group(number):
        made, gap = "", False
        for place in (3, 2, 1, 0):
            digit = number // 10**place % 10
            gap = gap or (not digit and bool(made))
            if digit:
                made += digits[0] if gap and fills_gaps else ""
                one = leaves_out_one == "always" and digit == 1 and place
                made += ("" if one else digits[digit]) + (units[place - 1] if place else "")
                gap = False
        return made

    return write


def _ordinal(number):
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _sexagenary(number):
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if 0 < number <= 60 else ""


_FORMATS = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _each_digit("０１２３４５６７８９"),
    "decimalFullWidth2": _each_digit("０１２３４５６７８９"),
    "decimalEnclosedCircle": _signs("①", "⑳"),
    "decimalEnclosedCircleChinese": _signs("①", "⑩"),  # GB 2312 has ten
    "decimalEnclosedFullstop": _signs("⒈", "⒛"),
    "decimalEnclosedParen": _signs("⑴", "⒇"),
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "ordinal": _ordinal,
    "chicago": _repeated("*†‡§"),
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "chineseCounting": _counting("○"),
    "chineseCountingThousand": _thousands(_DIGITS, leaves_out_one="teens"),
    "chineseLegalSimplified": _thousands("零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
    "taiwaneseCounting": _counting("○"),
    "taiwaneseCountingThousand": _thousands("零" + _DIGITS[1:], myriad="萬", leaves_out_one="teens"),
    "taiwaneseDigital": _each_digit("○" + _DIGITS[1:]),
    "ideographDigital": _each_digit(_DIGITS),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographEnclosedCircle": _signs("㈠", "㈩"),
    "ideographLegalTraditional": _thousands("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬"),
    "japaneseCounting": _thousands(_DIGITS, leaves_out_one="always", fills_gaps=False),
    "japaneseDigitalTenThousand": _each_digit(_DIGITS),
    "japaneseLegal": _thousands("〇壱弐参四伍六七八九", "拾百阡", "萬", fills_gaps=False),
    "koreanDigital": _each_digit("영일이삼사오육칠팔구"),
    "koreanDigital2": _each_digit("零" + _DIGITS[1:]),
    "koreanCounting": _thousands("영일이삼사오육칠팔구", "십백천", "만", leaves_out_one="always", fills_gaps=False),
    "chosung": _repeated("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "ganada": _repeated("가나다라마바사아자차카타파하"),
    "russianLower": _repeated("абвгдежзиклмнопрстуфхцчшщыэюя"),
    "russianUpper": _repeated("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
    **{f"padded{width}": (lambda number, width=width: f"{number:0{width}}") for width in range(2, 10)},
}
# Office writes no name for these but how they begin.
_BY_FIRST = {
    "一": "chineseCountingThousand",
    "壹": "chineseLegalSimplified",
    "①": "decimalEnclosedCircle",
    "⑴": "decimalEnclosedParen",
    "⒈": "decimalEnclosedFullstop",
    "㈠": "ideographEnclosedCircle",
    "１": "decimalFullWidth",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "I": "upperRoman",
    "i": "lowerRoman",
    "A": "upperLetter",
    "a": "lowerLetter",
}
