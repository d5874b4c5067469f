"""Other papers than 制度, as hospitals write them; written before their rules were looked at, measured as they were.

护理常规, 应急预案, 岗位职责, 会议纪要, 操作规程, 表单, 药品目录, 红头文件, 修订稿, 两栏, WPS, 内容控件.
"""

from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus import shapes as s
from tests.content.convert.corpus.docx import Cell, Level, Row, paragraph_xml
from tests.content.convert.corpus.images import png
from tests.content.convert.corpus.regulations import Paper

PAPERS = []


def paper(make):
    PAPERS.append(make)
    return make


@paper
def nursing_routine():
    """护理常规: 一、 bold, numbered by Word below; sup and sub; a note; a picture in the line and one of its own."""
    made = Paper("护理常规", size=12)
    made.title("急性心肌梗死护理常规", size=18)
    number = made.numbering(Level("decimal", "%1."))
    made.head(2, "一、护理评估", bold=True)
    made.listed("1.", "评估胸痛的部位、性质、程度及持续时间。", number)
    made.listed("2.", "监测血压、心率、心律及SpO2变化。", number)
    made.head(2, "二、护理措施", bold=True)
    again = made.number(1, starts={0: 1})
    made.listed("1.", "绝对卧床休息 12～24 h，限制探视。", again)
    made.listed("2.", "吸氧 2～4 L/min，维持 SpO2≥94%。", again)
    made.line("血小板计数低于 50×10", p.superscript("9"), "/L 时报告医师；CO", p.subscript("2"), " 潴留者低流量吸氧。")
    made.line("溶栓期间每 15 分钟测血压一次", made.footnote("溶栓开始后 2 小时内。"), "，连续 8 次。")
    made.head(2, "三、健康指导", bold=True)
    made.line("按图示活动：", s.picture(made.media(png()), alt="活动图", size=(60, 40)), "，每日 3 次。")
    made.line(s.picture(made.media(png(3, 3)), alt="康复流程", size=(400, 300)), align="center")
    made.line("图1 心脏康复流程", align="center")
    return made.facts(title="急性心肌梗死护理常规")


@paper
def emergency_plan():
    """应急预案: parts in another font, steps in boxes with arrows, a table of telephones, 附件 on a new page."""
    made = Paper("应急预案", size=16, font="仿宋")
    made.title("青屿医院停电事件应急预案", size=22, font="黑体", bold=None)
    made.head(2, "一、总则", font="黑体").head(3, "（一）编制目的", font="楷体")
    made.line("为保障停电时患者安全，规范处置流程，制定本预案。", indent=640)
    made.head(3, "（二）适用范围", font="楷体").line("本预案适用于全院各科室突发停电的应急处置工作。", indent=640)
    made.head(2, "二、处置流程", font="黑体")
    made.line(
        "处置流程如下图：",
        s.text_box("发现停电"),
        s.plain_shape(),
        s.text_box("启用应急电源", "5 分钟内"),
        s.plain_shape(),
    )
    made.line("呼吸机患者立即改用简易呼吸器，通知麻醉科支援。", indent=640)
    made.head(2, "三、联系电话", font="黑体")
    made.table(
        Row(["部门", "电话", "备注"], header=True), ["总务科", "80110", "24 h"], ["电工班", "80119", "夜间 80120"]
    )
    made.new_page()
    made.head(2, "附件1 停电事件报告单", font="黑体")
    made.table(["发生时间", "  年  月  日  时  分", "地点", ""], ["经过", Cell("", span=3)])
    return made.facts(title="青屿医院停电事件应急预案")


@paper
def duties():
    """岗位职责: a cover of facts in a table, real heading styles, numbers bound to the style, （1） by Word."""
    made = Paper("岗位职责", size=10.5)
    outline = made.numbering(Level("chineseCountingThousand", "%1、", suffix="nothing"))
    made.style("Z1", name="heading 1", outline=0, number=(outline, 0), bold=True, size=14)
    inner = made.numbering(Level("decimal", "（%1）", suffix="nothing"))
    made.table(
        ["文件名称", "病区护士长岗位职责", "文件编号", "QY-HL-012"],
        ["版本", "第3版", "生效日期", "2026年3月1日"],
        ["编制部门", "护理部", "页数", "共2页"],
    )
    made.head(2, "岗位概述", label="一、", style="Z1").line("在护理部及科主任领导下负责病区护理管理工作。")
    made.head(2, "工作职责", label="二、", style="Z1")
    made.listed("（1）", "制订并落实病区护理工作计划。", inner).listed(
        "（2）", "每日查房，检查危重患者护理质量。", inner
    )
    made.listed("（3）", "组织护理业务学习每月 2 次。", inner)
    made.head(2, "任职条件", label="三、", style="Z1").line("护师及以上职称，临床护理工作 5 年以上。")
    return made.facts(
        title="病区护士长岗位职责", number="QY-HL-012", binds_from="2026-03-01", version="第3版", issuing_unit="护理部"
    )


@paper
def minutes():
    """会议纪要: 时间/地点/… lines, 议题 by （一） bold, decisions 1. typed; no 制度 at all."""
    made = Paper("会议纪要", size=16, font="仿宋")
    made.title("青屿医院办公会议纪要", size=22)
    made.line("〔2026〕第7期", align="center")
    made.lines("时间：2026年4月8日（星期三）14:30", "地点：行政楼三楼会议室", "主持：杭立群院长", "记录：井芷兰")
    made.line("4月8日下午，杭立群院长主持召开院办公会议，研究有关工作。现将会议议定事项纪要如下：", indent=640)
    made.head(2, "一、关于抢救车统一配置", bold=True)
    made.line("会议听取了护理部的汇报，原则同意配置方案。会议决定：", indent=640)
    made.line("1.抢救车药品由药学部每月盘点，效期不足 6 个月的及时更换。").line("2.设备科于4月30日前完成除颤仪校准。")
    made.head(2, "二、关于门诊改造", bold=True)
    made.line("会议指出，工程预算 128.5 万元，较上年下降 3.2%，按程序报批。", indent=640)
    made.line("出席：杭立群、蓝月、边尚志").line("列席：井芷兰").line("青屿医院办公室", align="right")
    made.line("2026年4月10日", align="right")
    return made.facts(title="青屿医院办公会议纪要", issuing_unit="青屿医院办公室")


@paper
def operating_procedure():
    """操作规程: 1 / 1.1 / 1.1.1 by Word over four levels, continued after a table; Greek letters, ranges, ≤."""
    made = Paper("操作规程", size=12)
    made.header("青屿医院检验科  SOP-JY-031  第 2 版")
    made.title("全自动血细胞分析仪操作规程", size=16)
    number = made.numbering(
        *(Level("decimal", ".".join(f"%{one}" for one in range(1, deep + 1))) for deep in range(1, 5))
    )
    made.style("S1", name="标题 1", outline=0, number=(number, 0), bold=True)
    made.style("S2", name="标题 2", outline=1, number=(number, 1), bold=True)
    made.head(2, "目的", label="1 ", style="S1").line("规范仪器操作，保证结果准确可靠。")
    made.head(2, "操作步骤", label="2 ", style="S1").head(3, "开机", label="2.1 ", style="S2")
    made.listed("2.1.1", "打开电源，预热 30 min。", number, 2).listed("2.1.2", "本底计数 WBC≤0.3×10⁹/L。", number, 2)
    made.table(["项目", "允许范围", "单位"], ["WBC", "3.5～9.5", "×10⁹/L"], ["Hb", "115～150", "g/L"])
    made.listed("2.1.3", "α-葡萄糖苷酶试剂 2～8 ℃ 保存。", number, 2)
    made.listed("2.1.3.1", "开瓶稳定 60 d。", number, 3).listed("2.1.3.2", "不得冷冻。", number, 3)
    made.head(3, "关机", label="2.2 ", style="S2").listed("2.2.1", "执行关机清洗程序。", number, 2)
    made.head(2, "记录", label="3 ", style="S1").line("见《血细胞分析仪使用记录》（JL-031-1）。")
    return made.facts(title="全自动血细胞分析仪操作规程", number="SOP-JY-031")


@paper
def form():
    """表单: nearly all a table with merged cells, boxes □ ☑ and of Wingdings, blanks to fill in, signatures."""
    made = Paper("表单", size=10.5)
    made.title("手术安全核查表", size=18)
    made.line("科室：________  床号：____  姓名：________  住院号：____________")
    made.table(
        Row([Cell("麻醉实施前", span=2), Cell("手术开始前", span=2)], header=True),
        ["患者身份正确", "□是 □否", "手术部位正确", "□是 □否"],
        [Cell("麻醉设备安全检查", merge="restart"), "☑完成", "预计出血量", "≤400 mL □  >400 mL □"],
        [Cell("", merge="continue"), p.as_xml(p.symbol("Wingdings", "F0A8"), "未完成"), "抗菌药物", "30～60 min 内 □"],
        [Cell("签名：手术医师        麻醉医师        护士", span=4)],
    )
    made.line("注：本表一式一份，归入病历保存，不得涂改。")
    return made.facts(title="手术安全核查表")


@paper
def drug_list():
    """药品目录: a wide table in a landscape section, doses that look like numbers of articles, no headings."""
    made = Paper("药品目录", size=10.5)
    made.title("高警示药品目录（2026年版）", size=16)
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    made.line("依据药事管理与药物治疗学委员会 2026 年第 1 次会议制定。").paragraph(section=section)
    heads = ["序号", "通用名", "规格", "剂型", "给药途径", "浓度上限", "最大滴速", "储存", "科室", "备注"]
    rows = [
        [
            "1",
            "10%氯化钾注射液",
            "10 ml:1 g",
            "注射剂",
            "静脉滴注",
            "0.3%",
            "≤20 mmol/h",
            "单独存放",
            "全院",
            "禁止静推",
        ],
        ["2", "胰岛素注射液", "400 U/10 ml", "注射剂", "皮下/静脉", "—", "—", "2～8 ℃", "内分泌科", "U-40"],
        ["3", "肝素钠注射液", "12500 U/2 ml", "注射剂", "静脉", "—", "—", "≤25 ℃", "心内科", ""],
        ["4", "盐酸肾上腺素", "1 mg/1 ml", "注射剂", "静脉/肌内", "1:10000", "—", "避光", "急诊科", "0.5～1 mg"],
    ]
    made.table(Row(heads, header=True), *rows)
    made.section = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    return made.facts(title="高警示药品目录（2026年版）")


@paper
def red_headed():
    """红头文件: unit in red, 文号, 主送, 附件说明, 落款, 抄送 in a table of one column, header with a logo."""
    made = Paper("红头文件", size=16, font="仿宋")
    logo = made.media(png())
    made.header(paragraph_xml(s.picture(logo, alt="院徽"), "青屿医院文件"))
    made.line("青屿医院文件", size=36, colour="FF0000", bold=True, align="center")
    made.line("青医发〔2026〕15号", align="center")
    made.title("关于印发《青屿医院危急值报告管理办法》的通知", size=22)
    made.line("各科室：").line("现将《青屿医院危急值报告管理办法》印发给你们，请遵照执行。", indent=640)
    made.line("附件：1.危急值报告管理办法").line("      2.危急值项目表")
    made.line("青屿医院", align="right").line("2026年5月6日", align="right").line("（信息公开形式：主动公开）")
    made.new_page()
    made.line("附件1", font="黑体").title("危急值报告管理办法", size=22)
    made.gold.title = "关于印发《青屿医院危急值报告管理办法》的通知"
    made.head(2, "第一章 总则", align="center", bold=True)
    made.line("第一条 为规范危急值报告，保障患者安全，制定本办法。", indent=640)
    made.line("第二条 血钾＜2.8 mmol/L 或＞6.2 mmol/L 为危急值，应当在 10 分钟内报告。", indent=640)
    made.head(2, "第二章 附则", align="center", bold=True)
    made.line("第三条 本办法自2026年6月1日起施行。", indent=640)
    made.gold.headings = [(2, "附件1 危急值报告管理办法"), (3, "第一章 总则"), (3, "第二章 附则")]
    made.table(["抄送：集团医务部。"], ["青屿医院办公室　　2026年5月6日印发"])
    return made.facts(
        title="关于印发《青屿医院危急值报告管理办法》的通知", number="青医发〔2026〕15号", issued_on="2026-05-06",
        binds_from="2026-06-01", issuing_unit="青屿医院",
    )  # fmt: skip


@paper
def with_changes():
    """修订稿: words put in, taken out and moved, a row and an article taken out, comments; numbers count what stays."""
    made = Paper("修订稿", size=12)
    made.title("输血管理制度（修订稿）", size=18)
    number = made.numbering(Level("chineseCountingThousand", "第%1条", suffix="space"))
    made.listed("第一条", "输血前由两名医护人员共同核对。", number)
    made.paragraph(p.deleted("本条废止。"), number=(number, 0), mark=p.DELETED_MARK)
    made.gold.labels.append("第二条")
    made.paragraph(
        "取血后应当在 ",
        p.deleted("60"),
        p.inserted("30"),
        " 分钟内输注",
        p.inserted("，4 小时内输完"),
        "。",
        number=(number, 0),
    )
    made.line(
        made.comment("请核对时限依据", "输血全程监测生命体征"), "，开始后 15 分钟内床旁观察。", number=(number, 0)
    )
    made.gold.labels.append("第三条")
    gone = Row(["旧项目", "旧标准"], extra=p.change("del"))
    gone.cells = [p.deleted("旧项目"), p.deleted("旧标准")]
    made.table(["项目", "标准"], ["体温", "≤38.5 ℃"], gone)
    return made.facts(title="输血管理制度（修订稿）")


@paper
def two_columns():
    """两栏: a bulletin in two columns with section breaks, ■ and ★ headings, a list of bullets, endnotes."""
    made = Paper("两栏", size=10.5)
    made.title("院感简报", size=26)
    made.line("2026年第2期（总第38期）", align="center")
    made.paragraph(section='<w:sectPr><w:type w:val="continuous"/></w:sectPr>')
    bullet = made.numbering(Level("bullet", "\uf06c", extra='<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'))
    made.head(2, "一、本季度监测结果", bold=True, size=12)
    made.line("手卫生依从率 87.6%，较上季度上升 2.1 个百分点", made.endnote("采用 WHO 观察法，共 1,260 个时机。"), "。")
    made.line("多重耐药菌检出 23 例", number=(bullet, 0)).line("其中 CRKP 4 例", number=(bullet, 0))
    made.head(2, "二、存在问题", bold=True, size=12)
    made.line("1、部分科室速干手消毒剂未标注开启日期。").line("2、ICU 呼吸机管路更换记录不全。")
    made.head(2, "三、下一步工作", bold=True, size=12).line("各科室于6月15日前完成自查，由感染管理科复核。")
    made.section = '<w:type w:val="continuous"/><w:cols w:num="2"/>'
    return made.facts(title="院感简报")


@paper
def from_wps():
    """WPS: AlternateContent around shapes and pictures, empty runs, bookmarks, 第X条 typed in pieces."""
    made = Paper("WPS", size=14, font="仿宋_GB2312")
    picture = s.picture(made.media(png()), alt="院区平面图", size=(200, 100))
    made.title("医疗废物管理办法", size=22, font="方正小标宋简体", bold=None)
    made.head(2, "第一章  总  则", font="黑体", align="center")
    made.gold.headings[-1] = (2, "第一章 总则")
    made.line(
        p.bookmark("_GoBack", ""),
        p.run("第"),
        p.run("一"),
        p.run("条"),
        p.run("　"),
        "为加强医疗废物管理，制定本办法。",
    )
    made.line(
        "第二条　医疗废物暂存时间不超过 48 小时，", s.text_box("暂存点：", "地下一层 B-03"), "交接登记保存 3 年。"
    )
    made.head(2, "第二章  分类与收集", font="黑体", align="center")
    made.gold.headings[-1] = (2, "第二章 分类与收集")
    made.line("第三条　分类如下：", p.run(content="<w:lastRenderedPageBreak/>"))
    made.table(["类别", "标识", "容器"], ["感染性", "黄色", "≤3/4 满"], ["损伤性", "黄色", "利器盒"])
    made.paragraph(s.either(picture, picture, requires="wpc"), align="center")
    made.line("第四条　本办法由医院感染管理科负责解释，自发布之日起施行。")
    return made.facts(title="医疗废物管理办法")


@paper
def content_controls():
    """内容控件: facts in controls, a prompt not filled in, a day, ticks of w14, a row in one, a reference."""
    made = Paper("内容控件", size=12)
    tick = (
        '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="1"/>'
        "</w14:checkbox>"
    )
    prompt = "<w:showingPlcHdr/>"
    made.title("新技术准入管理制度", size=18)
    made.line("文件编号：", p.control("QY-YW-207"), "　版本号：", p.control("V2.0"))
    made.line("施行日期：", p.control("2026年7月1日", extra="<w:date/>"), "　发布部门：", p.control("医务部"))
    made.head(2, "1 申报条件", bold=True)
    made.line(p.bookmark("_Ref9", "1.1 "), "申报科室应当具备相应诊疗科目。")
    made.line(
        p.control("☒", extra=tick), "已通过伦理审查　", p.control("☐", extra=tick.replace('"1"', '"0"')), "免于审查"
    )
    made.head(2, "2 审批", bold=True)
    made.line("2.1 符合 ", p.field("REF _Ref9 \\h", "1.1"), " 条的，20 个工作日内审结。").line(
        "负责人：", p.control("单击此处输入文字", extra=prompt)
    )
    row = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cells = "".join(Cell(one).xml() for one in ("腔镜手术", "四级", "8 例"))
    made.raw(
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>"
        + "".join(Cell(one).xml() for one in ("技术", "级别", "例数"))
        + f"</w:tr>{row.format(f'<w:tr>{cells}</w:tr>')}</w:tbl>"
    )
    made.gold.tables += 1
    return made.facts(
        title="新技术准入管理制度", number="QY-YW-207", version="V2.0", binds_from="2026-07-01", issuing_unit="医务部"
    )
