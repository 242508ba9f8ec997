"""Who is here, for people operations and the people who run the server. Nobody's talks."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yonder.career.leading import InACircle, lead
from yonder.career.leaving import set_day
from yonder.career.people import NobodyLeft, Person, add_person, give_role
from yonder.vault import security
from yonder.web import trouble_with_people
from yonder.web.accounts import qr
from yonder.web.leaving import LeavingForm, asked_about_today, today_of, until
from yonder.web.mail import tell_of_leaving
from yonder.web.people_forms import AddForm, PlaceForm
from yonder.web.resets import reset_link
from yonder.web.told import tell
from yonder.web.trouble import Trouble, refused_form
from yonder.web.unlocking import freshly_confirmed

SHOWN = 60  # at once: the page costs the same with sixty people and with a million


@require_http_methods(["GET", "POST"])
def people(request: Any) -> HttpResponse:
    if not request.user.administers:
        raise Http404
    verbs = {"reset": _slip, "roles": _roles, "lead": _lead, "leaves": _leaves}
    verbs |= {"add": _add, "place": _place}
    verb = verbs.get(request.POST.get("verb", ""))
    return verb(request) if verb else _page(request)


def _page(
    request: Any, trouble: Trouble | None = None, typed: dict[Any, Any] | None = None
) -> HttpResponse:
    """`typed`: forms that were refused, each under the id of the person it is about."""
    named = request.GET.get("name", "").replace("\x00", "").strip()  # PostgreSQL takes no zeros
    listed, typed = _found(named), typed or {}
    context = {
        "people": [_listed(one, typed.get(one.id), today_of(request)) for one in listed[:SHOWN]],
        "new": typed.get(None) or AddForm(None, auto_id="new-%s"),
        "more": len(listed) > SHOWN,
        "named": named,
        "gives_roles": request.user.runs_server,
        "trouble": trouble,
    }
    return render(request, "people/page.html", context)


def _found(named: str) -> list[Person]:
    """Who has this number, and then those whose names begin like this."""
    active = Person.objects.filter(is_active=True).select_related("manager")
    if not named:
        return list(active[: SHOWN + 1])
    numbered = list(active.filter(number=named))
    others = Person.objects.beginning(named).filter(is_active=True).select_related("manager")
    begun = [one for one in others[: SHOWN + 1] if one not in numbered]
    return numbered + begun


def _listed(person: Person, typed: Any, today: date) -> dict[str, Any]:
    words = {"auto_id": f"{person.id}-%s"}
    leaving = LeavingForm(None, today, initial={"day": person.leaves_on}, **words)
    worn = {name: getattr(person, name) for name in ("number", "unit", "shift")}
    placed = PlaceForm(None, person, initial=worn, **words)
    return {
        "person": person,
        "joined": bool(person.login),
        "form": typed if isinstance(typed, LeavingForm) else leaving,
        "place": typed if isinstance(typed, PlaceForm) else placed,
    }


def _slip(request: Any) -> HttpResponse:
    """A new start for somebody who forgot everything: an empty key, never the old one."""
    freshly_confirmed(request)
    person = _named(request)
    security.note(request.vault, person.id, "slip")
    link = reset_link(request, person)
    context = {
        "who": person.name,
        "link": link,
        "qr": qr(link, _("Scan this square")),
        "only_here": settings.LOOPBACK_ONLY,
    }
    return render(request, "people/reset_slip.html", context)


def _roles(request: Any) -> HttpResponse:
    """Who sees this page. A role opens nobody's talks, not even for the one who gives it."""
    freshly_confirmed(request)
    if not request.user.runs_server:
        raise Http404
    given = {name: name in request.POST for name in ("people_operations", "runs_server")}
    try:
        give_role(_named(request), **given)
    except NobodyLeft:
        return _page(request, trouble_with_people.nobody_left())
    tell(request, "saved")
    return redirect(request.get_full_path())  # with the search that was open


def _lead(request: Any) -> HttpResponse:
    """Who leads somebody from now on. It moves no talk; the person is asked what to carry."""
    freshly_confirmed(request)
    typed = request.POST.get("leader", "").replace("\x00", "")
    leader = Person.objects.meant(typed) if typed.strip() else None
    if typed.strip() and leader is None:
        return _page(request, trouble_with_people.nobody_called(typed.strip()))
    try:
        lead(_named(request, joined=False), leader)
    except InACircle:
        return _page(request, trouble_with_people.leads_in_a_circle())
    tell(request, "saved")
    return redirect(request.get_full_path())


def _add(request: Any) -> HttpResponse:
    """Somebody new, as a row and no more: they join by an invitation."""
    freshly_confirmed(request)
    form = AddForm(request.POST, auto_id="new-%s")
    if not form.is_valid():
        return _page(request, refused_form(form), {None: form})
    add_person(**form.cleaned_data)
    tell(request, "saved")
    return redirect(request.get_full_path())


def _place(request: Any) -> HttpResponse:
    """Somebody's number, unit and shift."""
    freshly_confirmed(request)
    person = _named(request, joined=False)
    form = PlaceForm(request.POST, person, auto_id=f"{person.id}-%s")
    if not form.is_valid():
        return _page(request, refused_form(form), {person.id: form})
    for name, value in form.cleaned_data.items():
        setattr(person, name, value)
    person.save(update_fields=list(form.cleaned_data))
    tell(request, "saved")
    return redirect(request.get_full_path())


def _leaves(request: Any) -> HttpResponse:
    """Somebody's last day. It takes nothing away before that day, and can be taken back."""
    freshly_confirmed(request)
    person, today = _named(request), today_of(request)
    form = LeavingForm(request.POST, today)
    if not form.is_valid():
        return _page(request, refused_form(form), {person.id: form})
    if form.asks:
        return asked_about_today(request, person)
    try:
        set_day(person, form.cleaned_data["day"], on=today)
    except NobodyLeft:
        return _page(request, trouble_with_people.nobody_left())
    tell(request, "saved")
    if person.leaves_on:
        tell_of_leaving(person, until(person, today))
    return redirect(request.get_full_path())


def _named(request: Any, *, joined: bool = True) -> Person:
    people = Person.objects.exclude(login=None) if joined else Person.objects.all()
    try:
        return get_object_or_404(people, id=request.POST.get("person"), is_active=True)
    except ValidationError:
        raise Http404 from None
