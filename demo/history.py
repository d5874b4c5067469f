"""How some of the demo's pages came to read as they do: their edits, so that the history has something to tell.

A file in demo/texts holds the newest text; the first one is found by taking the edits back, last one first.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Revision

from content.actions import publishing, writing
from content.choices import Change
from content.models import ContentPage, Publication


@dataclass(frozen=True)
class Edit:
    by: str
    days_ago: int
    reason: str
    changes: tuple[tuple[str, str], ...]  # (before, after)
    is_material: bool = False


FIRST = "首次发布"
BEGUN_BEFORE = 150  # days before its first edit a page was written
EDITS = {
    "demhyperka22": [
        Edit(
            "QY10231",
            290,
            "推注时间改为 5–10 分钟，写明不降血钾",
            (("静脉推注 3–5 分钟；", "静脉缓慢推注 5–10 分钟；"), ("可重复一次。\n", "可重复一次。钙剂不降血钾，只争取时间。\n")),
            True,
        ),
        Edit(
            "QY10874",
            190,
            "调整监测一节的次序",
            (
                (
                    "1. 用药后 1、2、4、6 小时复查血钾。\n2. 用胰岛素后 6 小时内，每小时测一次血糖。",
                    "1. 用胰岛素后 6 小时内，每小时测一次血糖。\n2. 用药后 1、2、4、6 小时复查血钾。",
                ),
            ),
        ),
        Edit(
            "QY10533",
            60,
            "与药学部年度校对一致：胰岛素输入时间",
            (("50% 葡萄糖 50 mL，静脉推注", "50% 葡萄糖 50 mL，15 分钟以上静脉输入"),),
            True,
        ),
        Edit("QY10231", 8, "沙丁胺醇起始量改为 10 mg；补充冠心病患者", (("15–20 mg 雾化", "10–20 mg 雾化；冠心病患者从 10 mg 起"),), True),
    ],
    "demchestpn22": [
        Edit("QY10007", 320, "加入导管室一键启动", (("联系导管室，", "由接诊医师一键启动，"),), True),
        Edit("QY10231", 190, "新增首份心电图核对卡", (("下壁导联抬高的，加做右胸导联。", "下壁导联 ST 段抬高的，加做右胸和后壁导联，共 18 导联。"),), True),
    ],
    "demhypuk2222": [
        Edit("QY10018", 210, "写明无尿者剂量减半", (("尿量如何。", "尿量如何。无尿或肾功能明显下降的，剂量减半并每 2 小时复查。"),), True),
        Edit(
            "QY10018",
            1,
            "外周静脉浓度上限写明 40 mmol/L，与药学部手册一致",
            (("外周静脉浓度不宜过高，速度不超过 10 mmol/h。", "外周静脉浓度不超过 40 mmol/L（500 mL 液体加 10% 氯化钾不超过 15 mL），速度不超过 10 mmol/h。"),),
            True,
        ),
    ],
    "demnjghthn22": [
        Edit("QY10874", 140, "四句话改为“背景、现况、评估、建议”", (("按“情况、处理、计划”", "按“背景、现况、评估、建议”"),)),
        Edit("QY10061", 18, "增加“未回报的检查”一项", (("- [ ] 家属：", "- [ ] 未回报的检查：送检时间、盯结果的人\n- [ ] 家属："),)),
    ],
    "dempunctur22": [
        Edit("QY10874", 64, "按护理部要求改为每 15 分钟一次，共 4 次", (("| 每 30 分钟 |", "| 每 15 分钟 |"),), True),
    ],
    "demamjudar22": [
        Edit("QY10502", 1, "补充与辛伐他汀合用的剂量上限", (("地高辛减半。", "地高辛减半；辛伐他汀每日不超过 20 mg。"),), True),
    ],
    "demacsdrug22": [
        Edit("QY10231", 28, "肾功能不全者低分子肝素剂量写明", (("每 12 小时一次。", "每 12 小时一次；肌酐清除率 15–30 mL/min 者改为每日一次，低于 15 不用。"),), True),
    ],
    "demtrjage222": [
        Edit("QY10077", 260, "应诊时间与新标准一致", (("| 15 分钟 | 红区 |", "| 10 分钟 | 红区 |"),), True),
        Edit("QY10112", 85, "增加 65 岁以上患者的上调规则", (("- 妊娠 20 周以上；", "- 65 岁以上，首次发作的胸痛、腹痛、头痛；\n- 妊娠 20 周以上；"),)),
    ],
    "demanaphyk22": [
        Edit("QY10112", 22, "肾上腺素剂量按体重列表", (("至少 6 小时", "至少 12 小时"),), True),
    ],
    "demweekune22": [
        Edit("QY10231", 55, "增加危急值确认的演练", (("危急值系统培训", "一次危急值确认"),)),
    ],
    "demcunsukt22": [
        Edit("HX00036", 30, "急会诊到场时间由 15 分钟改为 10 分钟", (("| 急会诊 | 15 分钟 |", "| 急会诊 | 10 分钟 |"),), True),
    ],
    "demcrjtvak22": [
        Edit("HX00009", 200, "复述改为必须", (("应当登记接收时间，", "应当复述患者身份与结果，"),), True),
        Edit("HX00036", 12, "报告时限由 15 分钟改为 5 分钟", (("应当在 15 分钟内", "应当在 5 分钟内"), ("确认后 1 小时内", "确认后 30 分钟内")), True),
    ],
    "demantjbju22": [
        Edit("HX00036", 9, "特殊使用级增加会诊后 24 小时复核", (("会诊应当在申请后 24 小时内完成；72 小时", "会诊应当在申请后 24 小时内完成；用药 24 小时后由会诊人员或者临床药师复核一次，72 小时"),), True),
    ],
    "demexpusur22": [
        Edit("HX00015", 42, "阻断用药窗口写明 72 小时", (("2 小时内最好 |", "2 小时内最好，不超过 72 小时 |"),), True),
    ],
    "demjtrunbk22": [
        Edit("QY20045", 31, "增加集成平台积压的处理", (("先停非紧急接口；", "先停非紧急接口，再逐个放开；"),)),
    ],
    "demtubecar22": [
        Edit("HX00012", 130, "镇静停药后的守护延长到 2 小时", (("停药后 1 小时床旁守护", "停药后 2 小时床旁守护"),), True),
        Edit("HX00012", 38, "增加谵妄评估", (("约束会加重谵妄。开灯", "约束会加重谵妄。先评估谵妄，开灯"),)),
    ],
    "demtrfreac22": [
        Edit("HX00012", 88, "停输后每 5 分钟测一次生命体征", (("每 15 分钟一次直到平稳", "每 5 分钟一次直到平稳"),), True),
    ],
    "demfakkpre22": [
        Edit("HX00012", 240, "高风险界值与集团护理部的量表一致", (("50 分及以上为高风险", "45 分及以上为高风险"),), True),
    ],
    "demvtecare22": [
        Edit("HX00036", 300, "补充椎管内操作的间隔", (("3. 时间：见麻醉科的表。", "3. 时间：椎管内置管和拔管前后的间隔按麻醉科的表。"),)),
        Edit("HX00036", 125, "写明血小板复查的日子", (("用肝素类的，定期复查血小板", "用肝素类的，第 5–14 天复查血小板"),), True),
    ],
    "demmdrucar22": [
        Edit("QY10066", 60, "没有单间时怎样安置", (("首选单间；不与", "首选单间；没有单间的，同种菌安置在一起；不与"),), True),
    ],
    "demsepsjs222": [
        Edit("QY10045", 50, "补液改为小量多次、每次之后评估", (("每 500–1000 mL 之后重新看", "每 250–500 mL 之后重新看"),), True),
    ],
    "demjtchang22": [
        Edit("QY20001", 260, "到了回退的时间点就退", (("到点没有验证通过的，可以再试一次。", "到点没有验证通过就退，不再“再试五分钟”。"),), True),
    ],
    "demrecncjk22": [
        Edit("QY10502", 66, "必须当天核清的药由四类增加到六类", (("四类药必须当天核清", "六类药必须当天核清"), ("地高辛、抗癫痫药。", "地高辛、抗癫痫药、免疫抑制剂、阿片类。")), True),
    ],
    "demtransfu22": [
        Edit("HX00036", 420, "血袋保存时间由 12 小时改为 24 小时", (("保存至少 12 小时", "保存至少 24 小时"),), True),
    ],
}  # fmt: skip


def first_text(facts, body):
    """(text, reason, days ago) of the first version of the page these facts are of."""
    edits = EDITS.get(facts["uid"], [])
    if not edits:
        return body, facts.get("reason", ""), facts.get("days_ago", 30)
    for edit in reversed(edits):
        for before, after in reversed(edit.changes):
            if after not in body:
                raise ValueError(f"{facts['title']}：找不到“{after}”")
            body = body.replace(after, before, 1)
    return body, FIRST, edits[0].days_ago + BEGUN_BEFORE


def load(written, people):
    """Save and publish the edits of the pages planted just now, each on its day."""
    for page in ContentPage.objects.filter(uid__in=set(written) & set(EDITS)).specific():
        for edit in EDITS[page.uid]:
            page = _publish(page, edit, people[edit.by])


def _publish(page, edit, by):
    body = page.body
    for before, after in edit.changes:
        body = body.replace(before, after, 1)
    text = writing.Text(page.title, body, page.summary, tuple(page.tags.names()))
    saved = writing.save(page, by=by, base=page.latest_revision_id, text=text)
    change = Change.MATERIAL if edit.is_material else Change.EDITORIAL
    page = publishing.publish(page, by=by, change=change, reason=edit.reason)
    at = timezone.now() - timedelta(days=edit.days_ago, hours=2, minutes=len(body) % 300)
    Revision.objects.filter(pk=saved.revision.pk).update(created_at=at)
    Publication.objects.filter(revision=saved.revision.pk).update(asked_at=at, at=at)
    ContentPage.objects.filter(pk=page.pk).update(last_published_at=at, latest_revision_created_at=at)
    return page
