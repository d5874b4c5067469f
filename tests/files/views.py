"""Addresses of the view, and what is found there."""

from django.urls import reverse

from access import audiences
from content.actions import spaces
from content.models import Space
from tests.files.samples import box

DOCX = box("[Content_Types].xml", "word/document.xml")
FOR_THE_VIEW = {"X-HZH-View": "1"}


def view(held):
    return reverse("files:view", args=[held.uid])


def content(held):
    return reverse("files:content", args=[held.uid])


def text_of(answer):
    return answer.content.decode()


def bytes_of(answer):
    return b"".join(answer.streaming_content)


def shut_downloads(space, cast, editor=None):
    people = {
        "readers": [audiences.everyone_in(cast.qingyu)],
        "editors": [audiences.person(editor or cast.zhou_yaning)],
        "stewards": [audiences.person(cast.shen_zhixia)],
    }
    spaces.change(Space.objects.get(pk=space.pk), by=cast.shen_zhixia, **people, is_view_only=True)
