"""What the demo's people did with the pages since: drafts, approvals, requests, notices, reading."""

import random
from datetime import timedelta

from django.utils import timezone
from wagtail.models import TaskState, Workflow, WorkflowPage, WorkflowTask

from access.models import AccessRequest, Grant
from activity.about import type_of
from activity.models import DayViews, Favourite, Reaction, Visit, Watch, WatchLevel
from content.actions import placing, publishing, writing
from content.models import ContentPage, Draft, Removal, RoleApprovalTask
from demo import templates
from notifications.models import Notice
from ui.days import today

# number, uids read last, the newest first
READING = {
    "QY10874": ["demnjghthn22", "dempunctur22", "demhyperka22", "demcrjtvak22", "demw3shjft22", "demfakkpre22"],
    "QY10231": ["demhyperka22", "demcrjtvak22", "demcasehyp22", "demchestpn22", "demamjudar22", "demexpusur22"],
    "QY10112": ["demtrjage222", "demanaphyk22", "demecgcard22", "demhyperka22", "demmasscas22"],
    "QY20045": ["demjtrunbk22", "demjtjnven22", "demduwntjm22", "demjttabke22"],
    "HX00036": ["demcrjtvak22", "demmeetmar22", "demcunsukt22", "demrecurds22", "demdraftru22"],
    "HX00001": ["demduwntjm22", "demcrjtvak22", "demhjghake22"],
    "YL10406": ["demykhandu22", "demykthrum22", "demykuuter22", "demhandhyg22"],
}
WATCHED = {
    "QY10874": ["demhyperka22", "demnjghthn22"],
    "QY10231": ["demcrjtvak22", "demtrjage222", "demcumpatj22"],
    "QY10112": ["demhyperka22", "demcrjtvak22"],
    "HX00036": ["dembadnews22", "demcasehyp22"],
    "YL10406": ["demhandhyg22"],
}
POPULAR = {"demhyperka22": 62, "demcrjtvak22": 48, "demtrjage222": 31, "demcasehyp22": 27, "demanaphyk22": 25, "demchestpn22": 33}  # fmt: skip
WAITING = timedelta(hours=20)


def load(spaces, people, units):
    templates.load(units["HX"])
    if Workflow.objects.filter(name="制度审批").exists():
        return
    pages = {page.uid: page for page in ContentPage.objects.pages().filter(uid__startswith="dem")}
    _remove(pages, people)
    _drafts(pages, people)
    _approvals(spaces, pages, people)
    _requests(pages, people)
    _reading(pages, people)


def _remove(pages, people):
    if not Removal.objects.exists():
        placing.remove(pages.pop("demukdphun22"), by=people["QY10061"])


def _drafts(pages, people):
    """Begun and not saved: over a page, over a page others changed since, and a page that is not there yet."""
    hyper, nurse = pages["demhyperka22"], pages["demwarddky22"]
    rows = [
        Draft(
            person=people["QY10231"],
            page=hyper,
            parent=hyper,
            kind="article",
            base_id=hyper.latest_revision_id,
            title=hyper.title,
            body=hyper.body.replace("10–20 mL，静脉", "10–20 mL（1–2 支），静脉", 1),
            values={"summary": hyper.summary, "tags": ["电解质", "急诊", "心电图", "用药安全"]},
        ),
        Draft(
            person=people["QY10874"],
            parent=nurse,
            kind="article",
            title="微泵报警：先看人，再看泵",
            body="## 三种最常见的报警\n\n1. 阻塞：看夹子、看三通、看穿刺点。\n2. 药液将尽：提前 15 分钟配好下一袋。\n3. 电量低：",
        ),
        Draft(
            person=people["HX00036"],
            parent=pages["demmeetmar22"].get_parent().specific,
            kind="article",
            title="医务部周例会纪要（第 12 周）",
            body="## 议题与决定\n\n| 议题 | 决定 | 谁 | 何时 |\n| --- | --- | --- | --- |\n| 跨院会诊周六排班 |  | 顾听澜 |  |\n",
        ),
    ]
    rows = Draft.objects.bulk_create(rows)
    for place, row in enumerate(rows):
        Draft.objects.filter(pk=row.pk).update(saved_at=_ago(hours=1 + 19 * place))


def _approvals(spaces, pages, people):
    """The group's 制度 need the medical office, the emergency department's pages their head nurse."""
    for name, slug in (("制度审批", "group-regulations"), ("科室审批", "qingyu-emergency")):
        workflow = Workflow.objects.create(name=name)
        task = RoleApprovalTask.objects.create(name=f"{name}：审批人")
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
        WorkflowPage.objects.create(workflow=workflow, page=spaces[slug])
    _submit(
        pages["demrecurds22"],
        people["HX00036"],
        "明确复制粘贴内容的责任",
        "使用者核对负责。",
        "使用者逐项核对并负责。上级医师审签时一并检查。",
    )
    _submit(
        pages["demheatstr22"],
        people["QY10077"],
        "补充寒战用药剂量",
        "寒战用小剂量镇静。",
        "寒战用小剂量镇静：咪达唑仑 1–2 mg 静注。",
    )


def _submit(page, by, reason, before, after):
    page = page.specific
    text = writing.Text(page.title, page.body.replace(before, after), page.summary, tuple(page.tags.names()))
    saved = writing.save(page, by=by, base=page.latest_revision_id, text=text)
    state = publishing.submit(saved.page, by=by, reason=reason)
    TaskState.objects.filter(workflow_state=state).update(started_at=timezone.now() - WAITING)


def _requests(pages, people):
    about = {"about_type": type_of(ContentPage)}
    emergency, phones = pages["demnjghthn22"], pages["demw3check22"]
    waiting = AccessRequest.objects.create(
        person=people["QY10112"],
        about_id=phones.pk,
        reason="急诊想参考病区的床旁交接清单，做一份留观区的。",
        asked_at=_ago(hours=16),
        **about,
    )
    stranger = AccessRequest.objects.create(
        person=people["YL10406"],
        about_id=pages["demchestpn22"].pk,
        reason="带教老师让我们对照青屿的胸痛流程，想看两周。",
        asked_at=_ago(hours=4),
        **about,
    )
    asked = AccessRequest.objects.create(
        person=people["YL10406"],
        about_id=emergency.pk,
        reason="云岭心内想学习夜班交接的写法。",
        asked_at=_ago(days=3),
        **about,
    )
    grant = Grant.objects.create(
        person=asked.person,
        about_id=emergency.pk,
        starts_on=today() - timedelta(days=2),
        ends_on=today() + timedelta(days=28),
        given_by=people["QY10061"],
        reason=asked.reason,
        **about,
    )
    AccessRequest.objects.filter(pk=asked.pk).update(
        decided_at=_ago(days=2), decided_by=people["QY10061"], grant=grant, answer="欢迎，月底前都能看。"
    )
    asked.person.forget_access()
    _notices(pages, people, waiting, stranger, asked)


def _notices(pages, people, waiting, stranger, asked):
    rows = [
        ("QY10533", "access.asked", waiting.about_id, "QY10112", 16, {"reason": waiting.reason}),
        ("QY10231", "access.asked", stranger.about_id, "YL10406", 4, {"reason": stranger.reason}),
        ("YL10406", "access.given", asked.about_id, "QY10061", 48, {"answer": "欢迎，月底前都能看。"}),
        ("QY10874", "page.approved", pages["dempunctur22"].pk, "QY10061", 60, {"comment": "按护理部的口径改好了，谢谢。"}),
        ("QY10231", "page.approved", pages["demchestpn22"].pk, "QY10007", 5, {"comment": "核对卡很好用，已请急诊也贴一张。"}),
        ("QY10231", "page.approved", pages["demjnfmj2222"].pk, "HX00009", 90, {"comment": "图很清楚，建议收进年度教学病例。"}),
        ("HX00036", "page.declined", pages["demrecurds22"].pk, "HX00009", 26, {"comment": "“加强核对”太笼统，写清谁在什么时候核对。"}),
        ("QY10112", "page.approved", pages["demtrjage222"].pk, "QY10045", 30, {"comment": "同意。下周一科会讲一下上调规则。"}),
    ]  # fmt: skip
    kind, unread = type_of(ContentPage), {}
    for number, name, about_id, actor, hours, values in rows:
        is_read = hours > 50
        Notice.objects.create(
            person=people[number],
            kind=name,
            key=f"demo:{about_id}:{hours}",
            actor=people[actor],
            about_type=kind,
            about_id=about_id,
            values=values,
            at=_ago(hours=hours),
            read_at=_ago(hours=hours - 2) if is_read else None,
        )
        unread[number] = unread.get(number, 0) + (not is_read)
    for number, count in unread.items():
        people[number].unread = count
        people[number].save(update_fields=["unread"])


def _reading(pages, people):
    kind, chance = type_of(ContentPage), random.Random(11)
    about = {uid: {"about_type": kind, "about_id": page.pk} for uid, page in pages.items()}
    Visit.objects.bulk_create(
        Visit(person=people[number], at=_ago(minutes=40 + 130 * place), **about[uid])
        for number, uids in READING.items()
        for place, uid in enumerate(uids)
        if uid in about
    )
    Favourite.objects.bulk_create(
        Favourite(person=people[number], since=_ago(days=20 + place), **about[uid])
        for number, uids in READING.items()
        for place, uid in enumerate(uids[1:4])
        if uid in about
    )
    Watch.objects.bulk_create(
        Watch(person=people[number], level=WatchLevel.ALL, since=_ago(days=50), **about[uid])
        for number, uids in WATCHED.items()
        for uid in uids
    )
    live = [page for page in pages.values() if page.live]
    DayViews.objects.bulk_create(
        DayViews(
            about_type=kind,
            about_id=page.pk,
            day=today() - timedelta(days=day),
            views=chance.randint(0, 6) + chance.randint(0, POPULAR.get(page.uid, 5)),
        )
        for page in live
        for day in range(30)
    )
    readers = [person for number, person in people.items() if number == person.number]
    Reaction.objects.bulk_create(
        Reaction(
            person=person, is_useful=chance.random() < 0.93, at=_ago(days=chance.randint(1, 60)), **about[page.uid]
        )
        for page in live
        for person in chance.sample(readers, chance.randint(0, 9))
    )


def _ago(**past):
    return timezone.now() - timedelta(**past)
