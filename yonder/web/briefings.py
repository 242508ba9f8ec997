"""Before the talk: what it is for, what may be left out, who can read it, how to say no.

Always the briefings of every talk, so that no page tells which one was chosen.
"""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from yonder.career.journeys import Journey
from yonder.guidebook import briefings
from yonder.guidebook import three as guidebook
from yonder.web.languages import language_of
from yonder.web.readers import ring_confirmed
from yonder.web.record import named


@require_safe
def briefing(request: Any, journey: uuid.UUID) -> HttpResponse:
    found = get_object_or_404(Journey.objects.of(request.user), id=journey)
    owns = found.owner_id == request.user.id
    context = named(request, found) | {
        "owns": owns,
        "no_desk": found.owner.has_no_desk,
        "briefings": briefings.briefings(language_of(request.user)),
        "ring_confirmed": ring_confirmed(),
    }
    return render(request, "briefings/page.html", context)


@require_safe
def three(request: Any) -> HttpResponse:
    """What three people read before they sit together once, at a hand-over."""
    sheet = guidebook.three(language_of(request.user))
    return render(request, "briefings/three.html", {"sheet": sheet})
