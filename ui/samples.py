"""What the style guide shows: real forms, real pages, invented people."""

import re
from dataclasses import dataclass
from datetime import timedelta

from django import forms
from django.contrib.staticfiles import finders
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ui.icons import SPRITE, TILES
from ui.pagination import paginate

COLOURS = [
    ("brand", _("品牌 霁青")),
    ("brand-soft", _("品牌浅底")),
    ("danger", _("危急 朱砂")),
    ("danger-soft", _("危急浅底")),
    ("warn", _("提醒 琥珀")),
    ("warn-soft", _("提醒浅底")),
    ("ok", _("正常 竹青")),
    ("ok-soft", _("正常浅底")),
    ("bg-canvas", _("画布")),
    ("bg-surface", _("表面")),
    ("bg-subtle", _("次级底")),
    ("bg-rail", _("导航底")),
    ("text-1", _("正文")),
    ("text-2", _("次要")),
    ("text-3", _("辅助")),
    ("line-control", _("控件边框")),
]


@dataclass
class Sample:
    name: str
    pk: int


class SampleForm(forms.Form):
    title = forms.CharField(label=_("标题"), max_length=60, help_text=_("写明地点和现象"))
    extension = forms.RegexField(
        r"^\d{4}$", label=_("分机号"), error_messages={"invalid": _("分机号是 4 位数字，请检查第 3 位")}
    )
    campus = forms.ChoiceField(label=_("院区"), choices=[("qy", _("青屿医院")), ("yl", _("云岭医院"))])
    reason = forms.CharField(label=_("说明"), widget=forms.Textarea, required=False)
    reach = forms.ChoiceField(
        label=_("谁可以看"), choices=[("ward", _("本科室")), ("hospital", _("本院"))], widget=forms.RadioSelect
    )
    tell = forms.BooleanField(label=_("通知关注者"), required=False)


def icon_names() -> list[str]:
    """Every icon of the sprite, for the style guide and for the test that no template asks for another."""
    with open(finders.find(SPRITE), encoding="utf-8") as sprite:
        return re.findall(r'<symbol id="([a-z0-9-]+)" viewBox="0 0 24', sprite.read())


def samples(request) -> dict:
    now = timezone.now()
    posted = {"title": _("3 号楼 5 层打印机卡纸"), "extension": "88O1", "campus": "qy", "reach": "ward", "tell": True}
    return {
        "colours": COLOURS,
        "people": [Sample("周雅宁", 1), Sample("林小满", 2), Sample("沈知夏", 3), Sample("韩予安", 4)],
        "kinds": TILES,
        "icons": icon_names(),
        "form": SampleForm(posted),
        "pages": paginate(request, range(183)),
        "tabs": [(_("全部"), "#", True, 12), (_("待我审批"), "#", False, 3), (_("我发起的"), "#", False, None)],
        "crumbs": [(_("知识库"), "#"), (_("心血管内科"), "#"), (_("急危重症"), "#")],
        "steps": [_("上传"), _("预览"), _("确认"), _("完成")],
        "moments": [
            now - timedelta(minutes=5),
            now - timedelta(hours=7),
            now - timedelta(days=2),
            now - timedelta(days=400),
        ],
    }
