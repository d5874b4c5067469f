"""The half of the regulations that the rules were made on. All invented."""

from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus.docx import Cell, Level
from tests.content.convert.corpus.numbers import ARTICLE, CHAPTER, LAW, OUTLINE
from tests.content.convert.corpus.regulations import Paper, sentences

PAPERS = []


def paper(make):
    PAPERS.append(make)
    return make


@paper
def chapters_and_articles():
    """章 and 条 typed, centred, bold; a reference to an article begins a line."""
    made = Paper("章条")
    made.title("青禾市第一人民医院处方点评管理办法")
    made.line("（2026年1月8日院长办公会审议通过）", align="center")
    made.head(2, "第一章 总则", shown="第一章　总则", align="center", bold=True)
    made.line("第一条　为规范处方点评工作，促进合理用药，结合本院实际，制定本办法。")
    made.line("第二条　本办法适用于全院各临床科室及药学部。")
    made.head(2, "第二章 组织与职责", shown="第二章　组织与职责", align="center", bold=True)
    made.line("第三条　药事管理与药物治疗学委员会负责领导处方点评工作，下设点评小组。")
    made.line("第二条规定的科室应当配合点评小组调取病历，不得推诿。")
    made.line("第五条　点评小组每月抽取门诊处方一百张、病房医嘱单三十份进行点评。")
    made.head(2, "第三章 附则", shown="第三章　附则", align="center", bold=True)
    made.line("第六条　本办法由药学部负责解释，自2026年3月1日起施行。2021年6月发布的《处方点评制度》同时废止。")
    return made.facts(
        "article_gap", title="青禾市第一人民医院处方点评管理办法", binds_from="2026-03-01", replaces="处方点评制度"
    )


@paper
def red_head():
    """红头 with 文号, 主送, 落款, 附件 and 版记."""
    made = Paper("红头", size=16, font="仿宋_GB2312")
    made.line("青禾市第一人民医院文件", size=36, font="方正小标宋简体", align="center", colour="FF0000")
    made.line("青医发〔2026〕7号", align="center").blank()
    made.title("关于印发《危急值报告管理制度》的通知", font="方正小标宋简体", bold=None)
    made.blank().line("各科室、各病区：")
    made.line("现将《危急值报告管理制度》印发给你们，请认真组织学习，遵照执行。", indent=640)
    made.blank(2).line("青禾市第一人民医院", align="right").line("2026年2月26日", align="right")
    made.new_page()
    made.head(2, "危急值报告管理制度", align="center", size=22, font="方正小标宋简体")
    made.head(3, "一、目的", font="黑体")
    made.line(*sentences("为使临床及时得到危急值"), indent=640)
    made.head(3, "二、报告流程", font="黑体")
    made.head(4, "（一）检验科", font="楷体_GB2312")
    made.lines(*sentences("检验人员确认标本无误后五分钟内电话报告病区", "同时在信息系统中登记"), indent=640)
    made.head(4, "（二）临床科室", font="楷体_GB2312")
    made.line(*sentences("接听人员复述无误后登记并立即报告值班医师"), indent=640)
    made.head(3, "三、附则", font="黑体")
    made.line("本制度自印发之日起施行。", indent=640)
    made.line("青禾市第一人民医院办公室　　　　　2026年2月26日印发")
    return made.facts(
        title="关于印发《危急值报告管理制度》的通知", number="青医发〔2026〕7号", issuing_unit="青禾市第一人民医院",
        issued_on="2026-02-26", binds_from="2026-02-26",
    )  # fmt: skip


@paper
def controlled_document():
    """A table as the head of a controlled document, decimal numbers without any look of their own."""
    made = Paper("受控文件")
    made.table(
        [Cell("云杉县中医院"), Cell("文件编号：YS-HL-012", span=2)],
        ["文件名称", Cell("静脉输液管理制度", span=2)],
        ["版本号", "V3.1", "页码：1/4"],
        ["制定部门", "护理部", "生效日期：2026-04-15"],
        ["编制：冯素云", "审核：陶允之", "批准：郎承业"],
    )
    made.head(2, "1 目的").line(*sentences("规范静脉输液操作，减少输液反应和外渗"))
    made.head(2, "2 适用范围").line("适用于全院各护理单元及门诊输液室。")
    made.head(2, "3 职责")
    made.line("3.1 护士长负责督促本病区护士按要求执行，发现问题及时纠正。")
    made.line("3.2 责任护士负责巡视并记录，每小时不少于一次。")
    made.head(2, "4 工作程序")
    made.line("4.1 核对医嘱，询问过敏史，选择合适的血管。")
    made.line("4.2 常用溶液：").line("0.9% 氯化钠注射液 250 ml").line("5 mg 地塞米松").line("10 ml 生理盐水冲管")
    made.line("图1 静脉输液操作流程").line("表 1 输液反应分级").table(["级别", "表现"], ["一级", "发热"])
    made.head(2, "5 相关文件").line("《输血管理制度》《药品不良反应报告制度》")
    return made.facts(
        number="YS-HL-012", title="静脉输液管理制度", version="V3.1", issuing_unit="护理部", binds_from="2026-04-15",
        drafted_by="冯素云", reviewed_by="陶允之", approved_by="郎承业",
    )  # fmt: skip


@paper
def header_with_number():
    """The number stands on every page; 一、 bold, 1. items below, 签字 at the end."""
    made = Paper("页眉编号", size=10.5)
    made.header("文件编号：QH-YW-031　　版本：第2版　　第1页 共5页")
    made.title("手术安全核查制度", size=18)
    for number, name in zip("一二三四", ("总体要求", "核查内容", "核查流程", "监督管理"), strict=True):
        made.head(2, f"{number}、{name}", bold=True)
        made.line(*sentences(f"{name}由手术医师、麻醉医师和手术室护士三方共同完成"))
        made.lines("1. 麻醉实施前核对患者身份、手术方式和知情同意；", "2. 手术开始前核对手术部位与标识；")
    made.line("编制：手术室　　审核：医务科　　批准：申怀川").line("发布日期：2025年11月3日　　实施日期：2025年12月1日")
    return made.facts(
        number="QH-YW-031", version="第2版", title="手术安全核查制度", issued_on="2025-11-03", binds_from="2025-12-01",
        approved_by="申怀川", drafted_by="手术室",
    )  # fmt: skip


@paper
def numbered_by_word():
    """章 and 条 by a list of Word; no style is a heading."""
    made = Paper("自动编号")
    law = made.numbering(*LAW)
    made.title("医疗设备管理办法", size=20)
    for chapter, (name, articles) in enumerate((("总则", 2), ("采购与验收", 2), ("使用与维护", 1))):
        label = f"第{'一二三'[chapter]}章"
        made.head(2, name, label=f"{label} ", number=(law, 0), bold=True, align="center")
        for _article in range(articles):
            number = sum(1 for one in made.gold.labels if one.endswith("条")) + 1
            made.listed(f"第{'一二三四五'[number - 1]}条", *sentences("设备科对全院设备建档"), law, 1)
    made.listed("（一）", "急救设备每日检查；", law, 2)
    made.listed("（二）", "放射设备按年检测。", law, 2)
    made.line("设备科", align="right").line("二〇二六年五月六日", align="right")
    return made.facts(title="医疗设备管理办法", issued_on="2026-05-06", issuing_unit="设备科")


@paper
def real_styles():
    """Heading 1 to 3 as Word means them; WPS numbers styles by digits."""
    made = Paper("真标题")
    made.style("1", name="heading 1", outline=0, bold=True, size=16)
    made.style("2", name="heading 2", based_on="1", outline=1, size=14)
    made.style("s9", name="章标题", based_on="1")
    made.line("住院患者身份识别制度", align="center", size=22, bold=True)
    made.gold.title = "住院患者身份识别制度"
    made.head(2, "总则", style="1").line(*sentences("严格执行查对制度"))
    made.head(3, "识别方法", style="2").lines(*sentences("至少使用两种识别方法", "腕带信息应当清晰"))
    made.head(2, "特殊患者", style="s9").head(3, "新生儿", style="2").line(*sentences("新生儿使用双腕带"))
    made.line("重要提示", bold=True).line("不得以床号作为唯一的识别依据。")
    made.line(*sentences("这一段有人误用了标题样式，其实是正文，它很长，写满了整整一行还要多一些"), style="2")
    made.line("第三条").line(*sentences("见本院另文"))
    return made.facts(title="住院患者身份识别制度")


@paper
def all_bold_items():
    """一、 whose lines are sentences: a list, no headings, though some are bold."""
    made = Paper("条目", size=14, font="仿宋")
    made.title("病区陪护管理规定", size=22, font="黑体")
    made.line("为维护病区秩序，保障患者休息，现就陪护管理规定如下：", indent=560)
    for number, text in zip(
        "一二三四五",
        (
            "陪护人员应当持证进入病区，每位患者限一名陪护。",
            "陪护人员不得擅自调节输液速度和氧流量。",
            "探视时间为每日15时至19时，其余时间谢绝探视。",
            "严禁在病区吸烟、饮酒和使用大功率电器。",
            "本规定自公布之日起执行。",
        ),
        strict=True,
    ):
        made.line(f"{number}、{text}", bold=number == "四", indent=560)
    made.line("梧桐区人民医院护理部", align="right").line("2025年9月1日", align="right")
    return made.facts(
        title="病区陪护管理规定", issuing_unit="梧桐区人民医院护理部", issued_on="2025-09-01", binds_from="2025-09-01"
    )


@paper
def wps_habits():
    """Centred by blanks, indented by U+3000, soft returns, a page turned by empty lines."""
    made = Paper("空格", size=12)
    made.gold.title = "消毒隔离制度（2025年修订）"
    made.line("　　　　　　　　　　　消 毒 隔 离 制 度", bold=True, size=16)
    made.line("　　　　　　　　　　　（2025年修订）")
    made.head(2, "一、管理要求", shown="　　一、管理要求", bold=True)
    made.line("　　" + sentences("进入人体组织的器械必须灭菌")[0])
    made.head(2, "二、环境清洁", shown="　　二、环境清洁", bold=True)
    made.line("　　1、地面每日湿式清扫两次，有污染时随时消毒；\n　　2、治疗室每日紫外线消毒一次，每次60分钟；")
    made.blank(14)
    made.head(2, "三、医疗废物", shown="　　三、医疗废物", bold=True)
    made.line("　　" + sentences("医疗废物分类收集，交接双签字")[0])
    return made.facts(title="消毒隔离制度（2025年修订）")


@paper
def mixed_chapters():
    """编 and 节, articles below; an enclosure with its own title and sign-off table."""
    made = Paper("编章节")
    made.title("云杉县中医院", "医疗质量管理手册", font="黑体")
    made.gold.title = "医疗质量管理手册"
    made.head(2, "第一编 基础质量", align="center", size=18)
    made.head(3, "第一章 病历书写", align="center", size=16)
    made.head(4, "第一节 一般要求", align="center", size=14)
    made.lines("第一条 病历书写应当客观、真实、准确、及时、完整。", "第二条 上级医师应当在七十二小时内审阅。")
    made.head(4, "第二节 时限要求", align="center", size=14).line("第三条 首次病程记录在八小时内完成。")
    made.head(3, "第二章 会诊", align="center", size=16).line("第四条 急会诊应当在十分钟内到达。")
    made.new_page()
    made.head(2, "附件1 病历质量检查表", shown="附件1")
    made.line("病历质量检查表", align="center", bold=True, size=16)
    made.table(["项目", "分值", "得分"], ["首页", "10", ""], [Cell("合计", span=2), ""])
    made.line("检查人：　　　　　检查日期：")
    return made.facts(title="医疗质量管理手册")


@paper
def outline_by_word():
    """1, 1.1 by Word, bold; version table at the end."""
    made = Paper("多级列表", size=10.5, font="宋体")
    number = made.numbering(*OUTLINE)
    made.title("标本采集与运送标准操作规程", size=16, font="黑体")
    made.head(2, "目的", label="1 ", number=(number, 0), bold=True).line(*sentences("保证检验前质量"))
    made.head(2, "操作步骤", label="2 ", number=(number, 0), bold=True)
    made.head(3, "采集前核对", label="2.1 ", number=(number, 1), bold=True).line(*sentences("核对医嘱与条码"))
    made.head(3, "采集", label="2.2 ", number=(number, 1), bold=True)
    made.line("1) 选择合适的采血管；").line("2) 采血后轻轻颠倒5次；")
    made.head(2, "记录", label="3 ", number=(number, 0), bold=True).line(*sentences("采集者在系统中签名"))
    made.table(
        ["版本", "修订日期", "修订内容"], ["A/0", "2024-01-10", "首次发布"], ["A/1", "2026-01-20", "增加运送要求"]
    )
    return made.facts(title="标本采集与运送标准操作规程", version="A/1", revised_on="2026-01-20")


@paper
def framed_words():
    """【 】 as headings of an operation manual."""
    made = Paper("方框", size=11)
    made.title("导尿技术操作规范", size=16)
    for name in ("【目的】", "【用物准备】", "【操作步骤】", "【注意事项】"):
        made.head(2, name, bold=True)
        made.lines("1．核对患者姓名、床号和腕带。", "2．向患者及家属解释操作的必要性，取得配合；")
    made.line("【参考】见护理部二〇二五年编印的操作手册。")
    return made.facts(title="导尿技术操作规范")


@paper
def conflicting_dates():
    """The table says one day, the text another."""
    made = Paper("日期矛盾")
    made.table(
        ["制度名称", "麻醉药品管理制度", "编号", "QH-YX-007"], ["发布日期", "2025.12.20", "生效日期", "2026.01.01"]
    )
    made.title("麻醉药品管理制度", size=16)
    made.head(2, "一、总则", bold=True).line(*sentences("麻醉药品实行五专管理"))
    made.head(2, "二、处方管理", bold=True).line(*sentences("处方保存三年备查"))
    made.line("三、本制度自2026年2月1日起施行，由药学部负责解释。")
    return made.facts(
        "binds_from", title="麻醉药品管理制度", number="QH-YX-007", binds_from="2026-02-01", issued_on="2025-12-20"
    )


@paper
def health_advice():
    """Bold lines without numbers: some are headings, one is a warning."""
    made = Paper("无编号", size=12)
    made.title("住院患者跌倒防范须知", size=18)
    made.head(2, "环境安全", bold=True).line(*sentences("保持地面干燥，清除通道障碍"))
    made.head(2, "健康教育", bold=True).line(*sentences("告知患者起床三部曲"))
    made.line("重要提示", bold=True).line("夜间如厕请按呼叫铃。")
    made.head(2, "跌倒后处理", bold=True).line(*sentences("就地评估伤情，通知医师"))
    return made.facts(title="住院患者跌倒防范须知")


@paper
def articles_restart():
    """条 counted anew by Word in each chapter would be wrong; and one is typed twice."""
    made = Paper("条号重复")
    made.title("院内感染暴发报告规定", size=20)
    chapters = made.numbering(CHAPTER, ARTICLE, Level("decimal", "%3)"))
    made.head(2, "报告", label="第一章 ", number=(chapters, 0), bold=True)
    made.listed("第一条", *sentences("疑似暴发应当立即报告"), chapters, 1)
    made.lines("第二条 感染管理科接报后两小时内到场核实。", "第二条 核实情况应当书面记录，并报分管院长。")
    made.line("第三条 本规定自发布之日起执行。", p.run(""))
    return made.facts("article_twice", title="院内感染暴发报告规定")
