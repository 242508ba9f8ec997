"""Take it away: a file for people and a file for programs, made in memory and kept nowhere."""

import uuid
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from yonder.career import taking
from yonder.career.journeys import Journey
from yonder.career.pages import OnlyBothCanRead, OnlyTheOwner, Pages, open_pages, opener
from yonder.career.record import insist
from yonder.interchange import taking_out, yonder_files
from yonder.interchange.shapes import Whole
from yonder.vault.refusals import Damaged, NotForYou, RingMissing
from yonder.web import bringing, journeys, parting
from yonder.web import trouble as troubles
from yonder.web.books import book
from yonder.web.closed import PASSWORD
from yonder.web.record import named
from yonder.web.told import tell
from yonder.web.trouble import Trouble
from yonder.web.unlocking import freshly_confirmed, keyring_of
from yonder.web.verbs import REFUSED, SENTENCES

FILES: dict[str, tuple[str, str, Callable[[Whole], Any]]] = {
    "for-people": ("pages.html", "text/html; charset=utf-8", book),
    "for-programs": ("pages.yonder", "application/json", yonder_files.written),
}
MARKS = {"let-whole": True, "let-own": False}


@require_http_methods(["GET", "POST"])
def own(request: Any) -> HttpResponse:
    """All that is about one's own career; and a file of another Yonder, brought in."""
    verb = request.POST.get("verb", "")
    if verb == "schema":
        return _attached("yonder-file.schema.json", "application/json", yonder_files.schema())
    if verb in bringing.VERBS:
        return bringing.answered(request, verb)
    keyring, me = freshly_confirmed(request), request.user
    mine = taking.own(keyring, me)
    if _wanted(request, verb):
        return _file(verb, taking_out.whole(keyring, mine.boxes, (me.id, me.name), me.name))
    return bringing.drawn(request, {"closed": mine.closed})


@require_http_methods(["GET", "POST"])
def of_journey(request: Any, journey: uuid.UUID) -> HttpResponse:
    """What the one who listens may save; and the owner's word on it."""
    found = _found(request, journey)
    try:
        keyring, verb = freshly_confirmed(request), request.POST.get("verb", "")
        pages = open_pages(keyring, found.circle)
        if verb in MARKS:
            return _marked(request, found, whole=MARKS[verb])
        if not pages.owns and _wanted(request, verb):
            return _file(verb, _of_guide(request, found, pages))
        return _page(request, found, pages)
    except NotForYou:
        return redirect("journey", found.id)
    except (Damaged, RingMissing):
        return journeys.closed(request, found, troubles.damaged())


def _found(request: Any, journey: uuid.UUID) -> Journey:
    """Talks that go on; and for the one who listened, talks that are over on a day to come."""
    leaving = parting.found(request, journey)
    if leaving and leaving.guide_id == request.user.id:
        return leaving
    return get_object_or_404(Journey.objects.of(request.user), id=journey)


def _wanted(request: Any, verb: str) -> bool:
    # A file that came right after the password would leave the closed page standing behind it.
    return verb in FILES and PASSWORD not in request.POST


def _file(verb: str, whole: Whole) -> HttpResponse:
    name, content_type, written = FILES[verb]
    return _attached(name, content_type, written(whole))


def _attached(name: str, content_type: str, content: Any) -> HttpResponse:
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _of_guide(request: Any, found: Journey, pages: Pages) -> Whole:
    box, owner = taking.box_of(pages), (found.owner_id, found.owner.name)
    taker, keyring = request.user.name, pages.private.circle.keyring
    if taking.may_take_all(pages.common):
        return taking_out.whole(keyring, (box,), owner, taker)
    return taking_out.own_words(pages, box, owner, taker)


def _marked(request: Any, found: Journey, *, whole: bool) -> HttpResponse:
    read = opener(keyring_of(request), found.circle)
    try:
        insist(read, lambda pages: taking.let_take(pages, whole=whole))
    except OnlyTheOwner:
        raise Http404 from None
    except OnlyBothCanRead:
        trouble = troubles.not_both_yet(found.other(request.user).name)
        return _page(request, found, read(), trouble)
    except REFUSED as refusal:
        return _page(request, found, read(), SENTENCES[type(refusal)]())
    tell(request, "saved")
    return redirect("take", found.id)


def _page(
    request: Any, found: Journey, pages: Pages, trouble: Trouble | None = None
) -> HttpResponse:
    context = named(request, found) | {
        "here": reverse("take", args=[found.id]),
        "owns": pages.owns,
        "both_read": pages.both_read,
        "may_all": taking.may_take_all(pages.common),
        "trouble": trouble,
    }
    return render(request, "taking/journey.html", context)
