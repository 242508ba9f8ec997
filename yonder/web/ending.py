"""Not with this person: asked once, because it cannot be undone; no reason is asked."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from yonder.career import endings
from yonder.career.journeys import Journey
from yonder.career.pages import OnlyTheOwner
from yonder.vault.refusals import TooBig
from yonder.web import trouble as troubles
from yonder.web.mail import tell_of_end
from yonder.web.told import tell
from yonder.web.unlocking import keyring_of
from yonder.web.verbs import Place, Typed


def asked(request: Any, place: Place, found: Journey) -> HttpResponse | None:
    """The answer to `ask-end` and `end`; None when another button was pressed."""
    verb = request.POST.get("verb")
    if verb not in ("ask-end", "end"):
        return None
    if found.owner_id != request.user.id:
        raise Http404
    if verb == "ask-end":
        context = {"journey": found, "other": place.other, "here": place.here}
        return render(request, "journeys/end.html", context)
    return _end(request, place, found)


def _end(request: Any, place: Place, found: Journey) -> HttpResponse:
    try:
        endings.end(keyring_of(request), found, on=request.vault.clock().date())
    except OnlyTheOwner:
        raise Http404 from None
    except TooBig:
        return place.draw(place.read(), Typed(trouble=troubles.no_room_to_end()))
    tell(request, "talks-ended")
    tell_of_end(found.guide)
    return redirect("pages")
