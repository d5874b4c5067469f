"""登录条: given to people who cannot get in otherwise, and printed by department at once."""

from itertools import groupby

from django.conf import settings
from django.db.models import Q
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST, require_safe

from access import rules
from org import slips
from org.models import Membership, Unit, User
from org.models.slips import VALID_FOR
from people.forms.slips import SlipsForm
from people.places import add_hospitals, with_posts
from people.views.gate import administered_unit, administrators_only
from ui.pagination import paginate

PER_PAGE = 100
NEVER_IN = Q(last_login=None) | Q(password__startswith="!")  # Django's mark of an unusable password


@administrators_only
@require_safe
def choose(request):
    """People of a department; first those who have never been in."""
    unit = administered_unit(request, request.GET.get("unit"))
    here = Membership.objects.filter(unit__path__startswith=unit.path).filter(
        Q(ends_on=None) | Q(ends_on__gte=timezone.localdate())
    )
    people = rules.allowed(request.user, "administer", User.objects.active()).filter(pk__in=here.values("person"))
    everybody = request.GET.get("who") == "all"
    people = people if everybody else people.filter(NEVER_IN)
    context = {
        "unit": unit,
        "line": Unit.objects.above([unit.path]).filter(rules.policy_for(Unit).rule(request.user, "administer")),
        "below": unit.get_children().filter(closed_on=None),
        "page": paginate(request, with_posts(people.order_by("pinyin", "pk")), PER_PAGE),
        "everybody": everybody,
    }
    return render(request, "people/slips.html", context)


@administrators_only
@require_POST
def give(request):
    """The codes are shown on this one page and nowhere else; printing it again means new ones."""
    form = SlipsForm(request.POST, by=request.user)
    if not form.is_valid():
        return render(request, "people/slips_none.html", {"form": form}, status=400)
    people = list(with_posts(form.cleaned_data["people"].order_by("pinyin", "pk")))
    add_hospitals(post for person in people for post in person.posts)
    given = slips.give_many(people, by=request.user)
    context = {
        "departments": _by_department(given),
        "total": len(given),
        "until": timezone.now() + VALID_FOR,
        "address": settings.SITE_URL,
    }
    response = render(request, "people/slips_print.html", context)
    patch_cache_control(response, no_store=True, private=True)
    return response


def _by_department(given):
    """[(department, [(person, code), …]), …]: each begins on a sheet of its own."""
    ordered = sorted(given, key=lambda pair: (_place(pair[0]), pair[0].pinyin))
    return [(name, list(pairs)) for name, pairs in groupby(ordered, key=lambda pair: _place(pair[0]))]


def _place(person):
    if not person.posts:
        return ""
    post = person.posts[0]
    names = [str(unit.name) for unit in (post.hospital, post.unit) if unit]
    return " ".join(dict.fromkeys(names))
