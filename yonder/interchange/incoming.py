"""Each noun of a file as a record has it; see `outgoing` for the way back."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from yonder.career import boundaries, checkins, notes, pivots, plans, pulse, skills, visions
from yonder.career import values as matters
from yonder.interchange.shapes import CheckIn, Plan, Pulse, Skill, Step, Written
from yonder.vault.here import EPOCH

Person = Callable[[str], uuid.UUID]
KINDS = {
    "turns": pivots.KIND,
    "values": matters.KIND,
    "visions": visions.KIND,
    "skills": skills.KIND,
    "steps": plans.KIND,
    "plans": plans.PLAN,
    "checkins": checkins.KIND,
    "notes": notes.KIND,
    "boundaries": boundaries.LEFT_OUT,
    "pulses": pulse.KIND,
}
SHAPES: dict[str, type[msgspec.Struct]] = {
    "turns": pivots.Pivot,
    "values": matters.Value,
    "visions": visions.Vision,
    "notes": notes.Note,
    "boundaries": boundaries.LeftOut,
}


def day_of(written: date) -> int:
    """The day number the record counts with."""
    return (written - EPOCH).days


def noun_of(noun: str, entry: Written, origin: uuid.UUID, person: Person) -> msgspec.Struct:
    """What a record keeps of an entry of a file. `person` gives the id behind a first name."""
    match entry:
        case Skill():
            return _skill(entry)
        case Step():
            return _step(entry)
        case Plan():
            agreed = list(dict.fromkeys(person(name) for name in entry.agreed))
            return plans.Plan(entry.horizon, entry.weeks, agreed)
        case CheckIn():
            return checkins.CheckIn(day_of(entry.held_on), entry.changed)
        case Pulse():
            # Of no talk that is held here: the entry's own id is no circle's.
            return pulse.Pulse(origin, entry.talk, entry.first, entry.second)
    shape = SHAPES[noun]
    return shape(**_same(entry, shape))


def _skill(entry: Skill) -> skills.Skill:
    own, guide = (skills.UNSAID if one is None else one for one in (entry.own, entry.guide))
    return skills.Skill(entry.name, own, entry.asked, guide, entry.chosen)


def _step(entry: Step) -> plans.Action:
    by = day_of(entry.by_when) if entry.by_when else 0
    return plans.Action(**{**_same(entry, plans.Action), "by": by})


def _same(entry: Written, shape: type[msgspec.Struct]) -> dict[str, Any]:
    """The fields that are called the same in both."""
    names = set(shape.__struct_fields__) & set(entry.__struct_fields__)
    return {name: getattr(entry, name) for name in names}
