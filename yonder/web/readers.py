"""Who can read this: people, since when, and every change of a key."""

import uuid
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from yonder.career.journeys import Journey
from yonder.career.people import Workplace
from yonder.career.record import open_record
from yonder.vault.here import date_of
from yonder.vault.refusals import NotForYou
from yonder.web.unlocking import keyring_of


@require_safe
def readers(request: Any, journey: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(Journey.objects.of(request.user), id=journey)
    try:
        listed = open_record(keyring_of(request), found).circle.record.readers
    except NotForYou:
        listed = []
    context = {
        "journey": found,
        "other": found.other(request.user).name,
        "readers": [reader.name for reader in listed],
        "since": [
            {
                "name": reader.name,
                "day": date_of(reader.since),
                "mine": reader.person == request.user.id,
            }
            for reader in listed
        ],
        "keys": [
            {"name": reader.name, "day": date_of(reader.key)}
            for reader in listed
            if reader.key != reader.since
        ],
        "ring_confirmed": ring_confirmed(),
    }
    return render(request, "journeys/readers.html", context)


@login_not_required
@require_safe
def protection(request: HttpRequest) -> HttpResponse:
    """What is protected and what is not, for anybody, before anything is given."""
    return render(request, "protection.html", {"ring_confirmed": ring_confirmed()})


def ring_confirmed() -> bool:
    """May a page say "within 8 days"? Only once it was confirmed how the ring is copied."""
    return Workplace.objects.filter(ring_confirmed=True).exists()
