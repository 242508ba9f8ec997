"""What somebody can keep up: the questions before a calendar is drawn."""

import re
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yonder.career.calendars import Chosen
from yonder.interchange.busy_weeks import NoCalendar, TooMuchInIt, weeks_away
from yonder.planning.weeks import LEAST_MINUTES, MOST_MINUTES, WEEK, Pace, monday
from yonder.vault.here import EPOCH, date_of
from yonder.web.quiet import QUIET
from yonder.web.wording import WordedForm

MOST_PEOPLE, MOST_A_WEEK = 2000, 40
FURTHEST = timedelta(days=3650)
LONGEST_OFF = timedelta(days=731)
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
WEEKDAYS = [
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
]


class NoDay(ValueError):
    """A line that names no day, or too many of them."""


def number(label: Any, least: int, most: int, **words: Any) -> forms.IntegerField:
    faults = {
        "invalid": _("Write a whole number."),
        "min_value": _("At least %(limit_value)s."),
        "max_value": _("At most %(limit_value)s."),
    }
    attrs = {"inputmode": "numeric"}
    made = forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        widget=forms.NumberInput(attrs=attrs),
        **words,
    )
    made.error_messages |= faults
    return made


class PaceForm(WordedForm):
    people = number(_("How many people?"), 1, MOST_PEOPLE)
    per_week = number(
        _("Talks a week"), 1, MOST_A_WEEK, help_text=_("As many as you keep up in a bad week.")
    )
    minutes = number(_("Minutes a talk"), LEAST_MINUTES, MOST_MINUTES)
    start = forms.DateField(label=_("Begin on"), widget=forms.DateInput(attrs={"type": "date"}))
    weekday = forms.TypedChoiceField(
        label=_("Your usual day"), choices=list(enumerate(WEEKDAYS)), coerce=int
    )
    time = forms.TimeField(label=_("From"), widget=forms.TimeInput(attrs={"type": "time"}))
    off = forms.CharField(
        label=_("In which weeks are you away?"),
        help_text=_("One day or time on a line: 2027-02-15, or 2027-07-05 to 2027-07-23."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs=QUIET | {"rows": 2}),
    )
    busy = forms.FileField(
        label=_("Or take them out of a calendar file (.ics)"),
        help_text=_("It is read once and not kept. A week with four full days counts as away."),
        required=False,
    )

    def __init__(self, *given: Any, **words: Any):
        super().__init__(*given, **words)
        for name in ("start", "time"):
            self.fields[name].error_messages["invalid"] = _("Write it like the example.")

    def clean_start(self) -> date:
        day: date = self.cleaned_data["start"]
        if not timezone.localdate() - WEEK <= day <= timezone.localdate() + FURTHEST:
            raise forms.ValidationError(_("Choose a day from this week on, within ten years."))
        return day

    def clean_off(self) -> frozenset[date]:
        try:
            return weeks_in(self.cleaned_data["off"])
        except NoDay as line:
            fault = _("This line names no day: “%(line)s”.") % {"line": line}
            raise forms.ValidationError(fault) from None

    def clean(self) -> dict[str, Any]:
        """Weeks out of the file join the lines, so that the file is not needed again."""
        given = self.cleaned_data
        if given.get("busy") and "off" in given and given.get("start"):
            self._take_in(given["busy"].read(), given["start"])
        return given

    def _take_in(self, file: bytes, start: date) -> None:
        try:
            found = weeks_away(file, start, timezone.get_current_timezone())
        except NoCalendar:
            self.add_error("busy", _("This is no calendar file, or it breaks off."))
        except TooMuchInIt:
            self.add_error("busy", _("There is too much in this file. Write the weeks instead."))
        else:
            self.cleaned_data["off"] |= found
            typed = cast(QueryDict, self.data).copy()
            typed["off"] = lines_of(self.cleaned_data["off"])
            self.data = typed

    @property
    def pace(self) -> Pace:
        given = self.cleaned_data
        return Pace(given["per_week"], given["minutes"], monday(given["start"]), given["off"])

    def chosen(self, way: str, own: int) -> Chosen:
        """What is kept when somebody begins; as many people as are asked for, or all."""
        given, pace = self.cleaned_data, self.pace
        most = given["people"] if given["people"] < own else 0
        off = sorted((week - EPOCH).days for week in pace.off)
        begins, minute = (pace.first - EPOCH).days, given["time"].hour * 60 + given["time"].minute
        return Chosen(way, pace.per_week, pace.minutes, begins, off, given["weekday"], minute, most)


def weeks_in(text: str) -> frozenset[date]:
    """The Mondays of all weeks that the lines name. Raises `NoDay` with the line."""
    found: set[date] = set()
    for line in filter(None, map(str.strip, text.splitlines())):
        days = _days(line)
        if not 1 <= len(days) <= 2 or not timedelta() <= days[-1] - days[0] <= LONGEST_OFF:
            raise NoDay(line[:40])
        first = monday(days[0])
        # Counted from the first one: there is no week after the last one of all.
        found |= {first + week * WEEK for week in range((days[-1] - first) // WEEK + 1)}
    return frozenset(found)


def lines_of(weeks: frozenset[date]) -> str:
    """The same weeks as lines to read and change: neighbours are one line."""
    lines: list[list[date]] = []
    for week in sorted(weeks):
        if lines and lines[-1][1] + timedelta(days=3) == week:
            lines[-1][1] = week + timedelta(days=4)
        else:
            lines.append([week, week + timedelta(days=4)])
    return "\n".join(_("%(first)s to %(last)s") % {"first": a, "last": b} for a, b in lines)


def initial(own: int, today: date, kept: Chosen | None) -> dict[str, Any]:
    """What stands in the form before anybody has typed."""
    if kept:
        off = frozenset(date_of(day) for day in kept.off)
        start = max(date_of(kept.first), monday(today))
        time = f"{kept.minute // 60:02}:{kept.minute % 60:02}"
        typed = {"people": kept.most or own, "per_week": kept.per_week, "minutes": kept.minutes}
        return typed | {"start": start, "weekday": kept.weekday, "time": time, "off": lines_of(off)}
    return {
        "people": own or "",
        "per_week": 2 if own > 12 else 1,
        "minutes": 60,
        "start": monday(today) + WEEK,
        "weekday": 1,
        "time": "10:00",
    }


def _days(line: str) -> list[date]:
    try:
        return [_day(found) for found in DAY.finditer(line)]
    except ValueError:
        raise NoDay(line[:40]) from None


def _day(found: re.Match[str]) -> date:
    if found[1]:
        return date(int(found[1]), int(found[2]), int(found[3]))
    return date(int(found[6]), int(found[5]), int(found[4]))
