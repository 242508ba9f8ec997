"""One-time links: what a link says that was used, is too old, or was made up."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def expired(request: HttpRequest) -> HttpResponse:
    """The same page for all of them, so that trying links tells nothing."""
    return render(request, "links/expired.html", {}, status=404)
