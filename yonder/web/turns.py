"""Whom to offer which time: a small form for each one whose turn it is."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yonder.career import times
from yonder.career.times import Offer, offer_of
from yonder.career.upcoming import Turn, Week
from yonder.planning import shifts
from yonder.web.dates import FURTHEST
from yonder.web.wording import WordedForm


class TurnForm(WordedForm):
    """One person and the time to offer. `off` says: outside the shift, and the pay is settled."""

    chosen = forms.BooleanField(required=False)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    time = forms.TimeField(label=_("Time"), widget=forms.TimeInput(attrs={"type": "time"}))
    off = forms.BooleanField(required=False)

    def __init__(self, turn: Turn, minutes: int, now: datetime, data: Any = None):
        self.turn, self.minutes, self.now = turn, minutes, now
        local = timezone.localtime(turn.at)
        start = {"chosen": True, "day": local.date(), "time": f"{local:%H:%M}"}
        super().__init__(data, initial=start, prefix=str(turn.standing.person.id))
        for name in ("day", "time"):
            self.fields[name].error_messages["invalid"] = _("Write it like the example.")

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("chosen") and given.get("day") and given.get("time"):
            self._refuse_what_does_not_fit()
        return given

    def _refuse_what_does_not_fit(self) -> None:
        at, shift = self.at, self.turn.standing.person.shift
        off = shifts.outside(shift, at.hour * 60 + at.minute, self.minutes)
        if not self.now < at < self.now + FURTHEST:
            self.add_error("day", _("Choose a time that is still to come, within two years."))
        elif off and not self.cleaned_data["off"]:
            self.add_error("off", _("Outside the shift. Settle the pay, or pick another time."))

    @property
    def at(self) -> datetime:
        given = self.cleaned_data
        return timezone.make_aware(datetime.combine(given["day"], given["time"]))

    @property
    def offer(self) -> Offer:
        off = self.cleaned_data["off"]
        return offer_of(self.at, self.minutes, now=self.now, off_shift=off)


def meet(weeks: list[Week], wanted: list[Offer]) -> bool:
    """Do two of these times meet each other, or one that is set or offered?"""
    there = [(at, None) for week in weeks for _, at in week.set_days]
    there += [(offer.at, None) for week in weeks for _, offer in week.offered]
    every = [*there, *((one.at, one) for one in wanted)]
    return any(times.meets(at, one) for one in wanted for at, other in every if other is not one)
