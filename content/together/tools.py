"""What the editor in the browser is told: words for people, and what the house knows."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from content.text.dressing.callouts import KINDS
from content.together.inserting import inserts
from ui.icons import SPRITE

# What is written for people who read code, and for computers (a diagram is text, too).
LANGUAGES = ("", "mermaid", "bash", "css", "html", "javascript", "json", "python", "r", "sql", "xml", "yaml")
_NO_UID = "234567892345"


def config(page) -> dict:
    """Addresses with UID in them are those of any file or page."""
    return {
        "icons": static(SPRITE),
        "callouts": [
            {"kind": kind, "tone": tone, "icon": icon, "called": called, "offered": not kind.isascii()}
            for kind, (tone, icon, called) in KINDS.items()
        ],
        "languages": [(name, _languages().get(name, name)) for name in LANGUAGES],
        "inserts": inserts(),
        "suggestions": reverse("search:suggestions"),
        "upload": reverse("files:upload"),
        "paste": reverse("content:paste"),
        "drawing": static("js/diagrams/drawing.js"),
        "shown": reverse("content:preview"),
        "page": page.uid,
        "picture": reverse("files:rendition", args=[_NO_UID, "width-1440"]).replace(_NO_UID, "UID"),
        "read": reverse("content:page_short", args=[_NO_UID]).replace(_NO_UID, "UID"),
        "view": reverse("files:view", args=[_NO_UID]).replace(_NO_UID, "UID"),
    }


def _languages():
    return {"": _("没有语言"), "mermaid": _("流程图（Mermaid）")}


def words() -> dict[str, str]:
    return {
        "language": _("代码的语言"),
        "task": _("清单项"),
        "callout": _("提示框的种类"),
        "callout_title": _("提示框的标题"),
        "opened": _("读者打开页面时就展开"),
        "table": _("表格"),
        "caption": _("表题"),
        "comment": _("注释，读者看不到"),
        "html": _("网页代码，这里不能改"),
        "place": _("可以链接到的位置"),
        "file": _("文件"),
        "include": _("引用的小节"),
        "empty": _("写在这里。输入 / 插入内容，@ 提到同事或链接页面"),
        "sending": _("正在上传 {name}"),
        "not_sent": _("{name} 没有传上去，请再试一次"),
        "pasting": _("正在整理粘贴的内容"),
        "not_pasted": _("格式没有整理成，只粘贴了文字"),
        "found": _("第 {at} 处，共 {all} 处"),
        "insert": _("插入内容"),
        "not_found": _("没有找到"),
        "replaced": _("替换了 {count} 处"),
        "characters": _("{count} 字"),
        "colleagues": _("同事"),
        "pages": _("页面"),
        "drug": _("药品"),
        "drug_rows": _("通用名\n规格\n适应证\n用法用量\n禁忌\n不良反应\n注意事项"),
        "check": _("操作核查表"),
        "check_rows": _("核对身份：姓名、住院号\n核对医嘱和过敏史\n手卫生\n操作后再次核对并记录"),
        "flow": _(
            "flowchart TD\n  A[发现危急值] --> B{复核无误？}\n  B -- 是 --> C[通知并登记]\n  B -- 否 --> D[重新采样]"
        ),
        "summary": _("点开看更多"),
        "term": _("术语"),
        "insert_below": _("在下面插入"),
        "block": _("这一段：拖动可移动，点按有更多"),
    }
