"""Invented names, the same at every loading."""

import random

# fmt: off
FAMILY = "林周沈韩许陆赵顾叶江苏程温宋白陶纪韦罗唐方梁秦何贺孟邵段邹潘戴卢曹严傅尹祝庄裴穆钟乔聂尚耿简阮柯简鲁池岑翟牧俞郁"
GIVEN = [
    *("知夏", "雅宁", "予安", "文博", "景行", "明远", "清禾", "予舟", "砚秋", "行舟", "望舒", "亦舟", "念初", "星野", "怀瑾"),
    *("听澜", "昭宁", "可欣", "若谷", "南乔", "书瑶", "思齐", "允之", "静姝", "嘉树", "云舒", "怀远", "沐阳", "浅予", "知微"),
    *("安歌", "子衿", "慕言", "流筝", "晚晴", "初霁", "青棠", "北辰", "疏影", "闻溪", "向晚", "一诺", "秉文", "若水", "长歌"),
    *("乐游", "鹿鸣", "采薇", "临川", "淮安", "渔舟", "半夏", "茯苓", "苏叶", "川柏", "远志", "景天", "合欢", "玉竹", "石斛"),
]
# fmt: on


def names(seed=20260318):
    """An endless row of names, each once as long as there are any, then with a second given name."""
    order = random.Random(seed)
    pairs = [family + given for family in dict.fromkeys(FAMILY) for given in GIVEN]
    order.shuffle(pairs)
    while True:
        yield from pairs
        pairs = [name[0] + order.choice(GIVEN) for name in pairs]
