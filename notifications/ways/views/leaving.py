"""Leaving by one click (RFC 8058): mail programs POST, people see a page and press a button. Nobody is named."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from notifications import unsubscribing, ways


@csrf_exempt  # the signature of the address is the proof; a mail program has no cookie
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request, token):
    found = unsubscribing.read(token)
    if found is None:
        raise Http404
    person, way, chosen = found
    is_done = request.method == "POST"
    if is_done:
        unsubscribing.leave(person, way, chosen)
    said = {"is_done": is_done, "way": ways.find(way), "groups": chosen}
    response = render(request, "notifications/unsubscribe.html", said)
    response["Cache-Control"] = "no-store"
    return response
