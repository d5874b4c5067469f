"""What comes by which way, how often, and when not. Kept with each change."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from notifications import addresses, groups, preferences, registry, showing
from notifications.choices import Pace, State
from notifications.forms import RhythmForm, RobotForm
from notifications.models import Delivery, Notice, Robot
from notifications.ways import find
from notifications.ways.webpush.keys import public_key
from org import duty
from ui.partials import is_htmx, say

ROBOTS = ("feishu", "wecom")


@require_safe
def settings(request):
    return render(request, "notifications/settings.html", _shown(request))


def _shown(request, **forms):
    person = request.user
    last = addresses.last_by(person)
    return {
        "table": preferences.table(person),
        "ways": preferences.offered_ways(person),
        "paces": Pace.choices,
        "rhythm": RhythmForm(instance=preferences.rhythm_of(person)),
        "knows_duty": duty.is_known(),
        "addresses": [_address(person, find(name), forms, last.get(name)) for name in ("mail", "webpush", *ROBOTS)],
        "push_key": public_key(),
        "is_shared": bool(request.idle_seconds),
        "has_digest": _last_digest(person) is not None,
    }


def _address(person, way, forms, last):
    robot = Robot.objects.filter(person=person, way=way.name).first() if way.name in ROBOTS else None
    return {
        "way": way,
        "is_open": way.is_open(),
        "last": last,
        "has_failed": last is not None and last.state in (State.FAILED, State.WAITING),
        "devices": person.push_devices.all() if way.name == "webpush" else (),
        "can_try": way.is_open() and way.has(person),
        "robot": robot,
        "form": forms.get(way.name) or (RobotForm(way=way) if way.name in ROBOTS else None),
    }


@require_POST
def choose(request):
    """The whole table as it is ticked now."""
    paces = {name: request.POST.get(f"pace-{name}") for name in groups.GROUPS}
    before = preferences.choose(request.user, set(request.POST.getlist("on")), paces)
    return _kept(request, _changes(before, preferences.table(request.user)))


def _changes(before, after):
    """“已保存：评论和回复改为每小时合并一次”, for a change of one row."""
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    if len(changed) != 1:
        return _("已保存")
    row = changed[0]
    on = _("、").join(str(cell.way.label) for cell in row.cells if cell.is_on and cell.is_fit) or _("都不发")
    return _("已保存：%(group)s，%(ways)s，%(pace)s") % {
        "group": row.group.label, "ways": on, "pace": Pace(row.pace).label,
    }  # fmt: skip


@require_POST
def set_rhythm(request):
    form = RhythmForm(request.POST, instance=preferences.rhythm_of(request.user))
    if not form.is_valid():
        return _kept(request, _("时间请写成 22:00 这样，没有保存"), tone="error")
    form.save()
    return _kept(request, _("已保存"))


def _kept(request, words, tone=""):
    if is_htmx(request):
        return say(render(request, "notifications/settings.html#nothing"), words, tone)
    (messages.error if tone else messages.success)(request, words)
    return redirect("notifications:settings")


@require_safe
def last_digest(request):
    """The last gathering of several notices, as it may be seen now."""
    last = _last_digest(request.user)
    told = Notice.objects.filter(deliveries__person=request.user, deliveries__done_at=last).distinct() if last else []
    notices = [notice for notice in showing.show(request.user, told) if notice.shown_as is not registry.GONE]
    return render(request, "notifications/digest.html", {"at": last, "notices": notices})


def _last_digest(person):
    """When several notices, or one that waited for it, went out together."""
    slow = [row.group.name for row in preferences.table(person) if row.pace != Pace.NOW]
    kinds = [kind.name for kind in registry.every() if kind.group in slow]
    sent = Delivery.objects.filter(person=person, state=State.SENT, notice__kind__in=kinds)
    return sent.order_by("-done_at").values_list("done_at", flat=True).first()
