"""The last page: a failure gets a number that the log knows, so nobody needs a screenshot."""

import logging

from django.http import HttpResponseServerError
from django.template.loader import get_template
from django.utils import timezone

from ui.uid import new_uid

log = logging.getLogger("hongzhihui.failures")


def server_error(request):
    """handler500. Uses neither the database nor the session: one of them may be what failed."""
    now = timezone.localtime()
    number = f"E-{now:%Y%m%d}-{new_uid()[:6].upper()}"
    log.error("%s %s %s", number, request.method, request.path)
    page = get_template("500.html").render({"number": number, "at": f"{now:%Y-%m-%d %H:%M:%S}"})
    return HttpResponseServerError(page)
