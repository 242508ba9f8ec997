"""Slips to print for everybody who was invited and has no address: one sheet for a whole round."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yonder.career.invitations import Invitation, token_of
from yonder.career.offers import along_with
from yonder.career.times import Offer
from yonder.vault.keyrings import Keyring
from yonder.web.invitations import slip_of
from yonder.web.running import needs_slip
from yonder.web.unlocking import keyring_of


@require_safe
def slips(request: Any) -> HttpResponse:
    keyring, now = keyring_of(request), request.vault.clock()
    every = Invitation.objects.by(request.user).exclude(owner=request.user).filter(expires__gt=now)
    waiting = [one for one in every if needs_slip(one)]
    times = along_with(keyring, waiting, now)
    shown = [_slip(request, keyring, one, times[one.id]) for one in waiting]
    context = {"slips": shown, "only_here": settings.LOOPBACK_ONLY}
    return render(request, "planner/slips.html", context)


def _slip(request: Any, keyring: Keyring, one: Invitation, times: list[Offer]) -> dict[str, Any]:
    on_it = slip_of(request, token_of(keyring, one.id))
    return on_it | {"who": one.invitee.name, "until": one.expires, "times": times}
