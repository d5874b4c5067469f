"""What “/” offers in the editor: in the order shown, found by its words, by pinyin and by initials."""

from django.utils.translation import gettext as _


def inserts() -> list[dict]:
    """`does` is the action in frontend/editor/writing/actions.js; `words` are typed instead of the label."""
    common, medical, more = _("常用"), _("医疗"), _("更多")
    kinds = _("提示 / 注意 / 禁忌")
    rows = (
        ("heading-2", _("小节标题"), common, "heading-2", "", "xiaojiebiaoti xjbt h2 heading"),
        ("heading-3", _("下级小节标题"), common, "heading-3", "", "xiajixiaojiebiaoti xjxjbt h3 heading"),
        (
            "callout:提示",
            _("提示框"),
            common,
            "message-square-warning",
            kinds,
            "tishikuang tsk callout",
        ),
        ("table", _("表格"), common, "table-2", "", "biaoge bg table"),
        ("picture", _("图片或心电图"), common, "image", "", "tupianhuoxindiantu tphxdt tp image picture"),
        ("bullets", _("项目符号"), common, "list", "", "xiangmufuhao xmfh ul list liebiao lb"),
        ("numbers", _("编号"), common, "list-ordered", "", "bianhao bh ol liebiao lb"),
        ("tasks", _("清单"), common, "list-checks", "", "qingdan qd todo task"),
        ("callout:注意", _("注意"), medical, "circle-alert", _("提示框"), "zhuyi zy warning"),
        ("callout:禁忌", _("禁忌"), medical, "triangle-alert", _("提示框"), "jinji jj danger"),
        ("drug", _("药品卡片"), medical, "pill", "", "yaopinkapian ypkp drug"),
        ("regulation", _("引用制度条款"), medical, "scroll-text", "", "yinyongzhidutiaokuan yyzdtk zhidu zd"),
        ("checks", _("操作核查表"), medical, "clipboard-check", "", "caozuohechabiao czhcb checklist"),
        ("flow", _("流程图"), medical, "workflow", "Mermaid", "liuchengtu lct flow mermaid diagram"),
        ("include", _("引用小节"), more, "between-horizontal-start", _("跟随原文"), "yinyongxiaojie yyxj include"),
        ("file", _("附件"), more, "paperclip", "", "fujian fj file"),
        ("camera", _("拍照"), more, "smartphone", "", "paizhao pz camera"),
        ("quote", _("引文"), more, "quote", "", "yinwen yw quote"),
        ("block", _("代码"), more, "code-xml", "", "daima dm code"),
        ("rule", _("分隔线"), more, "minus", "", "fengexian fgx hr rule"),
        ("details", _("折叠"), more, "chevron-right", "", "zhedie zd fold details"),
        ("note", _("脚注"), more, "message-square", "", "jiaozhu jz footnote note"),
        ("terms", _("术语和解释"), more, "book-open", "", "shuyuhejieshi syhjs terms"),
        ("box", _("文本框"), more, "square-pen", "", "wenbenkuang wbk box"),
        ("person", _("提到同事"), more, "at-sign", "@", "tidaotongshi tdts mention"),
        ("page", _("链接到页面"), more, "link", "[[", "lianjiedaoyemian ljdym link"),
    )
    names = ("does", "label", "group", "icon", "note", "words")
    return [dict(zip(names, row, strict=True)) for row in rows]
