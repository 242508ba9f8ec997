"""My pages: what somebody writes alone. Only they can read it, boundaries and all."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from yonder.career import talks
from yonder.career.journeys import Journey
from yonder.career.pages import Pages, opener
from yonder.career.record import insist
from yonder.vault.refusals import NotForYou
from yonder.web import boundaries, changing, pivots, showing, values, visions
from yonder.web import talks as talk_verbs
from yonder.web.chance import CHANCE
from yonder.web.drawing import Drawing
from yonder.web.unlocking import keyring_of
from yonder.web.verbs import Place, Typed, answered
from yonder.web.waiting import seen_of, unchanged

CONTENT = pivots.VERBS | values.VERBS | visions.VERBS | showing.VERBS
VERBS = CONTENT | talk_verbs.VERBS | boundaries.VERBS


@require_http_methods(["GET", "POST"])
def pages(request: Any) -> HttpResponse:
    place = place_of(request, draw)
    answer = unchanged(request, place) or changing.opened(place) or answered(place, VERBS)
    if request.POST.get("verb") == "topics":
        _draw_again(request)
    return answer


def place_of(request: Any, drawn: Any, here: str = "pages") -> Place:
    """A page of one's own that `drawn` draws."""
    read = opener(keyring_of(request))
    return Place(request, read, lambda own, typed: drawn(request, own, typed), reverse(here))


def draw(request: Any, own: Pages, typed: Typed) -> HttpResponse:
    context = Drawing(own, {request.user.id: request.user.name}, typed).context()
    context |= boundaries.shown(own, request)
    context |= {
        "trouble": typed.trouble,
        "talk": talks.talk_of(own),
        "talk_names": talk_verbs.NAMES,
        "seen": seen_of(own),
    }
    return render(request, "pages/page.html", context)


def _draw_again(request: Any) -> None:
    """A list of topics that changed, either way: the questions of open talks are drawn anew."""
    for journey in Journey.objects.of(request.user).filter(owner=request.user):
        read = opener(keyring_of(request), journey.circle)
        try:
            insist(read, lambda own: talks.draw_again(own, CHANCE))
        except NotForYou:
            continue  # not opened yet: nothing is drawn there
