"""Offered times as their owner meets them: a yes sets the day, a no is nobody else's to know."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from yonder.career import offers
from yonder.career.journeys import Journey
from yonder.career.offers import DayIsSet, TakenMeanwhile
from yonder.career.pages import NotHere, OnlyTheOwner, Pages
from yonder.career.pairings import Glance, State
from yonder.career.people import Person
from yonder.career.record import JourneyRecord
from yonder.career.times import Offer
from yonder.web import trouble_with_times
from yonder.web.told import tell
from yonder.web.unlocking import keyring_of
from yonder.web.verbs import Place, Typed, said

Times = list[tuple[uuid.UUID, Offer]]


@dataclass(frozen=True)
class Shown:
    """`passed` are those of which the owner has said that none suits; they can still be taken."""

    open: Times
    passed: Times


def answered(request: Any, place: Place, found: Journey) -> HttpResponse | None:
    """The answer to `time` and `no-times`; None when another button was pressed."""
    verb, data = said(request.POST)
    if verb == "time":
        return _taken(request, place, found, data.get("entry", ""))
    if verb == "no-times":
        return _none_of_these(request, place, found)
    return None


def shown(request: Any, pages: Pages, found: Journey) -> Shown:
    """The times of one journey. The guide sees them until they lapse, whatever the owner says."""
    now = request.vault.clock()
    if found.next_at and found.next_at > now:
        return Shown([], [])
    gone = offers.passed_over(pages.private) if pages.owns else set()
    every = offers.offered(pages, now)
    here = [one for one in every if one[0] not in gone]
    return Shown(here, [one for one in every if one[0] in gone])


def for_me(
    begun: dict[Journey, Glance], private: JourneyRecord, me: Person, now: datetime
) -> list[tuple[Journey, Times]]:
    """Each of my own talks for which a time is offered, out of faces alone."""
    gone = offers.passed_over(private)
    found = []
    for journey, seen in begun.items():
        waits = journey.owner_id == me.id and seen.state == State.BOTH
        if waits and not (journey.next_at and journey.next_at > now):
            found.append((journey, _open(seen, gone, now)))
    return [one for one in found if one[1]]


def _open(seen: Glance, gone: set[uuid.UUID], now: datetime) -> Times:
    here = [(id, one) for id, one in seen.offers.items() if one.is_open(now) and id not in gone]
    return sorted(here, key=lambda one: one[1].at)


def _taken(request: Any, place: Place, found: Journey, entry: str) -> HttpResponse:
    try:
        offers.accept(keyring_of(request), found, uuid.UUID(entry), now=request.vault.clock())
    except (ValueError, NotHere, TakenMeanwhile):
        return place.draw(place.read(), Typed(trouble=trouble_with_times.time_is_gone()))
    except DayIsSet:
        return place.draw(place.read(), Typed(trouble=trouble_with_times.day_is_set()))
    except OnlyTheOwner:
        raise Http404 from None
    tell(request, "date")
    return redirect(f"{place.here}#next")


def _none_of_these(request: Any, place: Place, found: Journey) -> HttpResponse:
    """Nothing is told about it, not even once in a session: the page itself reads otherwise."""
    try:
        offers.none_of_these(keyring_of(request), found, now=request.vault.clock())
    except OnlyTheOwner:
        raise Http404 from None
    return redirect(f"{place.here}#next")
