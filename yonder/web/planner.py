"""The planner: every way to get to everyone, drawn before anything begins."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import dateformat, timezone
from django.utils.translation import gettext as _g
from django.views.decorators.http import require_http_methods

from yonder.career import calendars
from yonder.career.calendars import Chosen
from yonder.career.journeys import Journey
from yonder.career.pages import opener
from yonder.career.people import Person
from yonder.career.record import insist, open_private
from yonder.planning.tiers import FAN_OUT
from yonder.planning.ways import CASCADE, WAYS
from yonder.planning.weeks import NoWeekLeft
from yonder.web import running, trouble_with_times
from yonder.web import trouble as troubles
from yonder.web.pace import PaceForm, initial
from yonder.web.trouble import Trouble
from yonder.web.unlocking import keyring_of
from yonder.web.verbs import said
from yonder.web.ways import Way, hours, in_words, ways

MIDWEEK = timedelta(days=3)  # a week belongs to the month of its Thursday


@require_http_methods(["GET", "POST"])
def planner(request: Any) -> HttpResponse:
    kept = calendars.chosen(open_private(keyring_of(request)))
    verb, data = said(request.POST)
    if verb in ("look", "begin"):
        way = data.get("entry", "") if verb == "begin" else ""
        return _looked(request, PaceForm(data, request.FILES), kept, way)
    if kept:
        return running.answered(request, kept, verb, data)
    own = own_people(request.user)
    start = initial(own, timezone.localdate(), None)
    # Somebody who leads people sees their calendars at once; anybody else says how many first.
    form = PaceForm(start | {"off": ""} if own else None, initial=start)
    return _looked(request, form, None, "")


def own_people(me: Person) -> int:
    """How many people report to this person, or are listened to already."""
    led = me.reports.filter(is_active=True, leaves_on=None)
    others = Journey.objects.of(me).filter(guide=me).exclude(owner__in=led)
    return led.count() + others.count()


def _looked(request: Any, form: PaceForm, kept: Chosen | None, way: str) -> HttpResponse:
    """Every calendar for what was typed. Nothing is stored by looking; `way` is one to begin."""
    drawn, trouble = _drawn(form)
    own = own_people(request.user)
    if drawn and own and way in WAYS:
        return _begun(request, form, way, own)
    context = {
        "form": form,
        "ways": drawn,
        "own": own,
        "kept": kept,
        "trouble": trouble,
        "in_words": in_words,
        "months": _months,
        "check_ins": hours(round(form.cleaned_data["people"] * 60 / 52)) if drawn else "",
    }
    return render(request, "planner/page.html", context)


def _drawn(form: PaceForm) -> tuple[list[Way], Trouble | None]:
    if not form.is_valid():
        return [], troubles.refused_form(form) if form.is_bound else None
    try:
        return ways(form.cleaned_data["people"], form.pace), None
    except NoWeekLeft:
        return [], trouble_with_times.fifty_years()


def _begun(request: Any, form: PaceForm, way: str, own: int) -> HttpResponse:
    """From here on it is kept, in the guide's own record alone."""
    fresh = form.chosen(way, own)
    if way == CASCADE:
        fresh.most = min(FAN_OUT, own)
    insist(opener(keyring_of(request)), lambda pages: calendars.choose(pages, fresh))
    return redirect("planner")


def _months(day: date, other: date | None) -> str:
    """The month under a column; two of them where its rows are halves of a year."""
    middle = day + MIDWEEK
    if other is None:
        return dateformat.format(middle, "F")
    words = {"one": dateformat.format(middle, "M"), "other": dateformat.format(other, "M")}
    return _g("%(one)s or %(other)s") % words
