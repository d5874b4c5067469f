"""Documents that pages of the demo offer for download, made by code: so that search finds words within files."""

from io import BytesIO

from demo import pdf

LINE = 36  # Chinese characters to a printed line


def dilution_manual():
    """A PDF whose lines end in the middle of words, as printed ones do."""
    return pdf.pages(*("\n".join(_printed(page)) for page in MANUAL))


def fall_lesson():
    from docx import Document

    lesson = Document()
    lesson.add_heading("跌倒防范培训讲义", 0)
    for heading, *paragraphs in LESSON:
        lesson.add_heading(heading, 1)
        for paragraph in paragraphs:
            lesson.add_paragraph(paragraph)
    return _saved(lesson)


def resuscitation_cart():
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in CART.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return _saved(book)


def first_week():
    from pptx import Presentation

    show = Presentation()
    for title, points, notes in WEEK:
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = title, points
        slide.notes_slide.notes_text_frame.text = notes
    return _saved(show)


def _printed(page):
    heading, *paragraphs = page
    yield heading
    for paragraph in paragraphs:
        for start in range(0, len(paragraph), LINE):
            yield paragraph[start : start + LINE]


def _saved(document):
    made = BytesIO()
    document.save(made)
    return made.getvalue()


MANUAL = [
    (
        "静脉用高警示药品配制手册（病区版）",
        "本手册供病区护士在床旁配制时查对，由药学部与护理部共同编写。剂量与速度以医嘱和药品说明书为准，手册只说明怎样配、怎样标、怎样看。",
        "一、通则",
        "配制与给药由两人独立核对：先各自算一遍，再比对结果，不能一人念一人点头。任何一步对不上，停下来问药师，电话 6120。",
        "配好的每一支、每一袋都贴红底白字标签，写明药名、总量、浓度、配制时间和两个人的签名。没有标签的一律弃去，不猜。",
    ),
    (
        "二、浓氯化钾",
        "浓氯化钾注射液不得静脉推注，也不得在病区以原液存放于普通药柜。外周静脉输注的终浓度一般不超过 0.3%，输注中注意穿刺处有无疼痛与发红。",
        "需要中心静脉较高浓度补钾的，必须有医师床旁评估、心电监护和输液泵，并在医嘱中写明速度上限。泵速由第二人复述后再启动。",
        "漏到皮下怎么办：立即停输，回抽残液，抬高患肢，标出范围并拍照，按外渗流程上报。",
    ),
    (
        "三、胰岛素",
        "静脉用胰岛素只用一毫升胰岛素专用注射器抽取，禁止用普通注射器换算刻度。单位写“单位”，不写字母缩写，以免被看成零。",
        "泵入期间按医嘱监测血糖；暂停肠内营养、外出检查、血糖下降过快时，先问医师是否停泵。更换管路后先排去前面的一段，管壁会吸附胰岛素。",
    ),
    (
        "四、去甲肾上腺素",
        "优先经中心静脉泵入。紧急情况下经外周给药的，选粗直的静脉，每小时看一次穿刺点，并尽快改为中心静脉。",
        "换泵时新旧两支并行，待血压平稳后再撤旧的一支，避免中断。泵旁贴“不可推注、不可快进”的提示牌。",
        "外渗处皮肤发白、发凉，提示组织缺血，应立即更换部位并请医师处理，不要热敷后继续观察。",
    ),
]
LESSON = [
    ("为什么总在凌晨", "利尿剂和安眠药的作用、昏暗的灯光和急着去卫生间，常常在凌晨三点到六点凑到一起。巡视时多问一句“要不要去一趟”，比跌倒后再填表有用。"),
    ("三个半分钟怎么教", "请患者复述一遍，再做一遍：醒来躺半分钟，床边坐半分钟，扶着站半分钟。能说不等于会做，陪护也要学。", "听力不好的患者用床头卡，字要大，一张卡只写一件事。"),
    ("体位性低血压的床旁筛查", "平卧五分钟后测血压，站立一分钟、三分钟各测一次。收缩压下降二十毫米汞柱及以上，或站立时头晕的，列入高风险，并报告医师查看用药。"),
    ("案例讨论", "一位老人夜间自行下床，拖鞋卡在输液架底座上。讨论：床旁还有哪三样东西可以挪开？呼叫器为什么没有按？", "结论写在白板上，下周晨会由责任组长回看改了没有。"),
]  # fmt: skip
CART = {
    "药品": [
        ["层", "药名", "规格", "基数", "有效期核对"],
        ["一", "肾上腺素注射液", "1 mg/1 mL", 10, "每月 5 日"],
        ["一", "阿托品注射液", "0.5 mg/1 mL", 5, "每月 5 日"],
        ["一", "胺碘酮注射液", "150 mg/3 mL", 4, "每月 5 日"],
        ["二", "葡萄糖酸钙注射液", "1 g/10 mL", 5, "每月 5 日"],
        ["二", "50% 葡萄糖注射液", "20 mL", 5, "每月 5 日"],
        ["二", "纳洛酮注射液", "0.4 mg/1 mL", 3, "每月 5 日"],
    ],
    "器材": [
        ["层", "名称", "数量", "检查方法"],
        ["三", "喉镜与备用电池", 1, "开灯，亮度稳定"],
        ["三", "球囊面罩", 1, "堵住出口，捏不动才算不漏"],
        ["三", "口咽通气道", 3, "三个型号齐全"],
        ["四", "负压吸引装置", 1, "接管试吸，负压到位"],
        ["侧", "除颤仪", 1, "每班自检，电极片在有效期内"],
    ],
}
WEEK = [
    ("新入科医师岗前培训", "五天要学会的五件事\n带教老师与联系电话", "开场先请大家说出自己最担心的一件事。"),
    ("危急值怎么接", "复述姓名、项目和数值\n记下时间和打电话的人\n十五分钟内看到患者", "现场演练一次血钾危急值电话。"),
    ("夜班求助的次序", "先叫二线，再叫总住院\n抢救先按墙上的蓝色按钮", "强调：叫错了没有关系，叫晚了才有。"),
    ("除颤仪自检", "开机自检看三处：电量、电极片、打印纸\n充放电测试用内置负载", "每人上手做一遍，记录在设备本上。"),
]
