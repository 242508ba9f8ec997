"""A page that is open asks by itself whether something changed; most of the time nothing has."""

from typing import Any

from django.http import HttpResponse

from yonder.career.waiting import word_of
from yonder.web.verbs import Place

ASKS, SEEN = "X-Waiting", "X-Seen"


def unchanged(request: Any, place: Place) -> HttpResponse | None:
    """204 for a page that has seen the newest record; None when it has to be drawn."""
    if request.method != "GET" or ASKS not in request.headers:
        return None
    seen = request.headers.get(SEEN) == word_of(place.read())
    return HttpResponse(status=204) if seen else None
