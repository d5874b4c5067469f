"""What tables, signs, pictures and boxes can be at their worst, in papers that are written as usual otherwise."""

from tests.content.convert.corpus import pieces as p
from tests.content.convert.corpus import shapes as s
from tests.content.convert.corpus.docx import Cell, Level, Row, paragraph_xml, table_xml
from tests.content.convert.corpus.images import png
from tests.content.convert.corpus.pieces import Xml
from tests.content.convert.corpus.regulations import Paper

PAPERS = []


def paper(make):
    PAPERS.append(make)
    return make


@paper
def all_in_one_table():
    """A whole 规程 in one table, as quality offices print them: facts above, the text in a wide cell."""
    made = Paper("一张表", size=10.5)
    number = made.numbering(Level("decimal", "%1"), Level("decimal", "%1.%2"))
    inner = table_xml(["浓度", "用途"], ["500 mg/L", "地面"], ["1000 mg/L", Cell("污染物", extra="<w:shd/>")])
    text = [
        paragraph_xml(p.bold("目的"), number=(number, 0)), "规范消毒液配制。",
        paragraph_xml(p.bold("方法"), number=(number, 0)),
        paragraph_xml("称取 5 g 加水至 10 L，有效氯为 250 mg/L。", number=(number, 1)),
        paragraph_xml("测试：", s.text_box("pH 6.5～7.5", "每日 1 次"), number=(number, 1)), inner,
        paragraph_xml("H", p.subscript("2"), "O", p.subscript("2"), " 现配现用。", number=(number, 1)),
    ]  # fmt: skip
    made.table(
        [Cell("青屿医院", merge="restart"), Cell("消毒液配制操作规程", span=2), "编号：QY-YG-08"],
        [Cell("", merge="continue"), "版次：第 2 版", "页码：1/1", "生效日期：2026.04.01"],
        [Cell(text, span=4)],
        [Cell(["编制：井芷兰", "日期：2026.03.01"]), Cell(["审核：蓝月"], span=2), "批准：杭立群"],
    )
    made.gold.tables += 1
    made.gold.labels += ["1", "2", "2.1", "2.2", "2.3"]
    return made


@paper
def broken_tables():
    """Cells merged both ways, older sideways merging, rows that begin later, heads over two rows, bullets in cells."""
    made = Paper("乱表", size=10.5)
    bullet = made.numbering(Level("bullet", "●"), Level("bullet", "○"))
    listed = [paragraph_xml("核对", number=(bullet, 0)), paragraph_xml("双人", number=(bullet, 1))]
    made.title("护理质量检查表", size=16)
    made.table(
        Row([Cell("项目", merge="restart"), Cell("标准", span=2), Cell("分值", merge="restart")], header=True),
        Row([Cell("", merge="continue"), "一级", "二级", Cell("", merge="continue")], header=True),
        [Cell("基础护理", merge="restart"), "卧位舒适", Cell(listed), "10"],
        [Cell("", merge="continue"), Cell("翻身每 2 h", span=2), "15"],
        [Cell("", merge="continue"), Cell("皮肤\n完整", span=2), "2|3*_5"],
    )
    made.line("注：<90 分为不合格；A&B 项 ≥1 次即扣分，[必查]项*不得*漏。")
    made.line("1. 合计 = 基础分 − 扣分；2^n 次抽查；~5~ 处；http://example.org/a_b?c=1&d=2 查询。")
    return made


@paper
def mixed_lines():
    """Signs of Markdown at the beginning of lines, tabs, line breaks, blanks of all widths, quotes, empty runs."""
    made = Paper("符号", size=12)
    made.title("标本采集 # 说明", size=16)
    made.lines(
        "# 不是标题", "- 不是列表", "+ 5 ℃", "> 90 分为优", "1) 采血", "2. 送检", "*必填", "    缩进四格", "===", "---"
    )
    made.line("| 竖线 | 不是表 |").line("血压\t120/80\tmmHg\n脉搏\t80 次/分").line("```不是代码").line(
        "&lt;实体&gt; &nbsp;"
    )
    made.line("[x] 已完成 [ ] 未完成 ![图](x) [链接](y)").line("　　全角缩进：　药名").line(
        "“引号”‘单引号’——破折号……省略号"
    )
    made.line(
        "10",
        p.superscript("-3"),
        " mol/L，Ca",
        p.superscript("2+"),
        "，HCO",
        p.subscript("3"),
        p.superscript("−"),
        "，m",
        p.superscript("2"),
    )
    made.line("A_B_C 与 **星号** 与 ~~波浪~~ 与 ==等号== 与 `反引号` 与 \\反斜杠\\").line(
        p.bold("注意"), p.run(""), p.bold("：立即停药")
    )
    return made


@paper
def pictures_and_boxes():
    """Boxes in cells and in one another, pictures in cells, notes in cells and boxes, a group of boxes, old boxes."""
    made = Paper("图框", size=12)
    one, two = made.media(png()), made.media(png(3, 3))
    made.title("心肺复苏流程", size=16)
    made.line("流程：", s.group(s.shape_inside("判断意识"), s.shape_inside("呼叫帮助", "取 AED")))
    made.line(s.vml_text_box("胸外按压 100～120 次/分", "深度 5～6 cm"))
    made.table(
        ["步骤", "图示", "要点"],
        [
            "一",
            s.picture(one, alt="按压", size=(120, 80)),
            p.as_xml("按压", made.footnote("成人。"), s.text_box("30:2")),
        ],
        ["二", Cell([p.as_xml("见", s.vml_picture(two)), "图后"]), p.as_xml("除颤 ", p.bold("200 J"))],
    )
    made.line("结束后", made.endnote("参照 2025 版。"), "记录。").line(
        s.picture(two, anchored=True, alt="环绕图"), "环绕文字。"
    )
    return made


@paper
def as_programs_write():
    """Attributes and elements that Word and WPS strew about: rsids, frames, controls around cells, columns."""
    made = Paper("杂项", size=12)
    made.title("病案管理制度", size=18)
    made.raw(
        '<w:p w:rsidR="00A1" w:rsidRDefault="00B2" w14:paraId="1A2B3C4D"><w:pPr><w:framePr w:w="4000" w:hSpace="180"/>'
        '</w:pPr><w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00C3"><w:t>框架中的话：归档 3 个工作日。</w:t></w:r>'
        '<w:proofErr w:type="spellEnd"/><w:permStart w:id="1" w:edGrp="everyone"/><w:permEnd w:id="1"/></w:p>'
    )
    made.raw(
        "<w:p><w:r><w:t>出院后</w:t></w:r><w:r><w:noBreakHyphen/><w:t>72 h</w:t></w:r><w:r><w:softHyphen/>"
        '<w:t xml:space="preserve"> 内</w:t><w:br w:type="column"/><w:t>提交</w:t><w:ptab w:relativeTo="margin" '
        'w:alignment="right" w:leader="none"/><w:t>病案室</w:t></w:r><w:r><w:pgNum/></w:r></w:p>'
    )
    cell = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    first = cell.format(Cell("借阅").xml()) + Cell(Xml(cell.format(paragraph_xml("凭证件 2 份")))).xml()
    second = (
        Cell("复印").xml() + f'<w:bookmarkStart w:id="5" w:name="x"/>{Cell("0.5 元/页").xml()}<w:bookmarkEnd w:id="5"/>'
    )
    made.raw(
        '<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="page"/></w:tblPr><w:tblGrid><w:gridCol w:w="2"/></w:tblGrid>'
        f'<w:tr w:rsidR="00A1"><w:tblPrEx/>{first}</w:tr><w:bookmarkStart w:id="6" w:name="y"/>'
        f'<w:customXml w:element="z"><w:tr>{second}</w:tr></w:customXml></w:tbl>'
    )
    made.gold.tables += 1
    made.raw(f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph_xml('病案保存 30 年，门诊 15 年。')}</w:sdtContent></w:sdt>")
    made.raw(f'<w:customXml w:element="q">{paragraph_xml("不得涂改、伪造。")}</w:customXml>')
    rule = '<w:pict><v:rect style="width:0;height:1.5pt" o:hralign="center" o:hrstd="t" o:hr="t"/></w:pict>'
    made.paragraph(p.run(content=rule)).line(p.run("缩写", extra="<w:caps/><w:em w:val='dot'/>"), p.run("icd-10"))
    made.line(
        p.inserted(p.smart_tag("2026年"), p.custom_xml("8月")), "起执行，详见 ", p.simple_field("REF z", "第四条"), "。"
    )
    formula = p.formula(p.fraction("分子", "分母"))
    made.line("归档率（%）＝100×", formula).paragraph(p.run(content='<w:t xml:space="preserve">  尾 句  </w:t>'))
    return made
