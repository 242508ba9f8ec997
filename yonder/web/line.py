"""The line: one picture of the whole way, and the sentence that says why."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yonder.career.journeys import Journey
from yonder.career.line import line_of
from yonder.career.pages import Pages, open_pages
from yonder.planning.drawing import drawing
from yonder.planning.line import Line, Thing, by_place, reason, way
from yonder.vault.refusals import NotForYou
from yonder.web.record import named
from yonder.web.unlocking import keyring_of
from yonder.web.verbs import said

PLACE_NAMES = {
    "pivot": _("Turns"),
    "value": _("What matters"),
    "vision": _("Visions"),
    "skill": _("Skills"),
    "action": _("Steps"),
}


@require_http_methods(["GET", "POST"])
def line(request: Any, journey: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(Journey.objects.of(request.user), id=journey)
    try:
        pages = open_pages(keyring_of(request), found.circle)
    except NotForYou:
        return redirect("journey", found.id)
    names = named(request, found) | {"alone": False}
    out, here = reverse("journey", args=[found.id]), reverse("line", args=[found.id])
    return _draw(request, pages, names | {"out": out, "here": here})


@require_http_methods(["GET", "POST"])
def own_line(request: Any) -> HttpResponse:
    pages = open_pages(keyring_of(request))
    context = {"out": reverse("pages"), "here": reverse("own-line"), "alone": True, "other": ""}
    return _draw(request, pages, context)


def _draw(request: Any, pages: Pages, context: dict[str, Any]) -> HttpResponse:
    whole = line_of(pages)
    chosen = _chosen(request, whole)
    lit = way(whole, chosen.id) if chosen else frozenset[str]()
    context |= {
        "owns": pages.owns,
        "picture": drawing(whole, lit),
        "place_names": PLACE_NAMES,
        "chosen": chosen,
        "lit": lit,
        "hanging": by_place(whole, lit),
        "reason": reason(whole, chosen.id) if chosen and chosen.place == "action" else None,
        "reasons": [reason(whole, one.id) for one in whole.things if one.place == "action"],
        "has_vision": any(one.place == "vision" for one in whole.things),
    }
    return render(request, "line/page.html", context)


def _chosen(request: Any, whole: Line) -> Thing | None:
    """What somebody pressed, here or beside a step; the first step when nothing was."""
    data = said(request.POST)[1]
    wanted = data.get("entry", "")
    steps = [one for one in whole.things if one.place == "action" and one.state != "done"]
    pressed = next((one for one in whole.things if one.id == wanted), None)
    return pressed or (steps[0] if steps and request.method == "GET" else None)
