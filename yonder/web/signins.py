"""My sign-ins: where I am signed in, and how to end one of them."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from yonder.vault import security, unlocks
from yonder.vault.security import SecurityEvent
from yonder.vault.unlocks import OUT
from yonder.web.told import tell


@require_http_methods(["GET", "POST"])
def signins(request: Any) -> HttpResponse:
    if request.method == "POST":
        return _end(request)
    context = {
        "signins": [
            {
                "id": row.id,
                "device": row.device,
                "since": row.since,
                "last": row.until - row.idle,
                "here": row.id == request.row.id,
                "open": row.state in OUT,
                "shared": row.shared,
            }
            for row in unlocks.of(request.user.id)
        ],
        "log": SecurityEvent.objects.filter(person=request.user.id).order_by("-at")[:100],
    }
    return render(request, "me/signins.html", context)


def _end(request: Any) -> HttpResponse:
    if request.POST.get("verb") == "end-others":
        unlocks.end(request.user.id, but=request.row.id)
        tell(request, "others-ended")
    if request.POST.get("verb") == "end":
        unlocks.of(request.user.id).filter(id=request.POST.get("id", "")).delete()
        tell(request, "ended")
    security.note(request.vault, request.user.id, "ended")
    return redirect("sign-ins")
