"""What a question is about: its words without those that only ask, and what hospital people call them besides.

Words are cut by rjieba here and nowhere else: only to tell which pairs of characters belong together. The index knows
no words, so a wrong cut costs a little weight and never a hit.
"""

from dataclasses import dataclass
from math import log1p

from search.analysis import is_han, pairs

# What questions are made of, and answers not. Of words of one character only these and no others are dropped.
ASKING = frozenset(
    [
        "什么",
        "怎么",
        "怎样",
        "怎么样",
        "怎么办",
        "如何",
        "为什么",
        "为何",
        "为啥",
        "啥",
        "多久",
        "多少",
        "多长",
        "多长时间",
        "何时",
        "什么时候",
        "时候",
        "几",
        "谁",
        "哪",
        "哪里",
        "哪些",
        "哪个",
        "哪儿",
        "哪种",
        "哪家",
        "哪天",
        "吗",
        "呢",
        "吧",
        "啊",
        "呀",
        "嘛",
        "么",
        "是否",
        "能否",
        "可否",
        "能不能",
        "可不可以",
        "要不要",
        "有没有",
        "是不是",
        "需不需要",
        "该不该",
        "会不会",
        "应不应该",
        "行不行",
        "好不好",
        "几年",
        "几天",
        "几次",
        "几个",
        "几点",
        "几小时",
        "几个月",
        "几周",
        "几级",
        "几种",
        "几类",
        "几人",
        "几名",
        "几份",
        "几日",
        "多大",
        "多高",
        "多重",
        "多远",
        "多快",
        "的",
        "了",
        "着",
        "过",
        "地",
        "得",
        "是",
        "在",
        "有",
        "和",
        "与",
        "及",
        "或",
        "或者",
        "还是",
        "而",
        "但",
        "但是",
        "也",
        "都",
        "就",
        "才",
        "又",
        "再",
        "还",
        "很",
        "太",
        "最",
        "更",
        "不",
        "没",
        "没有",
        "别",
        "被",
        "把",
        "给",
        "让",
        "叫",
        "使",
        "向",
        "往",
        "从",
        "到",
        "对",
        "对于",
        "关于",
        "为",
        "为了",
        "以",
        "于",
        "由",
        "按",
        "按照",
        "根据",
        "因",
        "因为",
        "所以",
        "如果",
        "要是",
        "假如",
        "的话",
        "那",
        "那么",
        "这",
        "这个",
        "那个",
        "这种",
        "这样",
        "那样",
        "它",
        "他",
        "她",
        "我",
        "你",
        "您",
        "我们",
        "你们",
        "他们",
        "咱们",
        "自己",
        "大家",
        "别人",
        "人家",
        "要",
        "需要",
        "必须",
        "应该",
        "应当",
        "应",
        "该",
        "可以",
        "能",
        "能够",
        "会",
        "可",
        "可能",
        "想",
        "想要",
        "请",
        "请问",
        "请教",
        "麻烦",
        "知道",
        "告诉",
        "说",
        "问",
        "问一下",
        "一下",
        "一个",
        "一名",
        "一位",
        "一次",
        "一种",
        "一些",
        "有些",
        "有关",
        "相关",
        "算",
        "算不算",
        "属于",
        "叫做",
        "做",
        "办",
        "弄",
        "搞",
        "去",
        "来",
        "用",
        "上",
        "下",
        "里",
        "中",
        "内",
        "外",
        "前",
        "后",
        "之前",
        "之后",
        "以后",
        "以前",
        "时",
        "起来",
        "出来",
        "下来",
        "进来",
        "不能",
        "不可以",
        "不会",
        "不要",
        "不用",
        "是什么",
        "有哪些",
        "哪几",
        "要交",
        "要找",
        "要查",
        "要做",
        "要带",
        "要写",
        "要走",
        "要办",
        "要报",
        "要给",
        "要用",
        "要填",
        "能用",
        "能做",
        "能办",
        "能给",
        "会被",
        "怎么走",
        "怎么写",
        "怎么做",
        "怎么报",
        "怎么填",
        "怎么用",
        "怎么找",
        "怎么处理",
        "怎么弄",
    ]
)
# What people say at the bedside, and what is written. Asked in questions only: a word that is searched stays itself.
GROUPS = (
    "医生 医师 大夫",
    "病人 患者",
    "开刀 手术",
    "打针 注射",
    "输液 静脉输液 补液 打点滴 吊水",
    "吃药 服药 口服",
    "药 药品 药物",
    "疫苗 预防接种",
    "传染病 传染性疾病",
    "发烧 发热",
    "拉肚子 腹泻",
    "摔倒 跌倒 坠床",
    "绑 约束 保护性约束",
    "褥疮 压疮 压力性损伤",
    "抢救 急救",
    "去世 死亡 过世",
    "尸体 遗体",
    "怀孕 妊娠",
    "孕妇 妊娠妇女 产妇",
    "小孩 儿童 孩子 未成年人",
    "老人 老年人",
    "家属 近亲属",
    "同意书 知情同意",
    "病历 病案",
    "病历本 病历",
    "医院 医疗机构",
    "诊所 医疗机构",
    "公司 企业 单位",
    "证 证书 执业证书",
    "执照 许可证",
    "续 延续 换证 延期",
    "过期 失效 有效期",
    "罚钱 罚款 处罚",
    "处罚 罚款 法律责任",
    "坐牢 刑事责任 有期徒刑",
    "告 起诉 诉讼",
    "打官司 诉讼",
    "赔钱 赔偿",
    "吵架 纠纷",
    "打人 殴打",
    "骗 骗取 欺诈",
    "偷 盗窃",
    "报告 上报",
    "值班 当班",
    "夜班 夜间值班",
    "请假 休假",
    "辞职 解除 离职",
    "开除 解除 辞退",
    "工资 劳动报酬 薪酬",
    "加班 延长工作时间",
    "合同 劳动合同",
    "工伤 职业伤害",
    "针刺伤 锐器伤 职业暴露",
    "垃圾 废物",
    "污水 废水",
    "毒品 麻醉药品",
    "血 血液",
    "献血 采血",
    "输血 用血",
    "化验 检验",
    "拍片 放射 影像",
    "机器 设备",
    "器械 医疗器械",
    "火 火灾 消防",
    "电脑 计算机 信息系统",
    "网 网络",
    "密码 口令",
    "公章 印章",
    "广告 宣传",
    "星期 周",
    "一年 每年",
    "存 保存 保管",
    "查房 查房制度",
    "转院 转诊",
    "会诊 远程会诊",
    "救护车 院前急救 急救",
    "重症监护室 重症医学科 监护病房",
    "护工 护理员 陪护",
    "学生 实习",
    "领导 负责人",
    "政府 人民政府",
    "钱 费用 收费",
    "报销 支付 医保",
    "医保 医疗保障 医疗保险",
)
EVERYDAY: dict[str, tuple[str, ...]] = {}
for _group in GROUPS:
    for _word in _group.split():
        _others = (each for each in _group.split() if each != _word)
        EVERYDAY[_word] = tuple(dict.fromkeys((*EVERYDAY.get(_word, ()), *_others)))

PART = 0.35  # of a word's weight: a pair of it, or one across two words
BESIDES = 0.8  # of a word's weight: another word for it


@dataclass(frozen=True)
class Meaning:
    """The words that a question is about, with what they may be called besides."""

    words: tuple[str, ...]
    besides: tuple[tuple[str, tuple[str, ...]], ...]  # (word, others)
    across: tuple[str, ...]  # pairs that two following words make

    @property
    def grams(self) -> list[str]:
        """The tokens an index is asked for."""
        others = [gram for _word, more in self.besides for other in more for gram in pairs(other)]
        return [gram for word in self.words for gram in pairs(word)] + list(self.across) + others

    def weights(self, frequencies, size) -> dict[str, float]:
        """How much each stretch of text says: the rarer, the more; parts of words and other words for them less."""
        weights = {}

        def add(text, share):
            known = [frequencies[gram] for gram in pairs(text) if gram in frequencies]
            if len(known) == len(pairs(text)) and known:
                weights[text] = max(weights.get(text, 0.0), share * log1p(size / (1 + min(known))))

        for word in self.words:
            add(word, 1.0)
            if len(word) > 2 and is_han(word):
                for pair in pairs(word):
                    add(pair, PART)
        for pair in self.across:
            add(pair, PART)
        for _word, others in self.besides:
            for other in others:
                add(other, BESIDES)
        return weights


def meaning_of(typed, expand=lambda word: ()) -> Meaning:
    """`typed`: folded. `expand`: a librarian's other words for one."""
    import rjieba

    words, across, before = [], [], ""
    for word in rjieba.cut(typed):
        if not pairs(word):
            before = ""
            continue
        if word in ASKING:
            before = ""
            continue
        if before and is_han(before[-1]) and is_han(word[0]) and (len(before) == 1 or len(word) == 1):
            across.append(before[-1] + word[0])
        words.append(word)
        before = word
    kept = [word for word in words if len(word) > 1 or not is_han(word) or word in EVERYDAY] or words
    besides = [(word, tuple(dict.fromkeys((*EVERYDAY.get(word, ()), *expand(word))))) for word in dict.fromkeys(kept)]
    named = tuple(word for word in dict.fromkeys(kept) if len(word) > 1 or not is_han(word) or len(kept) == 1)
    return Meaning(named, tuple((word, others) for word, others in besides if others), tuple(dict.fromkeys(across)))
