"""Home: whom I talk with, and what waits for my word."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yonder.career.boundaries import declined
from yonder.career.invitations import Invitation
from yonder.career.journeys import Journey
from yonder.career.pairings import states
from yonder.career.recovery import is_typed_back
from yonder.vault.identities import former_until
from yonder.web.unlocking import keyring_of


@require_safe
def home(request: Any) -> HttpResponse:
    keyring, me = keyring_of(request), request.user
    begun = states(keyring, me, Journey.objects.of(me))
    circles = {journey.circle for journey in begun}
    context = {
        "journeys": [
            {
                "journey": journey,
                "other": journey.other(me).name,
                "role": "owner" if journey.owner_id == me.id else "guide",
                "state": state,
            }
            for journey, state in begun.items()
        ],
        "invited": [sent for sent in Invitation.objects.by(me) if sent.circle not in circles],
        "asked": _asked(keyring, me, circles),
        "needs_code": len(keyring.keys) > 1 and not is_typed_back(keyring),
        "former": former_until(request.vault, me.id) is not None,
    }
    return render(request, "home/page.html", context)


def _asked(keyring: Any, me: Any, begun: set[Any]) -> list[Invitation]:
    """Open questions to me. What I said no to is not one of them, and only I know."""
    no = declined(keyring)
    return [
        asked
        for asked in Invitation.objects.to(me)
        if asked.id not in no and asked.circle not in begun
    ]
