"""One screen, passed across the table: the guide hands it over, the owner hands it back."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from yonder.career.journeys import Journey
from yonder.career.pages import opener
from yonder.vault import unlocks
from yonder.vault.refusals import Closed, NotForYou
from yonder.vault.unlocks import TABLE
from yonder.web.at_table import at_table
from yonder.web.practice import room_waits
from yonder.web.unlocking import keyring_of

BACK = "room"  # where the guide goes on


@require_http_methods(["GET", "POST"])
def table(request: Any, journey: uuid.UUID) -> HttpResponse:
    """`pass` counts from the guide's open session only, everything else on the table only."""
    verb = request.POST.get("verb")
    if request.row.state == TABLE:
        return _for_the_owner(request, journey, verb)
    found = get_object_or_404(Journey.objects.of(request.user), id=journey)
    if verb == "pass":
        return _passed(request, journey)
    return redirect(BACK if verb == "hand-back" else "journey", found.id)


def _passed(request: Any, journey: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(_listened_to(request), id=journey)
    read = opener(keyring_of(request), found.circle)
    try:
        both_read = read().both_read
    except NotForYou:
        both_read = False
    if not both_read:
        return redirect("journey", found.id)
    if room_waits(found, request.user, read):
        return redirect(BACK, found.id)
    unlocks.lay_on_table(request.vault, request.row, found.id)
    return _turned(request, redirect("table", found.id))


def _for_the_owner(request: Any, journey: uuid.UUID, verb: str | None) -> HttpResponse:
    found = _listened_to(request).filter(id=journey).first()
    if found is None:
        # The talks have ended meanwhile. Without this, no page at all would be left to this screen.
        unlocks.close(request.row)
        raise Closed
    if verb == "hand-back":
        unlocks.close(request.row)
        return _turned(request, redirect(BACK, found.id))
    return at_table(request, found)


def _listened_to(request: Any) -> Any:
    return Journey.objects.of(request.user).filter(guide=request.user)


def _turned(request: Any, response: HttpResponse) -> HttpResponse:
    """The screen has turned: what it showed before is not behind the back button."""
    # A browser may keep whole pages there in spite of no-store, until a cookie changes.
    rotate_token(request)
    response["Clear-Site-Data"] = '"cache"'
    return response
