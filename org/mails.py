"""Mail with a code, written down in the request and sent by a worker: asking takes as long for nobody's address."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

import jobs

UNKNOWN = "account/email/unknown_account"  # what allauth would write to strangers; we write nothing


def send_later(template, to, *, code):
    """Send `<template>_subject.txt` and `<template>_message.txt`; a template for strangers goes nowhere."""
    address = "" if template == UNKNOWN else to
    payload = {"template": template, "to": address, "code": code, "language": translation.get_language()}
    jobs.due("org.mail", payload=payload)


def send(template, to, code, language):
    if not to:
        return
    with translation.override(language):
        values = {"code": code, "site": settings.SITE_URL}
        subject = render_to_string(f"{template}_subject.txt", values).strip()
        text = render_to_string(f"{template}_message.txt", values)
    EmailMessage(subject, text, to=[to], headers={"Message-ID": f"<{jobs.doing()}@hongzhihui>"}).send()
