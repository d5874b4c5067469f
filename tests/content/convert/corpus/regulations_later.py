"""A third part, written against the finished rules: what is easily taken for a heading, and headings easily missed."""

from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus.docx import Cell, Docx, Level
from tests.content.convert.corpus.regulations import Paper, sentences

PAPERS = []


def paper(make):
    PAPERS.append(make)
    return make


@paper
def minutes():
    """会议纪要: bold names, decisions counted in text, a list of who was there."""
    made = Paper("纪要", size=16, font="仿宋")
    made.title("药事会第三次会议纪要", size=22, font="小标宋", bold=None)
    made.line("时间：2026年5月8日").line("地点：行政楼三楼会议室").line("出席：杭立群、蓝月、边尚志")
    made.line("会议议定以下事项：")
    made.line("一、同意新增药品三种。", bold=True).line("二、同意停用药品一种，库存用完为止。", bold=True)
    made.line("三、下次会议定于八月召开", bold=True)
    return made.facts(title="药事会第三次会议纪要")


@paper
def questions_and_answers():
    """问答: questions in bold with numbers, answers below."""
    made = Paper("问答", size=12)
    made.title("医保结算问答", size=18)
    made.line("1. 什么是异地就医？", bold=True).line(*sentences("在参保地以外就医即为异地就医"))
    made.line("2. 如何备案？", bold=True).line(*sentences("可在线上或窗口办理备案"))
    made.head(2, "附则", bold=True).line(*sentences("未尽事宜由医保科解释"))
    return made.facts(title="医保结算问答")


@paper
def scoring():
    """Scores, levels and grades at the beginnings of short bold lines."""
    made = Paper("评分", size=12)
    made.title("压力性损伤分期与处理规范", size=18)
    made.head(2, "一、分期", bold=True)
    made.line("1期", bold=True).line("皮肤完整，指压不变白。").line("2期", bold=True).line("部分皮层缺失。")
    made.head(2, "二、处理", bold=True)
    made.line("Ⅰ级", bold=True).line("减压，每2小时翻身。").line("Braden评分≤12分", bold=True).line("上报护理部。")
    made.line("A. 清创").line("B. 敷料").line("C. 负压")
    return made.facts(title="压力性损伤分期与处理规范")


@paper
def key_words_bold():
    """Bold run-in words and whole bold warnings among numbered items."""
    made = Paper("加粗词", size=12)
    made.title("高警示药品管理制度", size=18)
    made.head(2, "一、定义", bold=True).line(*sentences("高警示药品是指使用不当会造成严重伤害的药品"))
    made.head(2, "二、储存", bold=True)
    made.line("（一）专柜存放", bold=True).line("（二）双人双锁", bold=True).line("（三）专用标识", bold=True)
    made.line("严禁与普通药品混放", bold=True)
    made.head(2, "三、使用", bold=True)
    made.line(p.run("（一）配置：", bold=True, size=12), p.run("现配现用，双人核对。", size=12))
    made.line(p.run("（二）输注：", bold=True, size=12), p.run("使用微量泵，专人巡视。", size=12))
    return made.facts(title="高警示药品管理制度")


@paper
def english_mixed():
    """Latin words, abbreviations and a reference list in brackets."""
    made = Paper("外文", size=10.5)
    made.title("CT增强检查对比剂使用SOP", size=16)
    made.head(2, "1. 目的", bold=True).line(*sentences("规范对比剂使用"))
    made.head(2, "2. 适应证", bold=True).line(*sentences("按临床需要，eGFR≥30 ml/min"))
    made.head(2, "3. 参考文献", bold=True)
    made.lines("[1] 甲某. 对比剂指南[J]. 2023, 5(2): 1-9.", "[2] Someone A. Contrast media. 2nd ed. 2021.")
    made.line("Version 2.1 2026-01-05", align="right")
    return made.facts(title="CT增强检查对比剂使用SOP")


@paper
def posts_in_italics():
    """Department names in bold inside a duty roster; numbers that start again under each."""
    made = Paper("分工", size=14, font="仿宋")
    made.title("突发公共卫生事件分工方案", size=22, font="黑体", bold=None)
    made.head(2, "一、医务科", font="黑体", indent=560)
    made.lines("1.组织医疗救治；", "2.协调专家会诊；", indent=560)
    made.head(2, "二、护理部", font="黑体", indent=560)
    made.lines("1.调配护理人员；", "2.落实防护培训。", indent=560)
    made.head(2, "三、后勤保障部", font="黑体", indent=560).line("保障水、电、气和被服供应。", indent=560)
    made.line("联系人：蓝月　电话：0000", bold=True)
    return made.facts(title="突发公共卫生事件分工方案")


@paper
def revision_notes():
    """修订说明 before the text, its own numbers; then chapters by Word."""
    made = Paper("修订说明", size=12)
    number = made.numbering(Level("chineseCountingThousand", "第%1章", suffix="space"))
    made.title("医疗技术临床应用管理办法", "（2026年版）", size=20)
    made.line("修订说明：1.第三章增加备案要求；2.第五条改为第六条。")
    for name in ("总则", "分级与备案", "监督管理"):
        label = f"第{'一二三'[len(made.gold.headings)]}章 "
        made.head(2, name, label=label, number=(number, 0), bold=True, align="center")
        made.line(*sentences(f"{name}的内容按照国家规定执行"))
    made.line("第三章第二节所称技术目录由医务科每年公布一次")
    return made.facts(title="医疗技术临床应用管理办法（2026年版）")


@paper
def operating_steps():
    """Steps set in bold one after the other, with nothing below them, by a list of Word."""
    made = Paper("步骤", size=12)
    number = made.numbering(Level(text="%1."))
    made.title("心肺复苏操作流程", size=18)
    made.line("发现患者倒地后按以下步骤施救：")
    for index, step in enumerate(("判断意识", "呼救", "判断呼吸与脉搏", "胸外按压", "开放气道", "人工呼吸")):
        made.listed(f"{index + 1}.", step, number, bold=True)
    made.line("按压与通气之比为30:2，按压深度5～6 cm。")
    return made.facts(title="心肺复苏操作流程")


@paper
def sign_off_at_once():
    """会签 below a bold line, the date with 〇; unit and date in one line."""
    made = Paper("会签", size=12)
    made.title("院内会诊管理规定", size=18)
    made.head(2, "一、会诊分类", bold=True).line(*sentences("会诊分为科内、科间和全院会诊"))
    made.head(2, "二、会诊时限", bold=True).line(*sentences("普通会诊二十四小时内完成"))
    made.line("会签部门：医务科、护理部").line("会签意见", bold=True).table(["医务科", "同意"], ["护理部", "同意"])
    made.line("梧桐区人民医院　二〇二六年一月八日", align="right")
    return made.facts(title="院内会诊管理规定", issued_on="2026-01-08", issuing_unit="梧桐区人民医院")


@paper
def header_table():
    """The controlled head is a table in the page header, with the logo's words; no title in the text."""
    made = Paper("页眉表格", size=10.5)
    head = Docx().table(
        [Cell("梧桐区人民医院", merge="restart"), "文件名称：锐器伤处置流程", "文件编号：WT-GK-19"],
        [Cell("", merge="continue"), "版本/修订：3/1", "实施日期：2025-08-01"],
    )
    made.header(head.body[0])
    made.head(2, "1、目的", bold=True).line(*sentences("降低锐器伤的发生"))
    made.head(2, "2、流程", bold=True).line("一挤二冲三消毒，四小时内上报。")
    return made.facts(number="WT-GK-19", binds_from="2025-08-01")


@paper
def two_numberings():
    """1. inside （一）inside 一、, all bold but the deepest; sentences that begin like headings."""
    made = Paper("三级", size=16, font="仿宋_GB2312")
    made.title("医院网络安全管理办法", size=22, font="方正小标宋简体", bold=None)
    looks = {"font": "黑体", "indent": 640}, {"font": "楷体_GB2312", "indent": 640}, {"bold": True, "indent": 640}
    made.head(2, "一、管理机构", **looks[0]).head(3, "（一）领导小组", **looks[1])
    made.head(4, "1.组成", **looks[2]).line(*sentences("由院长任组长"), indent=640)
    made.head(4, "2.职责", **looks[2]).line(*sentences("审定网络安全规划"), indent=640)
    made.head(3, "（二）办公室", **looks[1]).line(*sentences("设在信息科"), indent=640)
    made.head(2, "二、保障措施", **looks[0])
    made.line("（一）经费保障。每年安排专项经费，用于设备更新和测评。", indent=640)
    made.line("（二）人员保障。配备专职人员三名。", indent=640)
    return made.facts(title="医院网络安全管理办法")


@paper
def ordinary_letter():
    """No regulation at all: a letter with bold words in the middle of its lines."""
    made = Paper("函", size=14)
    made.line("关于商请支援设备的函", align="center", bold=True, size=20)
    made.gold.title = "关于商请支援设备的函"
    made.line("云杉县中医院：").line("因近期患者增多，我院拟向贵院借用呼吸机两台，使用期一个月。")
    made.line("请予支持为盼。", bold=True).line("枫桥县人民医院", align="right").line("2026年1月20日", align="right")
    return made.facts(title="关于商请支援设备的函", issued_on="2026-01-20", issuing_unit="枫桥县人民医院")
