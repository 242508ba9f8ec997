"""The calendars side by side, each with its picture and what it takes, in words (words.md 9.1)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from yonder.planning.calendars import HALF_A_YEAR, YEAR, Calendar, calendar
from yonder.planning.tiers import Tier, spread
from yonder.planning.ways import CASCADE, FULL, VISIONS_FIRST, VISIONS_PLAN, WAYS, usual
from yonder.planning.weeks import WEEK, NoWeekLeft, Pace
from yonder.planning.years import NARROW, Picture, drawn

FRIDAY = timedelta(days=4)
FEW = 5  # people; nobody needs five listeners for five
NAMES: dict[str, Promise] = {
    FULL: _("All three talks"),
    VISIONS_FIRST: _("Visions first, the life story last"),
    VISIONS_PLAN: _("Visions and plan"),
    CASCADE: _("Five who listen to five"),
}
NUMBERS = (
    _("no"),
    _("one"),
    _("two"),
    _("three"),
    _("four"),
    _("five"),
    _("six"),
    _("seven"),
    _("eight"),
    _("nine"),
    _("ten"),
)


@dataclass(frozen=True)
class Way:
    """One calendar as the page shows it. `broad` and `narrow` are its pictures."""

    made: Calendar
    pace: Pace
    broad: Picture
    narrow: Picture
    tiers: tuple[Tier, ...]
    weeks: int  # of the year, weeks off included

    @property
    def key(self) -> str:
        return self.made.way

    @property
    def name(self) -> Promise:
        return NAMES[self.key]

    @property
    def until(self) -> date:
        return self.made.finish + FRIDAY

    @property
    def in_all(self) -> str:
        """From the first talk to the last."""
        return span(self.weeks)

    @property
    def plans(self) -> tuple[str, int]:
        """After how long how many have a plan: a year, or half of all if it takes no two."""
        after = YEAR if self.weeks > YEAR + HALF_A_YEAR else max(1, self.weeks // 2)
        return span(after), self.made.plans_by(after)

    @property
    def waits(self) -> str:
        """How long the last one waits for the first talk; empty where that is not worth a word."""
        weeks = (self.made.last_begins - self.pace.first) // WEEK
        return span(weeks) if weeks > HALF_A_YEAR else ""

    @property
    def hours(self) -> str:
        """The hours of a week that this takes."""
        return hours(self.pace.per_week * self.pace.minutes)

    @property
    def slower(self) -> date | None:
        """Until when it takes at one talk a week."""
        if self.pace.per_week == 1:
            return None
        return _finish(self.key, self.made.people, replace(self.pace, per_week=1))

    @property
    def stories(self) -> str:
        """After how long everybody would have told a story, and nobody have a plan."""
        return span(-(-self.made.people // self.pace.per_week))


def ways(people: int, pace: Pace) -> list[Way]:
    """Every way for so many people, the usual one first."""
    first = usual(people)
    wanted = [first, *(one for one in reversed(WAYS) if one != first)]
    return [_way(one, people, pace) for one in wanted if one != CASCADE or people > FEW]


def _way(key: str, people: int, pace: Pace) -> Way:
    made = calendar(key, people, pace)
    weeks = (made.finish - pace.first) // WEEK + 1
    tiers = spread(people) if key == CASCADE else ()
    return Way(made, pace, drawn(made, pace), drawn(made, pace, NARROW), tiers, weeks)


def _finish(key: str, people: int, pace: Pace) -> date | None:
    try:
        return calendar(key, people, pace).finish + FRIDAY
    except NoWeekLeft:
        return None


def hours(minutes: int) -> str:
    """So many minutes of a week, in words."""
    if minutes < 60:
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
    if minutes % 60:
        return _g("%(n)s hours") % {"n": formats.number_format(round(minutes / 60, 1))}
    whole = minutes // 60
    return ngettext("%(n)s hour", "%(n)s hours", whole) % {"n": in_words(whole)}


def in_words(count: int) -> str:
    """Small numbers as words: "two a week"."""
    return str(NUMBERS[count]) if count < len(NUMBERS) else str(count)


def span(weeks: int) -> str:
    """How long that is, as people say it."""
    months = round(weeks * 12 / 52.18)
    if weeks < 9:
        return ngettext("%(n)s week", "%(n)s weeks", weeks) % {"n": weeks}
    if weeks == HALF_A_YEAR:
        return _g("half a year")
    if months < 12:
        return ngettext("%(n)s month", "%(n)s months", months) % {"n": months}
    years, rest = divmod(round(months / 3) * 3, 12)
    words = {"n": years, "months": rest}
    if rest:
        one, more = "%(n)s year and %(months)s months", "%(n)s years and %(months)s months"
        return ngettext(one, more, years) % words
    return ngettext("%(n)s year", "%(n)s years", years) % words
