"""The planner: every way to get to everyone, drawn before anything begins; then the running one."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import dateformat, timezone
from django.utils.translation import gettext as _g
from django.views.decorators.http import require_http_methods

from yonder.career.calendars import Chosen, chosen
from yonder.career.people import Person
from yonder.career.record import open_private
from yonder.planning.weeks import NoWeekLeft
from yonder.web import trouble as troubles
from yonder.web.pace import PaceForm, initial
from yonder.web.trouble import Trouble
from yonder.web.unlocking import keyring_of
from yonder.web.ways import hours, in_words, ways

MIDWEEK = timedelta(days=3)  # a week belongs to the month of its Thursday


@require_http_methods(["GET", "POST"])
def planner(request: Any) -> HttpResponse:
    kept = chosen(open_private(keyring_of(request)))
    own = own_people(request.user)
    if request.method == "POST":
        form = PaceForm(request.POST, request.FILES)
    else:
        form = PaceForm(initial(own, timezone.localdate(), kept) if own else None)
    return _looked(request, form, own, kept)


def own_people(me: Person) -> int:
    """How many people this person could listen to without inviting strangers."""
    return me.reports.filter(is_active=True).count()


def _looked(request: Any, form: PaceForm, own: int, kept: Chosen | None) -> HttpResponse:
    """Every calendar for what was typed. Nothing is stored by looking."""
    trouble: Trouble | None = None
    drawn = []
    if form.is_valid():
        try:
            drawn = ways(form.cleaned_data["people"], form.pace)
        except NoWeekLeft:
            trouble = troubles.fifty_years()
    elif form.is_bound:
        trouble = troubles.refused_form(form)
    context = {
        "form": form,
        "ways": drawn,
        "own": own,
        "trouble": trouble,
        "in_words": in_words,
        "months": _months,
        "check_ins": hours(round(form.cleaned_data["people"] * 60 / 52)) if drawn else "",
    }
    return render(request, "planner/page.html", context)


def _months(day: date, other: date | None) -> str:
    """The month under a column; two of them where its rows are halves of a year."""
    middle = day + MIDWEEK
    if other is None:
        return dateformat.format(middle, "F")
    words = {"one": dateformat.format(middle, "M"), "other": dateformat.format(other, "M")}
    return _g("%(one)s or %(other)s") % words
