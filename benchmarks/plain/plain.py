"""Wagtail's side of the comparison."""

import os
import random
import sys
from pathlib import Path

from benchmarks import world
from benchmarks.plain import tell
from benchmarks.visitor import visitor

LOGIN = "django.contrib.auth.backends.ModelBackend"


def settle(var, pages):
    """The database for so many pages, six levels deep with texts as long as ours; made once."""
    place = Path(var) / f"plain-{pages}"
    place.mkdir(parents=True, exist_ok=True)
    os.environ |= {"PLAIN_PLACE": str(place), "DJANGO_SETTINGS_MODULE": "benchmarks.plain.settings"}
    is_new = not (place / "db.sqlite3").exists()
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    if is_new:
        print(f"· 普通 Wagtail 的 {pages} 页，只做一次", file=sys.stderr)
        _grow(pages)


def _grow(pages):
    from django.contrib.auth.models import User
    from django.db import transaction
    from wagtail.models import Page, PageViewRestriction

    from benchmarks.plain.models import PlainArticle

    writer = User.objects.create_user("zhou")
    home = Page.objects.get(slug="home")
    PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.LOGIN)
    made, level = 0, [home]
    with transaction.atomic():
        for width in (20, 10, 6, 5, 4):
            following = []
            for parent in level:
                for _ in range(min(width, pages - made)):
                    body = "".join(f"<p>{line}</p>" for line in world.text(made).splitlines() if line)
                    page = PlainArticle(title=f"测量页 {made}", slug=f"p{made}", body=body, maintainer=writer)
                    following.append(parent.add_child(instance=page))
                    made += 1
            level = following


def _cookie():
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore

    person, session = User.objects.get(username="zhou"), SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(person.pk), person.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = LOGIN
    session.save()
    return f"sessionid={session.session_key}; csrftoken={'a' * 32}"


if __name__ == "__main__":
    settle(sys.argv[1], int(sys.argv[2]))
    from benchmarks.plain.models import PlainArticle

    addresses = [page.url for page in PlainArticle.objects.live()[:2_000]]
    random.Random(1).shuffle(addresses)
    tell(visitor(_cookie()), addresses)
