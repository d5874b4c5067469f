"""Why an Office file has no view, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_WORDS = {
    "encrypted": gettext_lazy("文件有打开密码，转换不了。"),
    "too_large": gettext_lazy("文件太大，转换不了。"),
    "too_much": gettext_lazy("转换它要的时间或内存太多，已经停下。"),
    "unconfined": gettext_lazy("这台服务器不能安全地转换文件，请告诉信息中心。"),
    "gone": gettext_lazy("文件的内容找不到了，请告诉信息中心。"),
    "given_up": gettext_lazy("试了几次都没有转换成，文件可能已损坏。"),
}


def why_none(code) -> str:
    """Of the codes of files.office and of ours; those without words of their own are damaged files."""
    return str(_WORDS.get(code) or _("文件打不开，可能已损坏，或者内容不是它的名称所说的格式。"))
