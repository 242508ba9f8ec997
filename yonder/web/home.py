"""Home: whom I talk with, and what waits for my word."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yonder.career.boundaries import declined
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.pairings import State, states
from yonder.career.record import open_private
from yonder.career.recovery import is_typed_back
from yonder.vault.identities import former_until
from yonder.web.unlocking import keyring_of


@require_safe
def home(request: Any) -> HttpResponse:
    keyring, me = keyring_of(request), request.user
    private = open_private(keyring)
    begun = states(keyring, me, Journey.objects.of(me))
    waiting = _waiting(me, begun, declined(private))
    context = {
        "journeys": [_listed(journey, state, me) for journey, state in begun.items()],
        "invited": [one for one in waiting if one.inviter_id == me.id],
        "asked": [one for one in waiting if one.invitee_id == me.id],
        "needs_code": len(keyring.keys) > 1 and not is_typed_back(keyring, private),
        "former": former_until(request.vault, me.id) is not None,
    }
    return render(request, "home/page.html", context)


def _listed(journey: Journey, state: State, me: Any) -> dict[str, Any]:
    role = "owner" if journey.owner_id == me.id else "guide"
    return {"journey": journey, "other": journey.other(me).name, "role": role, "state": state}


def _waiting(me: Any, begun: Iterable[Journey], no: set[UUID]) -> list[Invitation]:
    """Open questions. What I said no to is not one of them, and only I know."""
    circles = {journey.circle for journey in begun}
    every = Invitation.objects.concerning(me)
    return [one for one in every if one.id not in no and one.circle not in circles]
