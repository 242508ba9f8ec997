"""Planned days in one's own calendar: one as a file, or all of them at a secret address."""

import uuid
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from yonder.career.journeys import Journey
from yonder.career.letterboxes import behind
from yonder.interchange import calendar_files
from yonder.vault import limits
from yonder.vault.refusals import TooManyTries
from yonder.web.errors import too_many_requests
from yonder.web.guessing import ADDRESS_FREE, address_of


@login_not_required
@require_safe
def feed(request: Any, token: str) -> HttpResponse:
    """For a calendar that has the address and no sign-in. A wrong one is as if there were none."""
    person = behind(token, timezone.localdate(request.vault.clock()))
    if person is None:
        return _nothing_behind(request)
    journeys = Journey.objects.of(person).exclude(next_at=None).order_by("next_at", "id")
    days = [calendar_files.planned(journey) for journey in journeys]
    return _file(calendar_files.feed(days, _home(request), request.vault.clock()))


@require_safe
def day(request: Any, journey: uuid.UUID) -> HttpResponse:
    """The coming day of one journey; after it was taken away, what takes it out of a calendar."""
    found = get_object_or_404(Journey.objects.of(request.user), id=journey)
    if found.next_at is None and found.occasion is None:
        raise Http404
    planned = calendar_files.planned(found)
    return _file(calendar_files.one(planned, _home(request), request.vault.clock()))


def _home(request: Any) -> str:
    return request.build_absolute_uri(reverse("home"))


def _nothing_behind(request: Any) -> HttpResponse:
    try:
        limits.spend(request.vault, f"calendar {address_of(request)}", free=ADDRESS_FREE)
    except TooManyTries:
        return too_many_requests(request)
    raise Http404


def _file(content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="yonder.ics"'
    return answer
