"""Texts for measurements, composed so that no two are alike and search finds words in some, not in all."""

from random import Random

# fmt: off
TOPICS = [
    "导管维护", "围手术期用药", "血糖管理", "氧疗", "镇静评估", "伤口换药", "出院随访", "心电监护", "营养支持", "康复训练",
    "静脉输液", "标本采集", "会诊准备", "病情告知", "设备清洁", "转运交接", "血液净化", "感染监测", "疼痛管理", "急救演练",
    "跌倒预防", "压力性损伤预防", "输血护理", "抗凝治疗", "口服化疗", "雾化吸入", "胸腔引流", "气管切开护理", "人工气道湿化", "肠内营养",
    "约束使用", "谵妄筛查", "吞咽筛查", "早期活动", "深静脉血栓预防", "高警示药品", "冷链管理", "多重耐药菌隔离", "手术安全核查", "床旁检验",
    "危重患者转运", "新生儿交接", "产后观察", "儿童补液", "老年综合评估", "安宁疗护", "医保结算", "病案首页填写", "随访电话", "满意度回访",
]
SUFFIXES = ["操作流程", "观察要点", "常见问题", "质控记录", "交接清单", "宣教单", "查房要点", "培训讲义", "处置预案", "工作约定", "评估表说明", "不良事件回顾"]
DISEASES = [
    "急性冠脉综合征", "慢性心力衰竭", "心房颤动", "社区获得性肺炎", "慢性阻塞性肺疾病", "支气管哮喘", "缺血性脑卒中", "脑出血", "癫痫", "2 型糖尿病",
    "糖尿病酮症", "甲状腺功能亢进", "急性胰腺炎", "上消化道出血", "肝硬化", "急性肾损伤", "慢性肾脏病", "肾病综合征", "髋部骨折", "脊柱手术后",
    "剖宫产后", "妊娠期高血压", "早产儿", "小儿腹泻", "热性惊厥", "脓毒症", "多发伤", "烧伤", "缺铁性贫血", "淋巴瘤化疗期",
]
HEADINGS = ["适用范围", "目的", "评估", "准备", "操作步骤", "观察与记录", "异常情况的处理", "健康宣教", "交接", "质量指标", "常见差错", "职责分工", "培训与考核", "附则"]
SUBJECTS = ["责任护士", "值班医师", "临床药师", "护士长", "科主任", "院感专员", "带教老师", "接班人员", "检验技师", "首诊医师", "信息工程师", "转运人员", "主管护师", "质控员", "营养师", "康复治疗师"]
TIMES = ["入院 8 小时内", "每班交接时", "操作前", "用药后 30 分钟", "患者离开病区之前", "接到电话后 10 分钟内", "夜间巡视时", "每周一上午", "出院前一天", "结果回报后", "术后 24 小时内", "转科当天", "病情变化时", "每月最后一周", "首次下床前", "更换体位之后"]
VERBS = ["核对", "复述", "记录", "评估", "通知", "观察", "登记", "复查", "讲解", "标识", "清点", "调整", "询问", "检查", "确认"]
OBJECTS = [
    "患者身份与过敏史", "微泵的浓度和速度", "穿刺部位有无渗血", "血钾、血糖与尿量", "未回报的检查", "引流液的颜色和量", "抗凝药的停用时间", "跌倒与压力性损伤风险",
    "家属理解的程度", "抢救车的封签", "隔离标识", "疼痛评分与呼吸频率", "体温单与出入量", "管路的刻度", "备用设备的电量", "随访电话的结果", "皮肤的完整性", "吞咽与进食情况",
    "意识和瞳孔", "约束部位的血运", "医嘱的执行时间", "标本的采集时间", "转运路线与电梯", "氧气瓶的余量", "药品的效期与批号", "手卫生的时机",
]
ENDS = [
    "不一致的，两人重新确认", "异常的，立即报告并写明时间", "没有完成的，交给下一班并签名", "由上级医师在当天审阅", "结果写进病程，不写在便条上", "患者拒绝的，说明风险并记录",
    "连续两次不达标的，科内讨论", "用患者听得懂的话再说一遍", "拿不准的，先停下来问", "需要会诊的，写清要回答的问题", "同一问题一周内出现两次的，报质控部",
]
REASONS = [
    "去年的回顾里，一半的差错出在交接，而不是操作本身", "病区之间做法不同，转科患者最容易被漏掉", "夜间人手少，步骤越少越不容易错", "新同事第一个月最需要的是顺序，而不是原理",
    "患者记得住的只有三句话，所以最重要的先说", "记录的目的是让下一个人接得上", "时间写到分钟，事后才说得清先后", "同一件事只登记一次，避免几张表对不上",
]
# fmt: on


def title(chance: Random, number: int) -> str:
    return f"{chance.choice(DISEASES)}：{chance.choice(TOPICS)}{chance.choice(SUFFIXES)}（{number:05}）"


def body(chance: Random, characters: int, links=()) -> str:
    """About so many characters: sections of paragraphs, steps, a table, a callout, and links to pages that are there."""
    disease, topic, links = chance.choice(DISEASES), chance.choice(TOPICS), list(links)
    parts = [f"本文说明{disease}患者的{topic}。{chance.choice(REASONS)}。", _callout(chance)]
    length = sum(map(len, parts))
    while length < characters:
        part = _section(chance, disease, links.pop() if links else None)
        parts.append(part)
        length += len(part)
    return "\n\n".join(parts) + "\n"


def _section(chance, disease, link):
    lines = [f"## {chance.choice(HEADINGS)}", _paragraph(chance, disease, 5), _paragraph(chance, disease, 4)]
    if chance.random() < 0.2:
        lines.append(_table(chance))
    else:
        lines.append("\n".join(f"{step}. {_sentence(chance)}" for step in (1, 2, 3)))
    if link is not None:
        lines.append(f"另见[{link[1]}](page:{link[0]})。")
    return "\n\n".join(lines)


def _paragraph(chance, disease, sentences):
    words = "".join(_sentence(chance) for _ in range(sentences))
    return f"{disease}患者{chance.choice(TIMES)}尤其要留意{chance.choice(OBJECTS)}：{chance.choice(REASONS)}。{words}"


def _sentence(chance):
    verb, end = chance.choice(VERBS), chance.choice(ENDS)
    return f"{chance.choice(TIMES)}，{chance.choice(SUBJECTS)}{verb}{chance.choice(OBJECTS)}和{chance.choice(OBJECTS)}，{end}。"


def _table(chance):
    rows = [f"| {chance.choice(OBJECTS)} | {chance.choice(TIMES)} | {chance.choice(SUBJECTS)} |" for _ in range(3)]
    return "\n".join(["| 项目 | 时间 | 谁 |", "| --- | --- | --- |", *rows])


def _callout(chance):
    return f"> [!注意] {chance.choice(TOPICS)}\n> {_sentence(chance)}"
