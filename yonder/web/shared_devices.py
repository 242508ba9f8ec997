"""A device that others use too: it remembers nothing of anybody but that others use it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from yonder.web.guessing import YEAR


def is_shared(request: Any) -> bool:
    """Does the one who is signed in share this device, or, with nobody here, did the last one?"""
    row = getattr(request, "row", None)
    return bool(row.shared) if row else is_marked(request)


def is_marked(request: HttpRequest) -> bool:
    """Is the box ticked beforehand here? As at the last sign-in, else as the workplace says."""
    known = request.COOKIES.get(settings.SHARED_COOKIE_NAME)
    return known == "yes" if known in ("yes", "no") else settings.SHARED_DEVICES


def mark(request: HttpRequest, response: HttpResponse, *, shared: bool) -> None:
    """Remember how the box was left, and nothing about whoever left it so."""
    if shared != is_marked(request):
        response.set_cookie(
            settings.SHARED_COOKIE_NAME,
            "yes" if shared else "no",
            max_age=YEAR,
            secure=settings.SECURE,
            httponly=True,
            samesite="Strict",
        )


def remembered_as(request: Any, kind: str) -> str:
    """What a field tells the browser to remember it as: nothing, where others come next."""
    return "off" if is_shared(request) else kind


def forget(response: HttpResponse) -> None:
    """What the browser need not keep once somebody is gone: the cookie that opened their key."""
    response.delete_cookie(settings.UNLOCK_COOKIE_NAME, samesite="Strict")
