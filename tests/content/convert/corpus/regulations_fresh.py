"""A fourth part, written after the third had corrected the rules; no rule was changed for it before it was measured."""

from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus.docx import Level
from tests.content.convert.corpus.regulations import Paper, sentences

PAPERS = []


def paper(make):
    PAPERS.append(make)
    return make


@paper
def ward_rounds():
    """Parts by 一、 in bold; within them （1） and ① and short bold words; a table between."""
    made = Paper("查房", size=12)
    made.title("三级医师查房制度", size=18)
    made.head(2, "一、查房时间", bold=True)
    made.lines("（1）主任医师每周一次", "（2）主治医师每日一次", "（3）住院医师每日两次")
    made.head(2, "二、查房内容", bold=True).table(["级别", "内容"], ["主任", "疑难病例"])
    made.line("1周内新入院患者重点查", bold=True).line("24小时值班电话：0000", bold=True)
    made.head(2, "三、记录要求", bold=True).line("①及时 ②准确 ③完整")
    made.line("2024版病历书写规范另行下发", bold=True)
    return made.facts(title="三级医师查房制度")


@paper
def budget_plan():
    """方案: goals with dates and money, 阶段 in brackets of time."""
    made = Paper("方案", size=16, font="仿宋")
    made.title("等级医院评审迎评工作方案", size=22, font="方正小标宋简体", bold=None)
    made.head(2, "一、指导思想", font="黑体").line(*sentences("坚持以评促建"))
    made.head(2, "二、实施步骤", font="黑体")
    made.head(3, "（一）动员部署阶段（2026年1月—3月）", font="楷体").line(*sentences("召开动员会"))
    made.head(3, "（二）自查整改阶段（2026年4月—8月）", font="楷体").line(*sentences("对照标准自查"))
    made.head(2, "三、工作要求", font="黑体")
    made.line(p.run("（一）提高认识。", font="楷体", size=16), p.run("各科室要充分认识评审的意义。", size=16))
    made.line(p.run("（二）落实责任。", font="楷体", size=16), p.run("科主任为第一责任人。", size=16))
    made.line("100万元以上项目须经院务会研究").line("评审办电话：0000")
    return made.facts(title="等级医院评审迎评工作方案")


@paper
def posts_by_word():
    """Posts by a list of Word in 一、, duties start again at 1. in each by another."""
    made = Paper("职责", size=12)
    outer = made.numbering(Level("chineseCounting", "%1、"))
    inner = made.abstract(Level(text="%1."))
    made.title("药学部岗位职责", size=18)
    for index, post in enumerate(("药学部主任", "调剂药师", "临床药师")):
        made.head(2, post, label=f"{'一二三'[index]}、", number=(outer, 0), bold=True)
        number = made.number(inner, starts={0: 1})
        made.listed("1.", "负责本岗位工作。", number).listed("2.", "完成上级交办的任务。", number)
    return made.facts(title="药学部岗位职责")


@paper
def lines_by_hand():
    """Rows of underscores and stars, page numbers typed in the text, a motto in large letters."""
    made = Paper("手工线", size=12)
    made.line("—————————————————", align="center").title("应急物资管理办法", size=20)
    made.line("＊＊＊＊＊＊", align="center").line("- 1 -", align="center")
    made.line("生命至上　人民至上", align="center", bold=True, size=16)
    made.head(2, "第一章　总 则", shown="第一章　　总　　则", align="center", bold=True)
    made.line("第一条 为做好应急物资储备，制定本办法。").line("- 2 -", align="center")
    made.head(2, "第二章　储 备", shown="第二章　　储　　备", align="center", bold=True)
    made.line("第二条 物资按三十天用量储备。").line("（此页无正文）").line("主题词：物资 管理 办法", bold=True)
    return made.facts(title="应急物资管理办法")


@paper
def cases():
    """病例讨论: fields in bold before colons, medicines in bold lines of their own."""
    made = Paper("病例", size=12)
    made.title("疑难病例讨论制度", size=18)
    made.head(2, "一、讨论范围", bold=True).line(*sentences("入院七天未确诊者应当讨论"))
    made.head(2, "二、记录格式", bold=True)
    made.lines("主持人：", "参加人员：", "病情摘要：", bold=True)
    made.line("阿司匹林肠溶片 100 mg qd", bold=True).line("3.5 mmol/L", bold=True).line("讨论记录当日完成。")
    made.head(2, "三、质控", bold=True).line(*sentences("质控科每季度抽查"))
    return made.facts(title="疑难病例讨论制度")


@paper
def annex_inside():
    """附表 in the middle of the text, 附则 as a chapter, names of forms in bold."""
    made = Paper("附则", size=12)
    made.title("病历借阅管理规定", size=18)
    made.head(2, "第一章 借阅", bold=True).line("第一条 借阅须填写《病历借阅单》，见附件1。")
    made.line("附件1由病案室统一印制").line("附表中各项均须填写完整")
    made.head(2, "第二章 附则", bold=True).line("第二条 本规定自2026年1月1日起施行。")
    made.new_page().head(2, "附件1：病历借阅单", bold=True)
    made.table(["姓名", "科室"], ["", ""]).line("借阅人签名：").line("归还日期：    年  月  日")
    return made.facts(title="病历借阅管理规定", binds_from="2026-01-01")


@paper
def decimals_deep():
    """1 / 1.1 / 1.1.1 typed, bold down to the second; sentences of the third; a version like a number."""
    made = Paper("深编号", size=10.5)
    made.title("检验科室内质量控制程序", size=16)
    made.head(2, "1 目的", bold=True).line(*sentences("保证检验结果准确"))
    made.head(2, "2 程序", bold=True)
    made.head(3, "2.1 质控品", bold=True)
    made.line("2.1.1 质控品应当按说明书保存，开瓶后注明日期。").line("2.1.2 不得使用过期质控品。")
    made.head(3, "2.2 失控处理", bold=True)
    made.line("2.2.1 立即停止检测并报告组长。").line("2.5%变异以内可以接受").line("4 ℃保存")
    made.head(2, "3 记录", bold=True).line("3.1 《室内质控记录表》").line("3.2 《失控报告单》")
    made.line("12-h 禁食后采血", bold=True).line("5.0版LIS系统操作说明另附")
    return made.facts(title="检验科室内质量控制程序")


@paper
def bold_first_lines():
    """Bold openings: 为加强…, then 特制定本制度如下 in bold; list of leaders."""
    made = Paper("开头加粗", size=14, font="仿宋")
    made.title("安全生产责任制度", size=22, font="黑体", bold=None)
    made.line("为落实安全生产责任，特制定本制度，具体如下：", bold=True)
    made.head(2, "一、组织机构", bold=True).line("组长：杭立群", bold=True).line("副组长：蓝月", bold=True)
    made.line("成员：边尚志、井芷兰")
    made.head(2, "二、责任追究", bold=True)
    made.line("（一）发生一般事故的", bold=True).line("扣发当月绩效，并在全院通报批评，取消评优资格。")
    made.line("（二）发生重大事故的", bold=True).line("依法依规追究责任，移交有关部门处理并停职检查。")
    made.gold.headings += [(3, "（一）发生一般事故的"), (3, "（二）发生重大事故的")]
    return made.facts(title="安全生产责任制度")
