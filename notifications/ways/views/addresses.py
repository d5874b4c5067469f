"""Browsers that take push messages, robots of chats, and trying them out."""

import re

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from notifications import addresses, ways
from notifications.forms import DeviceForm, RobotForm
from notifications.models import Robot
from notifications.ways.robots import RobotWay
from notifications.ways.views import settings

SYSTEMS = ("Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux")
BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))


@require_POST
def add_device(request):
    """A PC many people use shows its messages to whoever stands before it, so it gets none."""
    if request.idle_seconds:
        raise PermissionDenied
    form = DeviceForm(request.POST)
    if not form.is_valid():
        raise BadRequest
    addresses.remember_device(request.user, **form.cleaned_data, name=_device(request))
    return HttpResponse(status=204)


def _device(request):
    agent = request.headers.get("User-Agent", "")
    system = next((name for name in SYSTEMS if name.replace("Mac OS", "Macintosh") in agent), _("其他系统"))
    browser = next((name for sign, name in BROWSERS if re.search(sign, agent)), _("浏览器"))
    return f"{browser} · {system}"


@require_POST
def remove_device(request, pk):
    get_object_or_404(request.user.push_devices, pk=pk).delete()
    messages.success(request, _("已移除，这个浏览器不再收到推送"))
    return redirect("notifications:settings")


@require_POST
def connect(request, name):
    way = _robot_way(name)
    form = RobotForm(request.POST, way=way)
    if not form.is_valid():
        shown = settings._shown(request, **{way.name: form})
        return render(request, "notifications/settings.html", shown, status=422)
    addresses.connect_robot(request.user, way, **form.cleaned_data)
    messages.success(request, _("已连接%(way)s，可以试一条") % {"way": way.label})
    return redirect("notifications:settings")


@require_POST
def disconnect(request, name):
    way = _robot_way(name)
    get_object_or_404(Robot, person=request.user, way=way.name).delete()
    messages.success(request, _("已断开%(way)s") % {"way": way.label})
    return redirect("notifications:settings")


@require_POST
def try_out(request, name):
    way = _way(name)
    if not way.leaves_the_house or not way.is_open():
        raise Http404
    addresses.try_out(request.user, way)
    messages.success(request, _("已发出，一般几秒内收到；没有收到时回到这里看原因"))
    return redirect("notifications:settings")


def _way(name):
    try:
        return ways.find(name)
    except LookupError:
        raise Http404 from None


def _robot_way(name):
    way = _way(name)
    if not isinstance(way, RobotWay):
        raise Http404
    return way
