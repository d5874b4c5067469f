"""What new pages of the group may start from."""

from content.models import PageTemplate

TEMPLATES = [
    (
        "regulation",
        "制度",
        "总则、职责、程序、监督四章",
        "",
        "## 第一章 总则\n\n第一条　为……，制定本制度。\n\n第二条　本制度适用于……\n\n## 第二章 职责\n\n第三条　\n\n## 第三章 程序\n\n第四条　\n\n"
        "## 第四章 监督\n\n第五条　本制度由……负责解释。\n",
    ),
    (
        "article",
        "护理操作流程（SOP）",
        "用物、步骤、并发症、宣教",
        "",
        "> [!禁忌] 什么情况不做\n> \n\n## 用物\n\n- \n\n## 步骤\n\n1. \n\n## 观察与并发症\n\n| 出现 | 怎么办 |\n| --- | --- |\n|  |  |\n\n## 宣教\n\n",
    ),
    (
        "article",
        "急救流程卡",
        "判断、处理、监测、交接四段",
        "",
        "> [!注意] 第一件事\n> \n\n## 判断\n\n## 处理\n\n## 监测\n\n## 交接\n\n",
    ),
    (
        "case",
        "病例",
        "经过、转折、讨论；不写能认出人的信息",
        "",
        "## 经过\n\n## 转折\n\n## 讨论\n\n1. \n",
    ),
    (
        "article",
        "会议纪要",
        "议题、决定、谁在何时做",
        "例会纪要（第  周）",
        "## 议题与决定\n\n| 议题 | 决定 | 谁 | 何时 |\n| --- | --- | --- | --- |\n|  |  |  |  |\n\n## 没有定的\n\n",
    ),
    (
        "article",
        "交接班清单",
        "背景、现况、评估、建议",
        "",
        "## 每位患者\n\n1. **背景**：\n2. **现况**：\n3. **评估**：\n4. **建议**：\n\n## 不能漏\n\n- [ ] 危急值\n- [ ] 未回报的检查\n",
    ),
]


def load(unit):
    if PageTemplate.objects.exists():
        return
    PageTemplate.objects.bulk_create(
        PageTemplate(unit=unit, kind=kind, name=name, hint=hint, title=title, body=body, order=10 * place)
        for place, (kind, name, hint, title, body) in enumerate(TEMPLATES, start=1)
    )
