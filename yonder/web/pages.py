"""My pages: what somebody writes alone. Only they can read it, boundaries and all."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from yonder.career import notes, taking, talks
from yonder.career.pages import Pages, opener
from yonder.career.record import GUIDE, OWNER
from yonder.career.waiting import word_of
from yonder.web import boundaries, changing
from yonder.web import talks as talk_verbs
from yonder.web.ahead import Ahead
from yonder.web.content import CONTENT
from yonder.web.drawing import Drawing
from yonder.web.everywhere import everywhere
from yonder.web.homecoming import bring_home
from yonder.web.unlocking import keyring_of
from yonder.web.verbs import Place, Typed, answered
from yonder.web.waiting import unchanged

VERBS = CONTENT | talk_verbs.VERBS | boundaries.VERBS


@require_http_methods(["GET", "POST"])
def pages(request: Any) -> HttpResponse:
    bring_home(request)
    place = place_of(request, draw)
    answer = unchanged(request, place) or changing.opened(place) or answered(place, VERBS)
    everywhere(request)
    return answer


def place_of(request: Any, drawn: Any, here: str = "pages") -> Place:
    """A page of one's own that `drawn` draws."""
    read = opener(keyring_of(request))
    return Place(request, read, lambda own, typed: drawn(request, own, typed), reverse(here))


def draw(request: Any, own: Pages, typed: Typed) -> HttpResponse:
    me = request.user
    drawing = Drawing(own, {me.id: me.name}, typed)
    names = {OWNER: me.name, GUIDE: ""}
    context = drawing.context() | Ahead(drawing, names, request.vault.today()).context()
    context |= boundaries.shown(own, request)
    context |= {
        "trouble": typed.trouble,
        "talk": talks.talk_of(own),
        "talk_names": talk_verbs.NAMES,
        "seen": word_of(own),
        "sentences": _sentences(own),
    }
    return render(request, "pages/page.html", context)


def _sentences(own: Pages) -> list[tuple[str, Any]]:
    """(first name, note), of talks that have ended and of files that came in."""
    kept = notes.notes(own.private)
    named = taking.names((taking.Box(own.private),)) if kept else {}
    return [(named.get(one.by, ""), one) for one in kept]
