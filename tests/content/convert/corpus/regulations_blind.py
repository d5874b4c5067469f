"""The half of the regulations that was written before the rules were measured on it. All invented."""

from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus.docx import Cell, Level, Row
from tests.content.convert.corpus.numbers import CHINESE
from tests.content.convert.corpus.regulations import Paper, sentences

PAPERS = []


def paper(make):
    PAPERS.append(make)
    return make


@paper
def title_over_two_lines():
    """A soft return in the title, （试行） below, the unit above."""
    made = Paper("两行标题", size=16, font="仿宋")
    made.line("松岭市妇幼保健院", align="center", size=22, font="方正小标宋简体")
    made.line("产科危急重症患者\n多学科会诊与转运管理办法", align="center", size=22, font="方正小标宋简体")
    made.line("（试行）", align="center", size=16, font="楷体")
    made.gold.title = "产科危急重症患者多学科会诊与转运管理办法（试行）"
    for number, name in zip("一二三", ("组织领导", "会诊程序", "转运要求"), strict=True):
        made.head(2, f"{number}、{name}", font="黑体", indent=640)
        made.head(3, f"（一）{name}的责任人", font="楷体", indent=640).line(*sentences("由产科主任负责"), indent=640)
        made.head(3, "（二）时限", font="楷体", indent=640).line(*sentences("接到通知后十分钟内到达现场"), indent=640)
    made.line("四、本办法自2026年7月1日起试行，试行期一年。", indent=640)
    return made.facts(
        title="产科危急重症患者多学科会诊与转运管理办法（试行）",
        issuing_unit="松岭市妇幼保健院",
        binds_from="2026-07-01",
    )


@paper
def duties():
    """岗位职责: names of posts are bold, the duties are numbered by hand."""
    made = Paper("岗位职责", size=12)
    made.title("护理人员岗位职责", size=18)
    for post in ("一、护理部主任职责", "二、护士长职责", "三、责任护士职责"):
        made.head(2, post, bold=True, size=14)
        made.lines(
            "1、在分管院长领导下开展工作。", "2、制定年度计划并组织实施，定期总结。", "3、完成上级交办的其他工作。"
        )
    return made.facts(title="护理人员岗位职责")


@paper
def emergency_plan():
    """Numbers run on through parts; bold run-in heads; phone list at the end."""
    made = Paper("应急预案", size=14, font="仿宋")
    made.title("停电应急预案", size=22, font="黑体", bold=None)
    made.line(p.run("一、适用范围：", bold=True, size=14), "本预案适用于全院因供电故障引起的停电事件。")
    made.head(2, "二、应急组织", bold=True)
    made.line("组　长：分管副院长　　副组长：总务科科长").line("成　员：各病区护士长、电工班班长")
    made.head(2, "三、处置流程", bold=True)
    made.line("接到停电报告→电工班3分钟内到场→启动备用电源→通知重点科室→恢复供电后核查设备")
    made.lines("1.手术室、重症医学科立即启用不间断电源；", "2.使用呼吸机的患者改用简易呼吸器；")
    made.head(2, "四、联系电话", bold=True).table(["岗位", "电话"], ["电工班", "0000"], ["总值班", "0001"])
    made.line("说明：本预案由总务科每年演练一次。")
    return made.facts(title="停电应急预案")


@paper
def nursing_protocol():
    """1 bold with sections 1.1 as sentences; a stray dose at the start of lines."""
    made = Paper("护理常规", size=10.5)
    made.title("急性左心衰竭护理常规", size=16)
    made.head(2, "1. 评估要点", bold=True)
    made.lines("1.1 生命体征、血氧饱和度及意识。", "1.2 呼吸困难程度、痰液性状。")
    made.head(2, "2. 急救配合", bold=True)
    made.line("2.1 取端坐位，双腿下垂。").line("2.2 高流量吸氧6～8 L/min，30%～50%乙醇湿化。")
    made.line("20 mg 呋塞米静脉注射").line("3 支备用", bold=True).line("2 名护士配合，一人给药，一人记录")
    made.head(2, "3. 病情观察", bold=True).line(*sentences("每15分钟测量血压和心率一次"))
    made.head(2, "4. 健康指导", bold=True).line(*sentences("限制钠盐摄入，每日不超过5 g"))
    return made.facts(title="急性左心衰竭护理常规")


@paper
def notice_with_list():
    """A notice whose attachments are listed; 版记 with 抄送."""
    made = Paper("通知", size=16, font="仿宋_GB2312")
    made.line("松岭市妇幼保健院", size=30, align="center", colour="FF0000", bold=True)
    made.line("松妇保〔2025〕46号　　　　　签发人：杭立群")
    made.title("关于调整药事管理委员会成员的通知", font="小标宋", bold=None)
    made.line("院属各科室：").line("因人员变动，经研究，决定对药事管理委员会成员作如下调整：", indent=640)
    made.line("主 任 委 员：杭立群").line("副主任委员：蓝月、边尚志").line(
        "委员会下设办公室，设在药剂科，承担日常工作。"
    )
    made.line("附件：1.药事管理委员会成员名单").line("　　　2.药事管理委员会工作流程")
    made.line("松岭市妇幼保健院", align="right").line("二〇二五年十月十七日", align="right")
    made.line("抄送：市卫生健康委员会。").line("松岭市妇幼保健院办公室　2025年10月17日印发")
    return made.facts(
        title="关于调整药事管理委员会成员的通知", number="松妇保〔2025〕46号", issuing_unit="松岭市妇幼保健院",
        issued_on="2025-10-17", approved_by="杭立群",
    )  # fmt: skip


@paper
def styled_once():
    """Chapters have a style, what is below them is only bold; title in Word's style for it."""
    made = Paper("只有一级", size=12)
    made.style("Heading1", name="heading 1", outline=0, bold=True, size=16)
    made.style("Title", name="Title", bold=True, size=20)
    made.line("临床用血管理制度", style="Title", align="center")
    made.gold.title = "临床用血管理制度"
    for chapter, parts in (
        ("一、用血申请", ("（一）申请权限", "（二）申请单填写")),
        ("二、输血过程", ("（一）取血", "（二）输血核对")),
    ):
        made.head(2, chapter, style="Heading1")
        for part in parts:
            made.head(3, part, bold=True).line(*sentences("严格执行双人核对制度，核对无误后双签名"))
    return made.facts(title="临床用血管理制度")


@paper
def everything_in_tables():
    """A form-like sheet: head table, body in numbered paragraphs of a list, sign-off table."""
    made = Paper("表格头", size=10.5)
    made.table(
        [Cell("松岭市妇幼保健院管理文件", span=4)],
        ["标　题", Cell("压力性损伤预防与报告制度", span=3)],
        ["编　号", "SL/HL-B-023", "版　次", "B/2"],
        ["归口部门", "护理部", "修订日期", "2025年12月28日"],
        ["生效日期", "2026年1月15日", "页　数", "共6页"],
        ["起草人", "井芷兰", "批准人", "闵仲谋"],
    )
    number = made.numbering(CHINESE)
    for index, name in enumerate(("目的", "适用范围", "定义", "内容")):
        made.head(2, name, label=f"{'一二三四'[index]}、", number=(number, 0), bold=True)
        made.line(*sentences(f"有关{name}的说明由护理部质控组负责"))
    made.table(
        Row(["修订次数", "修订日期", "修订人"], header=True),
        ["1", "2023-05-04", "井芷兰"],
        ["2", "2025-12-28", "井芷兰"],
    )
    return made.facts(
        title="压力性损伤预防与报告制度", number="SL/HL-B-023", version="B/2", issuing_unit="护理部",
        drafted_by="井芷兰", revised_on="2025-12-28", binds_from="2026-01-15", approved_by="闵仲谋",
    )  # fmt: skip


@paper
def cover_page():
    """A cover with title, unit and date, then contents typed by hand, then the title again."""
    made = Paper("封面", size=12)
    made.blank(6).title("信息安全事件", "应急处置规范", size=26)
    made.blank(8).line("枫桥县人民医院信息科", align="center", size=16).line("2026年1月", align="center", size=16)
    made.new_page().line("目　录", align="center", bold=True, size=16)
    made.line("第一章 总则\t1").line("第二章 事件分级\t2").line("第三章 处置\t4").new_page()
    made.line("信息安全事件应急处置规范", align="center", bold=True, size=18)
    for number, name in zip("一二三", ("总则", "事件分级", "处置"), strict=True):
        made.head(2, f"第{number}章 {name}", shown=f"第{number}章  {name}", bold=True, size=14)
        made.line(f"第{number}条  信息科按照本规范做好{name}有关工作，并向分管院长报告。")
    made.line("第四条  本规范自2026年2月1日起施行。")
    return made.facts(title="信息安全事件应急处置规范", issuing_unit="枫桥县人民医院信息科", binds_from="2026-02-01")


@paper
def bold_articles():
    """条 with names of their own in bold, text below; references to other articles."""
    made = Paper("条标", size=12)
    made.title("医务人员行为规范实施细则", size=18)
    made.line("枫人医发[2024]15号", align="center")
    made.head(2, "第一章  基本要求", bold=True, align="center")
    made.line("第一条  遵守法律法规和本院规章，恪守职业道德。").line("第二条  因病施治，合理检查，合理用药。")
    made.head(2, "第二章  处理", bold=True, align="center")
    made.line("第三条  违反第一章、第二条规定的，由监察室会同人事科调查处理。")
    made.line("第一章所列行为情节严重的，移送有关部门").line("第四条  受处理人不服的，可在十日内申诉。")
    made.line(
        "第五条  本细则由监察室负责解释。第六条  本细则自2024年8月1日起施行，"
        "原《医务人员行为规范》（枫人医发〔2019〕3号）同时废止。"
    )
    return made.facts(
        title="医务人员行为规范实施细则", number="枫人医发〔2024〕15号", binds_from="2024-08-01",
        replaces="医务人员行为规范",
    )  # fmt: skip


@paper
def soft_returns():
    """The whole regulation in three paragraphs with soft returns, pasted from a web page."""
    made = Paper("软回车", size=12)
    made.title("值班与交接班制度", size=16)
    text = "\n".join(("值班医师应当坚守岗位，不得擅自离岗。", "交接班应当床旁进行，危重患者逐一交接。"))
    made.gold.headings += [(2, "一、值班"), (2, "二、交接班"), (2, "三、记录")]
    made.paragraph(
        p.bold("一、值班", size=12),
        p.run(f"\n{text}\n", size=12),
        p.bold("二、交接班", size=12),
        p.run(f"\n{text}", size=12),
    )
    made.paragraph(p.bold("三、记录", size=12), p.run("\n交班记录由交接双方签名，保存两年备查。", size=12))
    return made.facts(title="值班与交接班制度")


@paper
def plain_text_only():
    """Nothing is set apart: one size, no bold, as from a text file."""
    made = Paper("纯文本", size=10.5)
    made.line("探视管理制度")
    made.gold.title = "探视管理制度"
    made.head(2, "一、探视时间").line("普通病区每日15:00至20:00，重症监护病区按科室规定执行。")
    made.head(2, "二、探视人数").line("每位患者每次限两人，学龄前儿童不宜进入病区探视。")
    made.head(2, "三、探视要求").line("1.服从医务人员管理，遵守病区秩序；").line("2.不得翻阅病历，不得干扰诊疗。")
    return made.facts(title="探视管理制度")


@paper
def kinds_of_lists():
    """Items that look like headings and are none: short steps, levels of nursing, names of forms."""
    made = Paper("短条目", size=12)
    made.title("分级护理制度", size=18)
    made.head(2, "一、护理级别", bold=True)
    made.lines("1. 特级护理", "2. 一级护理", "3. 二级护理", "4. 三级护理")
    made.head(2, "二、确定依据", bold=True)
    made.line("医师根据以下情况确定护理级别：").lines("（一）病情严重程度", "（二）自理能力评分", "（三）治疗需要")
    made.head(2, "三、标识", bold=True)
    made.lines("① 特级、一级：红色", "② 二级：黄色", "③ 三级：绿色或不标识")
    made.head(2, "四、检查", bold=True).lines(*sentences("护士长每周检查一次", "护理部每月抽查"))
    made.line("附表一 护理级别评定表", bold=True, align="center").table(["项目", "分"], ["进食", "10"])
    made.gold.headings.append((2, "附表一 护理级别评定表"))
    return made.facts(title="分级护理制度")


@paper
def two_enclosures():
    """A regulation with enclosures on pages of their own, numbered parts in each."""
    made = Paper("附件", size=16, font="仿宋")
    made.title("抗菌药物分级管理办法", font="黑体", bold=None)
    made.line("为加强抗菌药物管理，根据有关规定，制定本办法。", indent=640)
    made.head(2, "一、分级原则", font="黑体", indent=640).line(*sentences("抗菌药物分为三级"), indent=640)
    made.head(2, "二、处方权限", font="黑体", indent=640).line(*sentences("特殊使用级须会诊同意"), indent=640)
    made.line("附件：1.抗菌药物分级目录").line("2.特殊使用级抗菌药物会诊单", indent=1600)
    made.line("枫桥县人民医院", align="right").line("2026年4月2日", align="right").new_page()
    made.head(2, "附件1 抗菌药物分级目录", shown="附件1", font="黑体")
    made.line("抗菌药物分级目录", align="center", size=22, font="方正小标宋简体")
    made.head(3, "一、非限制使用级", font="黑体").table(["名称", "剂型"], ["甲药", "注射剂"])
    made.head(3, "二、限制使用级", font="黑体").table(["名称", "剂型"], ["乙药", "片剂"])
    made.new_page()
    made.head(2, "附件2 特殊使用级抗菌药物会诊单", shown="附件2", font="黑体")
    made.line("特殊使用级抗菌药物会诊单", align="center", size=22, font="方正小标宋简体")
    made.line("科室：　　　　床号：　　　　姓名：").table(["会诊意见", ""], ["会诊专家签名", ""])
    return made.facts(title="抗菌药物分级管理办法", issued_on="2026-04-02", issuing_unit="枫桥县人民医院")


@paper
def legal_numbers():
    """（1） and 1） below bold decimals, by a list of Word; a header with everything; impossible day."""
    made = Paper("ISO文件", size=10.5, font="宋体")
    made.header("枫桥县人民医院\t文件编号：FQ-QP-08　版本号：A/3　发布日期：2025-02-30")
    made.footer("第 1 页 共 3 页")
    number = made.numbering(Level(text="%1."), Level(text="%1.%2"), Level(text="（%3）"))
    made.title("不良事件管理程序", size=15, font="黑体", bold=None)
    made.head(2, "目的", label="1. ", number=(number, 0), font="黑体").line(*sentences("鼓励主动报告"))
    made.head(2, "职责", label="2. ", number=(number, 0), font="黑体")
    made.listed("2.1", *sentences("医务科负责汇总分析"), number, 1).listed(
        "2.2", *sentences("各科室负责及时报告"), number, 1
    )
    made.head(2, "工作程序", label="3. ", number=(number, 0), font="黑体")
    made.listed("（1）", "报告：发现人24小时内填报", number, 2).listed(
        "（2）", "处理：科室三日内提出改进措施", number, 2
    )
    made.head(2, "支持性文件", label="4. ", number=(number, 0), font="黑体").line("《医疗质量管理办法》")
    return made.facts("date_impossible", title="不良事件管理程序", number="FQ-QP-08", version="A/3")
