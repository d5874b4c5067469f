"""What kind of answer a question asks for: a time, an age, a sum. Told by the unit that stands beside a number."""

import re
from dataclasses import dataclass
from functools import lru_cache

_NUMBER = r"[\d一二两三四五六七八九十百千万半]+(?:\.\d+)?(?:\s*[–\-~至到]\s*[\d一二三四五六七八九十]+)?\s*个?\s*"
# (what asks for it, the units it is answered in); the first that fits counts
_UNITS = (
    ("多久|多长|多少时间|什么时候|何时|多快", "年|月|周|天|日|小时|分钟|秒|h|min"),
    ("(?:几|多少)个?(?:小时|钟头)|几点", "小时|h|时|[:：]\\d\\d"),
    ("(?:几|多少)分钟", "分钟|min"),
    ("(?:几|多少)(?:天|日)|几号", "天|日|小时|周"),
    ("几年|多少年", "年"),
    ("(?:几|多少)个?(?:月|礼拜|星期|周)", "月|周|天|日"),
    ("多大年[纪龄]|(?:几|多少)岁|多大", "周岁|岁"),
    ("(?:几|多少)[次回遍]", "次|回|遍"),
    ("(?:几|多少)倍", "倍|%|分之"),
    ("罚多少|赔多少|交多少|多少钱|几[块元]|怎么罚", "元|倍|%"),
    ("多少|多[高深远满重]|几", r"[^\s\d,。;、]"),
)
MOST = 200  # places looked at


@dataclass(frozen=True)
class Cue:
    """A number with one of some units."""

    pattern: re.Pattern

    def places_in(self, text):
        for number, match in enumerate(self.pattern.finditer(text)):
            if number == MOST:
                break
            yield match.span()


def cue_of(asked) -> Cue | None:
    """`asked`: folded."""
    return next((_cue(units) for asks, units in _UNITS if re.search(asks, asked)), None)


@lru_cache
def _cue(units):
    return Cue(re.compile(f"{_NUMBER}(?:{units})"))
