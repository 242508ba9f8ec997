"""A guide has left the workplace: what the two wrote comes home when its owner is here next."""

from contextlib import suppress
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from yonder.career import endings
from yonder.career.journeys import Journey
from yonder.career.pages import OnlyTheOwner
from yonder.career.people import Person
from yonder.vault.refusals import Refusal, TooBig
from yonder.web import trouble as troubles
from yonder.web.record import typed_words
from yonder.web.told import tell
from yonder.web.trouble import Trouble
from yonder.web.waiting import ASKS


def bring_home(request: Any) -> Trouble | None:
    """Bring home what waits, and let the next page say it. Trouble when there is no room."""
    if _asks_by_itself(request):
        return None
    today = request.vault.clock().date()
    for journey in Journey.objects.left_behind().filter(owner=request.user):
        try:
            with suppress(OnlyTheOwner):
                endings.bring_home(request.keyring, journey)
                tell(request, "guide-left" if _has_left(journey.guide, today) else "talks-ended")
        except TooBig:
            return troubles.no_room_at_home()
        except Refusal:
            continue  # no key yet after a new start, or busy: at the next visit
    return None


def instead_of_nothing(request: Any) -> HttpResponse | None:
    """What an owner gets at the address of talks whose guide has left; None for all others."""
    if getattr(request, "keyring", None) is None or _asks_by_itself(request):
        return None
    if not _waits(request):
        return None
    bring_home(request)
    if texts := typed_words(request):
        return render(request, "leaving/guide_left.html", {"echo": texts}, status=403)
    return redirect("home")


def _asks_by_itself(request: Any) -> bool:
    # Nobody reads what an open page fetches; the sentence has to wait for its owner.
    return ASKS in request.headers


def _has_left(guide: Person, today: date) -> bool:
    """Or was not here for two years, and can come again."""
    return not guide.is_active or guide.has_left(today)


def _waits(request: Any) -> bool:
    wanted = request.resolver_match.kwargs.get("journey")
    mine = Journey.objects.left_behind().filter(owner=request.user)
    return wanted is not None and mine.filter(id=wanted).exists()
