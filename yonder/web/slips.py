"""Slips to print for everybody who was invited and has no address: one sheet for a whole round."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yonder.career.invitations import Invitation, token_of
from yonder.career.record import faces_of
from yonder.career.times import Offer
from yonder.vault.keyrings import Keyring
from yonder.web.accounts import qr
from yonder.web.invitations import link_of
from yonder.web.running import needs_slip
from yonder.web.unlocking import keyring_of


@require_safe
def slips(request: Any) -> HttpResponse:
    keyring, now = keyring_of(request), request.vault.clock()
    every = Invitation.objects.by(request.user).exclude(owner=request.user).filter(expires__gt=now)
    waiting = [one for one in every if needs_slip(one)]
    times = times_of(keyring, waiting, now)
    shown = [_slip(request, keyring, one, times[one.id]) for one in waiting]
    context = {"slips": shown, "only_here": settings.LOOPBACK_ONLY}
    return render(request, "planner/slips.html", context)


def times_of(keyring: Keyring, waiting: list[Invitation], now: Any) -> dict[Any, list[Offer]]:
    """The times that were offered along with each invitation and can still be taken."""
    faces = faces_of(keyring, waiting)
    found = {one.id: faces.get(one.circle) for one in waiting}
    return {
        id: [offer for offer in face.offers.values() if offer.is_open(now)] if face else []
        for id, face in found.items()
    }


def _slip(request: Any, keyring: Keyring, one: Invitation, times: list[Offer]) -> dict[str, Any]:
    link = link_of(request, token_of(keyring, one.id))
    square = qr(link, _("Scan this square"))
    return {"who": one.invitee.name, "until": one.expires, "link": link, "qr": square} | {
        "times": times
    }
