"""Lists as hospitals number their regulations, and how the numbers read."""

from tests.content.convert.corpus.docx import Level

CHAPTER = Level("chineseCountingThousand", "第%1章")
ARTICLE = Level("chineseCountingThousand", "第%2条", restart=0)
CLAUSE = Level("chineseCountingThousand", "（%3）")
ITEM = Level("decimal", "%4.")
LAW = (CHAPTER, ARTICLE, CLAUSE, ITEM)
CHINESE = Level("chineseCounting", "%1、")
OUTLINE = (Level(text="%1"), Level(text="%1.%2"), Level(text="%1.%2.%3"))

CHINESE_TO_THIRTY = [
    *"一二三四五六七八九十",
    *("十" + one for one in "一二三四五六七八九"),
    "二十",
    *("二十" + one for one in "一二三四五六七八九"),
    "三十",
]
