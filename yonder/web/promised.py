"""Open steps at a glance, out of faces alone: what I promised, and what was promised to me."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yonder.career.faces import Step
from yonder.career.journeys import Journey
from yonder.career.pairings import Glance
from yonder.career.people import Person
from yonder.career.team import Member
from yonder.vault.here import date_of


@dataclass(frozen=True)
class Promise:
    """A step in a list. Only a guide's own can be late: nothing is asked of an owner."""

    journey: UUID
    name: str
    text: str
    day: date
    late: bool


Begun = dict[Journey, Glance]


def guides(members: Iterable[Member], today: int) -> list[Promise]:
    """What the guide of a team has promised, by its date."""
    theirs = [
        _promise(one.journey, one.name, step, today)
        for one in members
        if one.journey and one.face
        for step in one.face.steps
        if step.who == "guide"
    ]
    return _by_date(theirs)


def promised(begun: Begun, me: Person, today: int) -> list[Promise]:
    """My own open steps, by their date, each with the name of the other one."""
    mine = [(journey, step) for journey, step in _steps(begun) if _whose(journey, step) == me]
    return _by_date(
        [_promise(journey.id, journey.other(me).name, step, today) for journey, step in mine]
    )


def promised_to_me(begun: Begun, me: Person, today: int) -> list[Promise]:
    """What the ones who listen to me have promised, by its date."""
    theirs = [
        _promise(journey.id, journey.guide.name, step, today)
        for journey, step in _steps(begun)
        if journey.owner == me and step.who == "guide"
    ]
    return _by_date(theirs)


def next_day(begun: Begun, me: Person, today: int) -> date | None:
    """The first day after today for which I have promised a step myself."""
    days = [step.by for journey, step in _steps(begun) if _whose(journey, step) == me]
    return min((date_of(day) for day in days if day > today), default=None)


def _steps(begun: Begun) -> list[tuple[Journey, Step]]:
    return [(journey, step) for journey, seen in begun.items() for step in seen.steps]


def _whose(journey: Journey, step: Step) -> Person:
    return journey.owner if step.who == "owner" else journey.guide


def _promise(journey: UUID, name: str, step: Step, today: int) -> Promise:
    late = step.who == "guide" and step.by < today
    return Promise(journey, name, step.text, date_of(step.by), late)


def _by_date(steps: list[Promise]) -> list[Promise]:
    return sorted(steps, key=lambda one: one.day)
