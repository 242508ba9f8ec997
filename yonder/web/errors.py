"""Pages for what cannot be answered: sentences instead of traces."""

import logging
import secrets

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from yonder.vault.refusals import (
    ChangedMeanwhile,
    ChangedOutside,
    Damaged,
    GoneListDamaged,
    GoneListMissing,
    NewerRecord,
    NotForYou,
    Refusal,
    RingDamaged,
    RingMissing,
)
from yonder.web import trouble as troubles
from yonder.web.trouble import Trouble

log = logging.getLogger(__name__)
REFUSED = {
    ChangedMeanwhile: troubles.crowded,
    ChangedOutside: troubles.changed_outside,
    Damaged: troubles.damaged,
    NewerRecord: troubles.newer_record,
    **dict.fromkeys(
        (RingMissing, RingDamaged, GoneListMissing, GoneListDamaged), troubles.ring_missing
    ),
}


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return render(request, "errors/413.html", {"trouble": None}, status=413)
    trouble = Trouble(
        _("Yonder did not understand this."), _("Nothing was changed."), _("Go back and try again.")
    )
    return render(request, "errors/400.html", {"trouble": trouble}, status=400)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/429.html", {"trouble": None}, status=429)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/403.html", {"trouble": nothing_here()}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/404.html", {"trouble": nothing_here()}, status=404)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The proof that a form came from our page is missing or too old."""
    trouble = Trouble(
        _("This page was open for too long."),
        _("Nothing was changed."),
        _("Go back, load the page again, and send it once more."),
    )
    return render(request, "errors/csrf.html", {"trouble": trouble}, status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """A number instead of a trace: it finds the line in the log, which holds no content."""
    number = secrets.token_hex(4)
    log.error("Error %s at %s", number, request.resolver_match and request.resolver_match.view_name)
    trouble = Trouble(
        _("Yonder made a mistake. Sorry."),
        _("What was saved is safe. The last step was not saved."),
        _("Go back and try again. If it happens again, pass on this number: %(number)s.")
        % {"number": number},
    )
    context = {"trouble": trouble, "number": number}
    return render(request, "errors/500.html", context, status=500)


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse | None:
    """What the vault refused and no view has an answer for: a sentence, and a line in the log."""
    if isinstance(refusal, NotForYou):
        return not_found(request)
    found = next((say for kind, say in REFUSED.items() if isinstance(refusal, kind)), None)
    if found is None:
        return None
    view = request.resolver_match and request.resolver_match.view_name
    log.error("%s at %s", type(refusal).__name__, view)
    return render(request, "errors/503.html", {"trouble": found()}, status=503)


def nothing_here() -> Trouble:
    return Trouble(
        _("There is nothing here for you."),
        _("Nothing was changed."),
        _("Check the link. The page may have ended, or it may be for someone else."),
    )
