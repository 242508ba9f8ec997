"""The page of talks whose last day is set: the one who listened reads it until then, and nobody
writes there any more (decision 46)."""

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yonder.career import endings
from yonder.career.journeys import Journey
from yonder.career.pages import open_pages
from yonder.career.plans import GUIDE, OPEN, actions
from yonder.vault.here import date_of
from yonder.vault.refusals import NotForYou
from yonder.web.mail import tell_of_end
from yonder.web.record import named, record_of, typed_words
from yonder.web.told import tell
from yonder.web.unlocking import keyring_of


def found(request: Any, journey: uuid.UUID) -> Journey | None:
    """The journey with this id, if its last day is set and has not come."""
    on = request.vault.clock().date()
    return Journey.objects.parting(request.user, on).filter(id=journey).first()


def page(request: Any, journey: Journey) -> HttpResponse:
    owns = journey.owner_id == request.user.id
    verb = request.POST.get("verb")
    if owns and verb == "end":
        return _end_today(request, journey)
    if owns:
        here = {"here": reverse("journey", args=[journey.id]), "echo": typed_words(request)}
        asked = "journeys/end.html" if verb == "ask-end" else "parting/owner.html"
        return render(request, asked, named(request, journey) | here)
    return _for_the_guide(request, journey)


def _for_the_guide(request: Any, journey: Journey) -> HttpResponse:
    try:
        pages = open_pages(keyring_of(request), journey.circle)
    except NotForYou:
        raise Http404 from None
    context = record_of(journey, pages, request.user, request.vault.today())
    mine = [kept.noun for kept in actions(pages) if kept.noun.who == GUIDE]
    promised = [(one.text, one.by) for one in mine if one.state == OPEN]
    context |= {
        "mine": [(text, date_of(by) if by else None) for text, by in promised],
        "echo": typed_words(request),
    }
    return render(request, "parting/guide.html", context)


def _end_today(request: Any, journey: Journey) -> HttpResponse:
    endings.end(keyring_of(request), journey, on=request.vault.clock().date())
    tell(request, "talks-ended")
    tell_of_end(journey.guide)
    return redirect("pages")
