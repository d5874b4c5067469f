"""The letter: plain and HTML, no picture and nothing that tells who opened it."""

from email.utils import formatdate, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from notifications import composing, unsubscribing


def letter(message):
    words = composing.words(message)
    leave = unsubscribing.address(message.person, message.groups, "mail")
    with composing.spoken_to(message.person):
        said = {"words": words, "leave": leave, "site": settings.SITE_URL, "person": message.person}
        text = render_to_string("notifications/mail.txt", said)
        html = render_to_string("notifications/mail.html", said)
    made = EmailMultiAlternatives(
        _one_line(words.subject), text, to=[message.person.email], headers=_headers(message, leave)
    )
    made.attach_alternative(html, "text/html")
    made.from_email_address = parseaddr(made.from_email)[1]
    return made


def _headers(message, leave):
    host = urlsplit(settings.SITE_URL).hostname
    group = sorted(message.groups)[0] if len(message.groups) == 1 else "digest"
    headers = {
        "Message-ID": f"<{message.key}@{host}>",
        "Date": formatdate(localtime=True),
        "List-Id": f"<{group}.notices.{host}>",
        "Auto-Submitted": "auto-generated",  # no answering machine answers it
    }
    if leave:
        headers |= {"List-Unsubscribe": f"<{leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return headers


def _one_line(subject):
    return " ".join(subject.split())[:200]
