"""The closed page: shut, with all that was typed still in it, and a field for the password."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from yonder.web.templating import is_typed
from yonder.web.trouble import Trouble

PASSWORD = "unlock_password"  # noqa: S105 the name of a field
OURS = {PASSWORD, "csrfmiddlewaretoken", "username"}  # what the closed page itself sends
SECRETS = {"password", "old", "new", "secret", "code", "digits"}  # typed again, never echoed


def closed_page(
    request: Any, *, confirm: bool = False, trouble: Trouble | None = None
) -> HttpResponse:
    """Drawn at the address that was asked for. `confirm`: only this one step asks again."""
    row = request.row
    idle = bool(row and not confirm and row.until <= request.vault.clock())
    # The screen on the table closed while the owner typed: its guide is the one who opens it.
    somebody_elses = request.resolver_match.url_name == "table"
    context = {
        "kept": [] if somebody_elses else _typed(request),
        "not_kept": somebody_elses and bool(_typed(request)),
        "confirm": confirm,
        "because_idle": idle,
        "idle_minutes": row.idle.seconds // 60 if row else 0,
        "trouble": trouble,
    }
    return render(request, "signin/closed.html", context, status=403)


def texts_typed(request: Any) -> list[str]:
    """What somebody wrote into the form that was sent, to be copied; never a secret."""
    return [value for name, value in _typed(request) if is_typed((name, value))]


def _typed(request: Any) -> list[tuple[str, str]]:
    names = [name for name in request.POST if name not in OURS | SECRETS]
    return [(name, value) for name in names for value in request.POST.getlist(name)]
