"""Who can read this: people, since when, and every change of a key."""

import uuid
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from yonder.career.journeys import Journey
from yonder.career.pairings import State, state_of
from yonder.career.people import Person, Workplace
from yonder.career.record import JourneyRecord, open_record
from yonder.career.taking import may_take_all
from yonder.vault.here import date_of
from yonder.vault.identities import new_key_since
from yonder.vault.records import Reader
from yonder.vault.refusals import NotForYou
from yonder.web import ending, handover, journeys
from yonder.web.unlocking import keyring_of


@require_http_methods(["GET", "POST"])
def readers(request: Any, journey: uuid.UUID) -> HttpResponse:
    if handover.is_done(request, journey):
        return redirect("home")
    found = get_object_or_404(Journey.objects.of(request.user), id=journey)
    page = journeys.place_of(request, found, journeys.draw)
    asked = handover.asked(request, found) or ending.asked(request, page, found)
    return asked or _page(request, found)


def _page(request: Any, found: Journey) -> HttpResponse:
    other = found.other(request.user)
    try:
        record = open_record(keyring_of(request), found)
    except NotForYou:
        now = [{"name": other.name, "day": None}]
        lists = {"state": State.WAIT, "since": now, "keys": [], "may_all": False}
    else:
        lists = _lists(record, state_of(record, found, request.user), other)
        lists |= {"may_all": may_take_all(record)}
    context = {
        "journey": found,
        "other": other.name,
        "owns": found.owner_id == request.user.id,
        "ring_confirmed": ring_confirmed(),
        **lists,
    }
    return render(request, "journeys/readers.html", context)


def _lists(record: JourneyRecord, state: State, other: Person) -> dict[str, Any]:
    """Who can read now, and whose key is not the first one. A reset ends reading at once."""
    ended = other.id if state == State.AGAIN else None
    reset = new_key_since(ended) if ended else None
    now = [one for one in record.circle.record.readers if one.person != ended]
    keys = [_told(one.name, day) for one in now for day in _changes(one)]
    keys += [_told(other.name, reset)] if reset is not None else []
    return {"state": state, "since": [_told(one.name, one.since) for one in now], "keys": keys}


def _changes(reader: Reader) -> list[int]:
    """The days on which this reader got a new key, the oldest first."""
    # A record of before this list was kept knows the last one by its day alone.
    return reader.changes or [day for day in [reader.key] if day != reader.since]


def _told(name: str, day: int) -> dict[str, Any]:
    return {"name": name, "day": date_of(day)}


@login_not_required
@require_safe
def protection(request: HttpRequest) -> HttpResponse:
    """What is protected and what is not, for anybody, before anything is given."""
    return render(request, "protection.html", {"ring_confirmed": ring_confirmed()})


def ring_confirmed() -> bool:
    """May a page say "within 8 days"? Only once it was confirmed how the ring is copied."""
    return Workplace.objects.filter(ring_confirmed=True).exists()
