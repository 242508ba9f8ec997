"""While the screen is passed across the table: one address answers, and nothing else is there."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yonder.vault import unlocks
from yonder.vault.unlocks import TABLE
from yonder.web.errors import nothing_here


def elsewhere(request: Any) -> HttpResponse | None:
    """What every address but the one on the table answers. None lets the request go its way.

    Asked before anything looks at the address or the form: so a page that is there cannot be told
    from one that never was, whatever the method.
    """
    if not _on_table(request):
        return None
    here = reverse("table", args=[request.row.only])
    if request.path == here:
        return None
    context = {"trouble": nothing_here(), "here": here}
    return render(request, "table/elsewhere.html", context, status=404)


def _on_table(request: Any) -> bool:
    row = request.row
    if row is None or row.state != TABLE:
        return False
    # What has run out is closed: every page asks for the password of the one who is signed in.
    if row.until <= request.vault.clock():
        unlocks.close(row)
    return bool(row.state == TABLE)
