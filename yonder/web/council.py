"""For works councils and data protection: the closed list, for anybody who asks."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from yonder.guidebook import council as guide
from yonder.web.languages import language_of


@login_not_required
@require_safe
def council(request: Any) -> HttpResponse:
    """What lies in clear, how long, and what nobody can read but the two."""
    known = request.user.is_authenticated
    language = language_of(request.user) if known else get_language() or "en"
    return render(request, "council.html", {"council": guide.council(language)})
