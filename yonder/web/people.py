"""Who is here, for people operations and the people who run the server. Nobody's talks."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yonder.career.people import Person
from yonder.vault import security
from yonder.web.accounts import qr
from yonder.web.passwords import reset_link
from yonder.web.unlocking import freshly_confirmed


@require_http_methods(["GET", "POST"])
def people(request: Any) -> HttpResponse:
    if not request.user.administers:
        raise Http404
    if request.POST.get("verb") == "reset":
        return _slip(request)
    listed = Person.objects.filter(is_active=True)
    context = {"people": [{"person": one, "joined": bool(one.login)} for one in listed]}
    return render(request, "people/page.html", context)


def _slip(request: Any) -> HttpResponse:
    """A new start for somebody who forgot everything: an empty key, never the old one."""
    freshly_confirmed(request)
    try:
        joined = Person.objects.exclude(login=None)
        person = get_object_or_404(joined, id=request.POST.get("person"), is_active=True)
    except ValidationError:
        raise Http404 from None
    security.note(request.vault, person.id, "slip")
    link = reset_link(request, person)
    context = {"who": person.name, "link": link, "qr": qr(link, _("Scan this square"))}
    return render(request, "people/reset_slip.html", context)
