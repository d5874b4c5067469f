"""Sentences for large groups, composed from parts so that no two texts are alike."""

from random import Random

SUBJECTS = ["责任护士", "值班医师", "临床药师", "护士长", "科主任", "院感专员", "带教老师", "接班人员", "检验技师", "首诊医师", "信息工程师", "转运人员"]  # fmt: skip
TIMES = ["入院 8 小时内", "每班交接时", "操作前", "用药后 30 分钟", "患者离开病区之前", "接到电话后 10 分钟内", "夜间巡视时", "每周一上午", "出院前一天", "结果回报后", "术后 24 小时内", "转科当天"]  # fmt: skip
VERBS = ["核对", "复述", "记录", "评估", "通知", "观察", "登记", "复查", "讲解", "标识", "清点", "调整"]
OBJECTS = ["患者身份与过敏史", "微泵的浓度和速度", "穿刺部位有无渗血", "血钾、血糖与尿量", "未回报的检查", "引流液的颜色和量", "抗凝药的停用时间", "跌倒与压力性损伤风险", "家属理解的程度", "抢救车的封签", "隔离标识", "疼痛评分与呼吸频率", "体温单与出入量", "管路的刻度", "备用设备的电量", "随访电话的结果"]  # fmt: skip
ENDS = ["不一致的，两人重新确认。", "异常的，立即报告并写明时间。", "没有完成的，交给下一班并签名。", "由上级医师在当天审阅。", "结果写进病程，不写在便条上。", "患者拒绝的，说明风险并记录。", "连续两次不达标的，科内讨论。", "用患者听得懂的话再说一遍。"]  # fmt: skip
TOPICS = ["导管维护", "围手术期用药", "血糖管理", "氧疗", "镇静评估", "伤口换药", "出院随访", "心电监护", "营养支持", "康复训练", "静脉输液", "标本采集", "会诊准备", "病情告知", "设备清洁", "转运交接", "血液净化", "感染监测", "疼痛管理", "急救演练"]  # fmt: skip
SUFFIXES = [
    "操作流程",
    "观察要点",
    "常见问题",
    "质控记录",
    "交接清单",
    "宣教单",
    "查房要点",
    "培训讲义",
    "处置预案",
    "工作约定",
]


def title(chance: Random, number: int) -> str:
    return f"{chance.choice(TOPICS)}{chance.choice(SUFFIXES)} {number:05}"


def body(chance: Random, characters: int, links=()) -> str:
    """About so many characters: sections, lists, a table now and then, and links to pages that are there."""
    parts, length, links = [], 0, list(links)
    while length < characters:
        part = _section(chance, links.pop() if links else None)
        parts.append(part)
        length += len(part)
    return "\n\n".join(parts) + "\n"


def _section(chance, link):
    lines = [f"## {chance.choice(TOPICS)}", "".join(_sentence(chance) for _ in range(6))]
    lines.append("\n".join(f"- {_sentence(chance)}" for _ in range(5)))
    if chance.random() < 0.3:
        rows = "\n".join(
            f"| {chance.choice(OBJECTS)} | {chance.choice(TIMES)} | {chance.randint(1, 400)} |" for _ in range(4)
        )
        lines.append(f"| 项目 | 时间 | 记录 |\n| --- | --- | --- |\n{rows}")
    if link is not None:
        lines.append(f"另见[{link[1]}](page:{link[0]})。")
    return "\n\n".join(lines)


def _sentence(chance):
    verb, number = chance.choice(VERBS), chance.randint(1, 5_000)
    return f"{chance.choice(TIMES)}，{chance.choice(SUBJECTS)}{verb}{chance.choice(OBJECTS)}（编号 {number}），{chance.choice(ENDS)}"
