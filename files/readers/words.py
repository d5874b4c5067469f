"""Words as people type them, out of what documents hold: nothing unseen between the characters, lines made whole."""

import re
import unicodedata

# Control and direction characters, halves of pairs, and private ones (bullets of symbol fonts). Tab and newline stay.
_UNSEEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff\ue000-\uf8ff]"
)
_SPACES = re.compile("[ \xa0\u2000-\u200a\u3000]+")
_AROUND_BREAKS = re.compile(r" ?\n ?")
HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SPREAD = re.compile(f"(?<![{HAN}])[{HAN}](?: [{HAN}]){{2,}}(?![{HAN}])")  # 危 急 值, as titles are set
_RADICALS = re.compile("[\u2e80-\u2fdf]")
# Browsers print these characters as radicals of the same shape; Unicode folds the Kangxi ones only.
_SAME_SHAPE = str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰⻳", "民虎西见角贝车长门青页风飞食马骨鬼鱼鸟黄齐齿龙龟"
)


def tidy(text: str) -> str:
    text = _UNSEEN.sub("", text)
    text = _AROUND_BREAKS.sub("\n", _SPACES.sub(" ", text)).strip(" \n")
    if _RADICALS.search(text):
        text = _RADICALS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text.translate(_SAME_SHAPE))
    return _SPREAD.sub(lambda found: found[0].replace(" ", ""), text)


_WIDE = f"\u2e80-\u303f{HAN}\uff00-\uff60"
_WIDE_AT_START, _WIDE_AT_END = re.compile(f"[{_WIDE}]"), re.compile(f"[{_WIDE}]$")
_WIDE_ANYWHERE = re.compile(f"[{_WIDE}]")
_FIRST_WORD = re.compile(f"[{_WIDE}][，。、；：！？）》”』】]*|[^\\s{_WIDE}]+")
_SENTENCE_ENDS = re.compile(r"[。！？!?；;：:]$")
_HYPHENATED = re.compile("[\x02\ufffe]\r?\n")  # what pdfium leaves of a hyphen at the end of a line
_BEGINS_ANEW = re.compile(
    r"　|第[〇零一二三四五六七八九十百\d]+[章节条款编]|[一二三四五六七八九十]+[、.．]"
    r"|[（(][一二三四五六七八九十\d]+[)）]|\d+(?:\.\d+)*[.、．)）](?!\d)|\d+(?:\.\d+)+ ?[^\d%.\s]"
    r"|[•·●○■□◆▪‣\uf06c\uf0b7]"
)


def paragraphs(page: str) -> str:
    """Lines of a printed page put together again, so that no word is cut where a line was full."""
    lines = [line.rstrip() for line in _HYPHENATED.sub("", page).splitlines()]
    made, before = [], ""
    for line in lines:
        if made and not _is_break(before, line):
            made[-1] += ("" if _sticks(before, line) else " ") + line
        else:
            made.append(line)
        before = line
    return "\n".join(made)


def _is_break(before, line):
    if not before or not line or _SENTENCE_ENDS.search(before) or _BEGINS_ANEW.match(line):
        return True
    first = _FIRST_WORD.match(line.lstrip())
    # It would have fitted beside what stands before it: so that line was not full, it ended.
    return _width(before) + (_width(first[0]) if first else 1) <= 0.9 * _width(line)


def _sticks(before, line):
    return bool(_WIDE_AT_END.search(before) or _WIDE_AT_START.match(line))


def _width(line):
    return len(line) + len(_WIDE_ANYWHERE.findall(line))
