"""The numbers of a channel, for those who write and send for it: on the screen, on paper, as Excel."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from access import rules
from files.tables.writing import Book
from subscriptions import figures
from subscriptions.views.finding import channel_for
from ui.numbers import number_in

ON_A_SCREEN, IN_A_BOOK = 50, 5_000
PERIODS = [
    (7, gettext_lazy("7 天")),
    (14, gettext_lazy("14 天")),
    (91, gettext_lazy("13 周")),
    (364, gettext_lazy("一年")),
]
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def show(request, slug):
    channel, choice, staff, places = _asked(request, slug)
    now, before = figures.total(channel, choice), figures.total(channel, choice.before())
    steps = figures.by_step(channel, choice)
    context = {
        "channel": channel,
        "choice": choice,
        "periods": [(days, label, _query(request, days=days)) for days, label in PERIODS],
        "query": _query(request),
        "hospitals": places,
        "albums": channel.albums.all(),
        "now": now,
        "more_readers": now.readers - before.readers,
        "more_rate": None if None in (now.finish_rate, before.finish_rate) else now.finish_rate - before.finish_rate,
        "new_followers": figures.new_followers(channel, choice),
        "steps": steps,
        "columns": _columns(steps),
        "most": max(steps, key=lambda step: step[1].readers),
        "by_hospital": figures.by_hospital(channel, choice, staff),
        "by_department": figures.by_department(channel, choice, staff),
        "posts": figures.by_post(channel, choice, ON_A_SCREEN),
    }
    return render(request, "subscriptions/figures.html", context)


@require_safe
def book(request, slug):
    """The same numbers as on the screen, a sheet each."""
    channel, choice, staff, _places = _asked(request, slug)
    readers, reads, finished, rate = _("读者"), _("阅读篇次"), _("读完篇次"), _("读完率（%）")
    total = figures.total(channel, choice)
    out = Book()
    facts = [
        (_("订阅号"), channel.title),
        (_("从"), choice.first),
        (_("到"), choice.last),
        (_("医院"), choice.hospital.name if choice.hospital else _("全部医院")),
        (_("专栏"), choice.album.title if choice.album else _("全部专栏")),
        (readers, total.readers),
        (reads, total.reads),
        (finished, total.finished),
        (rate, total.finish_rate),
        (_("关注"), channel.followers),
    ]
    out.add(_("总览"), [(_("项目"), _("数值")), *facts], [24, 32])
    rows = [(day, *_numbers(figure)) for day, figure in figures.by_step(channel, choice)]
    out.add(_("按时间"), [(_("从这一天起"), readers, reads, finished, rate), *rows], [16, 12, 12, 12, 12])
    for title, found in (
        (_("按医院"), figures.by_hospital(channel, choice, staff)),
        (_("按科室"), figures.by_department(channel, choice, staff)),
    ):
        rows = [(figure.label, *_numbers(figure), figure.people) for figure in found]
        out.add(title, [(_("单位"), readers, reads, finished, rate, _("人数")), *rows], [30, 12, 12, 12, 12, 12])
    rows = [
        (post.title, _sent(post), *_numbers(figure), post.likes_count)
        for post, figure in figures.by_post(channel, choice, IN_A_BOOK)
    ]
    out.add(
        _("按文章"),
        [(_("文章"), _("发出"), readers, reads, finished, rate, _("赞")), *rows],
        [48, 18, 12, 12, 12, 12, 12],
    )
    answer = HttpResponse(out.packed(), content_type=EXCEL)
    answer["Content-Disposition"] = f'attachment; filename="figures-{channel.slug}-{choice.first}-{choice.last}.xlsx"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _asked(request, slug):
    """The channel, what of it is looked at, how many work where, and the hospitals to choose from."""
    channel = channel_for(request, slug)
    rules.require(request.user, "create", channel)
    staff = figures.staff_by_path()
    places = figures.hospitals(channel, staff)
    days = number_in(request.GET.get("days"))
    choice = figures.Choice(
        days if days in figures.STEPS else figures.DEFAULT,
        next((unit for unit in places if unit.uid == request.GET.get("hospital")), None),
        next((album for album in channel.albums.all() if album.uid == request.GET.get("album")), None),
    )
    return channel, choice, staff, places


def _query(request, **changed):
    query = request.GET.copy()
    for name, value in changed.items():
        query[name] = value
    return query.urlencode()


def _numbers(figure):
    return figure.readers, figure.reads, figure.finished, figure.finish_rate


def _sent(post):
    return date_format(post.out_at, "Y-m-d H:i") if post.out_at else ""


def _columns(steps):
    """[(x, y, width, height)] in hundredths of the drawing, and what the scale says at its top and middle."""
    most = max(figure.readers for _day, figure in steps)
    top = max(2, -(-most // 2) * 2)
    wide = 100 / len(steps)
    rows = []
    for place, (_day, figure) in enumerate(steps):
        height = figure.readers * 100 / top
        rows.append((f"{place * wide + wide * 0.22:.2f}", f"{100 - height:.1f}", f"{wide * 0.56:.2f}", f"{height:.1f}"))
    return {"rows": rows, "top": top, "middle": top // 2}
