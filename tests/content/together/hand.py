"""Runs inside a house, from line to line: does what a test asks with the house's own database, at once."""

import json
import sys
import traceback
import uuid  # noqa: F401

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import close_old_connections  # noqa: E402
from django.test import Client  # noqa: E402

from content.actions import commenting, publishing, writing  # noqa: E402, F401
from content.actions.writing import Text  # noqa: E402
from content.models import CollabDoc, CollabUpdate, Comment, ContentPage, Space  # noqa: E402
from content.text.tree import SCHEMA  # noqa: E402
from content.together import revisions, store  # noqa: E402, F401
from org.models import User  # noqa: E402
from tests.cast import make_cast, make_space  # noqa: E402


def furnish(body):
    """The cast, a space, a live page of this text."""
    cast = make_cast()
    make_space(cast.qingyu, slug="qingyu")
    return new_page(body)


def new_page(body, title="交接班"):
    author = User.objects.get(number="QY10231")
    space = Space.objects.get(slug="qingyu")
    page = writing.create(space, "article", by=author, text=Text(title, body))
    return publishing.publish(page, by=author).uid


def new_case():
    author = User.objects.get(number="QY10231")
    values = {"diagnosis": "高钾血症", "difficulty": "basic"}
    text = Text("一例高钾血症", "经过。\n", values=values)
    page = writing.create(Space.objects.get(slug="qingyu"), "case", by=author, text=text)
    return publishing.publish(page, by=author).uid


def put_value(uid, name, value):
    """A browser that judges nothing writes this into a field of the open text."""
    from content.together import states

    doc = store.open_doc(page(uid))
    whole = states.doc_of(store.load(doc.pk)[0])
    before = whole.get_state()
    states.write_values(whole, {name: value})
    store.append(doc.pk, [(User.objects.get(number="QY10874").pk, whole.get_update(before))])


def sign_in(number):
    client = Client()
    client.force_login(User.objects.get(number=number), backend=settings.AUTHENTICATION_BACKENDS[0])
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def key_to(uid):
    """What a browser must say to come in."""
    doc = store.open_doc(page(uid))
    return {"epoch": doc.epoch.hex, "schema": SCHEMA}


def page(uid):
    return ContentPage.objects.get(uid=uid).specific


def said(uid):
    """What began the talk about the page."""
    return Comment.objects.threads().get(page__uid=uid)


def doc(uid):
    return CollabDoc.objects.get(page__uid=uid)


def words(uid):
    """The text as the database has it, as Markdown."""
    from content.text.tree import markdown_of
    from content.together import states

    return markdown_of(states.read(store.load(doc(uid).pk)[0])[0])


def rows(uid):
    return CollabUpdate.objects.filter(doc__page__uid=uid).count()


known = dict(globals())
for line in sys.stdin:
    close_old_connections()
    try:
        said = json.loads(line)
        exec(said.get("do", ""), known)  # a test's own words
        answer = {"answer": eval(said["tell"], known) if said.get("tell") else None}
        text = json.dumps(answer, default=str)
    except BaseException:
        text = json.dumps({"failed": traceback.format_exc()})
    print(text, flush=True)
