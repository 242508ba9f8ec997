"""From somebody's last day on: their pages can be taken along, and every other address leads there.

Asked when the form has proven that it came from our own page, and before a key is needed.
"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from yonder.web.closed import texts_typed

OPEN = {"leaving", "own-take", "close", "sign-out", "protection", "council"}


def only_taking(request: Any) -> HttpResponse | None:
    """The answer to somebody whose last day has come, at an address that is closed by then."""
    person = request.user
    if not person.is_authenticated or request.resolver_match.url_name in OPEN:
        return None
    if not person.has_left(request.vault.clock().date()):
        return None
    if texts := texts_typed(request):
        return render(request, "leaving/too_late.html", {"echo": texts}, status=403)
    return redirect("leaving")
