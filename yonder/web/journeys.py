"""You and the other one: everything of a journey on one page (decision 36)."""

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from yonder.career import carrying, keenness, practice
from yonder.career.journeys import Journey
from yonder.career.pages import Pages, opener
from yonder.career.pairings import State, state_of
from yonder.career.waiting import word_of
from yonder.vault.keyrings import Keyring
from yonder.vault.refusals import Damaged, NotForYou, RingMissing
from yonder.web import changing, dates, ending, notes, parting
from yonder.web import talks as talk_verbs
from yonder.web import trouble as troubles
from yonder.web.content import CONTENT
from yonder.web.everywhere import everywhere
from yonder.web.record import named, record_of, typed_words
from yonder.web.trouble import Trouble
from yonder.web.unlocking import keyring_of
from yonder.web.verbs import Place, Typed, answered
from yonder.web.waiting import unchanged

VERBS = CONTENT | notes.VERBS | talk_verbs.VERBS


@require_http_methods(["GET", "POST"])
def journey(request: Any, journey: uuid.UUID) -> HttpResponse:
    found = Journey.objects.of(request.user).filter(id=journey).first()
    if found:
        return _answered(request, found)
    if leaving := parting.found(request, journey):
        return parting.page(request, leaving)
    raise Http404


def _answered(request: Any, found: Journey) -> HttpResponse:
    place = place_of(request, found, draw)
    try:
        answer = (
            unchanged(request, place)
            or ending.asked(request, place, found)
            or dates.set_day(request, place, found)
            or changing.opened(place)
            or answered(place, VERBS)
        )
        everywhere(request)
        return answer
    except NotForYou:
        return closed(request, found)
    except (Damaged, RingMissing):
        return closed(request, found, troubles.damaged())


def place_of(request: Any, found: Journey, drawn: Any, here: str = "journey") -> Place:
    """The page of this journey that `drawn` draws, for whoever asks."""
    keyring: Keyring = keyring_of(request)
    return Place(
        request,
        opener(keyring, found.circle),
        lambda pages, typed: drawn(request, found, pages, typed),
        reverse(here, args=[found.id]),
        found.other(request.user).name,
        found.guide.name,
    )


def draw(request: Any, found: Journey, pages: Pages, typed: Typed) -> HttpResponse:
    context = record_of(found, pages, request.user, request.vault.today(), typed)
    context |= {
        "state": state_of(pages.common, found, request.user),
        "trouble": typed.trouble,
        "handed": carrying.handed(pages) if not pages.owns else None,
        "talk_names": talk_verbs.NAMES,
        "is_keen": keenness.is_keen(pages),
        "to_choose": list(talk_verbs.NAMES) if pages.owns else [],
        "day": dates.shown(request, pages, found, typed),
        "seen": word_of(pages),
        "practice_waits": practice.comes_first(pages),
        "is_peer": practice.is_asked_for(found, required=False),
    }
    return render(request, "journeys/page.html", context)


def closed(request: Any, found: Journey, trouble: Trouble | None = None) -> HttpResponse:
    """One of the two has no key, or the box is damaged. What was typed stays on the page."""
    context = named(request, found) | {
        "state": State.DAMAGED if trouble else State.WAIT,
        "trouble": trouble,
        "echo": typed_words(request),
    }
    return render(request, "journeys/not_open.html", context)
