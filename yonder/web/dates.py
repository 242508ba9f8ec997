"""The one next day of a pair, set while both have a calendar at hand. What it is for is sealed."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yonder.career import settling
from yonder.career.journeys import Journey
from yonder.career.pages import Pages
from yonder.career.plans import plan
from yonder.career.record import insist
from yonder.career.talks import CHECK_IN, talk_of
from yonder.web import offers as offered_times
from yonder.web import trouble as troubles
from yonder.web.told import tell
from yonder.web.verbs import Place, Typed
from yonder.web.wording import WordedForm

NOUN = "day-new"
FURTHEST = timedelta(days=730)


class DayForm(WordedForm):
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    time = forms.TimeField(label=_("Time"), widget=forms.TimeInput(attrs={"type": "time"}))

    def __init__(self, *given: Any, **words: Any):
        super().__init__(*given, **words)
        for name in ("day", "time"):
            self.fields[name].error_messages["invalid"] = _("Write it like the example.")

    def clean_day(self) -> Any:
        day, today = self.cleaned_data["day"], timezone.localdate()
        if not today <= day <= today + FURTHEST:
            raise forms.ValidationError(_("Choose a day from today on, within two years."))
        return day

    @property
    def moment(self) -> datetime:
        given = self.cleaned_data
        return timezone.make_aware(datetime.combine(given["day"], given["time"]))


def set_day(request: Any, place: Place, found: Journey) -> HttpResponse | None:
    """The answer to `day`, `no-day`, `settle`, and to an offered time; None when another button was
    pressed."""
    verb = request.POST.get("verb")
    if answer := offered_times.answered(request, place, found):
        return answer
    if verb not in ("day", "no-day", "settle"):
        return None
    pages = place.read()
    if verb == "settle":
        insist(place.read, lambda pages: settling.settle(pages, request.vault.today()))
        tell(request, "settle")
    elif verb == "no-day":
        found.set_next(None, now=request.vault.clock())
    else:
        form = DayForm(request.POST)
        if not form.is_valid():
            return place.draw(pages, Typed(NOUN, form, troubles.refused_form(form)))
        found.set_next(form.moment, now=request.vault.clock())
        tell(request, "date")
    return redirect(place.here)


def _suggested(pages: Pages, found: Journey) -> DayForm:
    """The form for the next day; after a plan it begins with the pace the two have chosen."""
    start: dict[str, Any] = {}
    if talk_of(pages) == CHECK_IN:
        last = timezone.localtime(found.next_at) if found.next_at else timezone.localtime()
        start["day"] = (last + timedelta(weeks=plan(pages).weeks)).date()
        start["time"] = last.strftime("%H:%M") if found.next_at else ""
    return DayForm(initial=start, auto_id="day-%s")


def shown(request: Any, pages: Pages, found: Journey, typed: Typed) -> dict[str, Any]:
    """The day that is set, and the form to set one if it was asked for."""
    form = typed.form or _suggested(pages, found) if typed.name == NOUN else None
    return {
        "next": found.next_at,
        "struck": found.next_at is None and found.occasion is not None,
        "form": form,
        "times": offered_times.shown(request, pages, found),
        "may_settle": not pages.owns and not settling.was_settled(pages),
    }
