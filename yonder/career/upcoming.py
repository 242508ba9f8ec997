"""This week and the next ones of somebody who listens to many: what is set, what is offered, what
is free, and who could be offered which time next."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from yonder.career.calendars import Chosen
from yonder.career.standings import Standing, walkers
from yonder.career.times import Offer
from yonder.planning import shifts
from yonder.planning.schedule import Schedule, schedule
from yonder.planning.weeks import WEEK, monday
from yonder.vault.here import date_of

AHEAD, FURTHEST = 3, 12  # weeks that are shown; more of them when these are nearly full
NOTICE = timedelta(hours=20)  # nobody is offered a time that is nearer


@dataclass(frozen=True)
class Turn:
    """Whom to offer which time. `outside`: it is not in this person's shift."""

    standing: Standing
    at: datetime
    outside: bool


@dataclass
class Week:
    """`first` is its Monday. `off`: the guide is away."""

    first: date
    off: bool
    set_days: list[tuple[Standing, datetime]] = field(default_factory=list)
    offered: list[tuple[Standing, Offer]] = field(default_factory=list)
    free: list[Offer] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)

    def busy(self, at: datetime, length: timedelta) -> bool:
        """Is something set or offered at that time, or just about to be offered?"""
        begins = [moment for _, moment in self.set_days]
        begins += [one.at for _, one in self.offered] + [one.at for one in self.turns]
        return any(at - length < one < at + length for one in begins)


@dataclass(frozen=True)
class Ahead:
    """`rest` is the calendar of all that is still to come, from this week on."""

    weeks: list[Week]
    rest: Schedule


def ahead(every: list[Standing], kept: Chosen, now: datetime, zone: ZoneInfo) -> Ahead:
    """What comes next, for the people of `standings`. Nothing is written."""
    today = now.astimezone(zone).date()
    pace = kept.pace_from(today)
    rest = schedule(walkers(every, kept, now, zone), pace)
    first, weeks = max(monday(today), pace.first), list[Week]()
    waiting = _waiting(every, kept, rest, now)
    while len(weeks) < AHEAD or (waiting and len(weeks) < FURTHEST and _few(weeks, kept)):
        day = first + len(weeks) * WEEK
        weeks.append(Week(day, day in pace.off))
        _fill(weeks[-1], every, now, zone)
        _give_turns(weeks[-1], waiting, kept, now, zone)
    return Ahead(weeks, rest)


def _few(weeks: list[Week], kept: Chosen) -> bool:
    """Are fewer people's turns in these weeks than a week has room for?"""
    return sum(len(week.turns) for week in weeks) < kept.per_week


def _waiting(every: list[Standing], kept: Chosen, rest: Schedule, now: datetime) -> list[Standing]:
    """Who may be asked, in the order in which the calendar has them."""
    by_key = {str(one.person.id): one for one in every}
    keys = dict.fromkeys(one.key for one in rest.sittings)
    return [by_key[key] for key in keys if by_key[key].may_be_asked(kept.way, now)]


def _fill(week: Week, every: list[Standing], now: datetime, zone: ZoneInfo) -> None:
    def here(at: datetime) -> bool:
        return monday(at.astimezone(zone).date()) == week.first

    for one in every:
        if (day := one.day(now)) and here(day):
            week.set_days.append((one, day))
        week.offered += [(one, offer) for offer in one.offered(now) if here(offer.at)]
    lapsed = [offer for one in every for offer in one.lapsed(now) if here(offer.at)]
    week.free = [one for one in lapsed if not week.busy(one.at, one.length)]
    week.set_days.sort(key=lambda one: one[1])
    week.offered.sort(key=lambda one: one[1].at)


def _give_turns(
    week: Week, waiting: list[Standing], kept: Chosen, now: datetime, zone: ZoneInfo
) -> None:
    """Each free slot to the first one who may be asked; a person once."""
    taken = len(week.set_days) + len(week.offered)
    room = 0 if week.off else max(0, kept.per_week - taken)
    for one in [one for one in waiting if _rested(one, week)][:room]:
        if turn := _turn(week, one, kept, now, zone):
            week.turns.append(turn)
            waiting.remove(one)


def _rested(one: Standing, week: Week) -> bool:
    held = one.face.held_on if one.face else 0
    return not held or monday(date_of(held)) < week.first


def _turn(week: Week, one: Standing, kept: Chosen, now: datetime, zone: ZoneInfo) -> Turn | None:
    """The first usual time of this week that is free, on the usual day or one after it."""
    length = timedelta(minutes=kept.minutes)
    for later in range(7 - kept.weekday):
        for slot in range(kept.per_week):
            usual = kept.usual(week.first + timedelta(days=later), slot, zone)
            minute = shifts.within(one.person.shift, _minute(usual), kept.minutes)
            at = usual.replace(hour=minute // 60, minute=minute % 60)
            if at > now + NOTICE and not week.busy(at, length):
                return Turn(one, at, shifts.outside(one.person.shift, minute, kept.minutes))
    return None


def _minute(at: datetime) -> int:
    return at.hour * 60 + at.minute
