"""Each noun of the records as the file has it: in words, levels and days, under ids of the file."""

import uuid
from collections.abc import Callable
from typing import Any

from yonder.career import boundaries, checkins, notes, pivots, plans, pulse, skills, visions
from yonder.career import values as matters
from yonder.interchange import shapes
from yonder.interchange.taken import Taken
from yonder.vault.here import date_of
from yonder.vault.records import Entry


def _head(taken: Taken, entry: Entry, shown: tuple[str, ...]) -> dict[str, Any]:
    return {
        "id": taken.id(entry.origin),
        "written_on": date_of(entry.day),
        "written_by": taken.named(entry.by),
        "changed_by": taken.named(entry.last) if entry.last else None,
        "shown_to": list(shown),
    }


def _same(noun: Any, *left_away: str) -> dict[str, Any]:
    """The fields that are called the same in the record and in the file."""
    return {name: getattr(noun, name) for name in noun.__struct_fields__ if name not in left_away}


def _turns(taken: Taken) -> list[shapes.Turn]:
    found = taken.of_kind(pivots.KIND, pivots.Pivot)
    return [shapes.Turn(**_head(taken, one, shown), **_same(noun)) for one, shown, noun in found]


def _values(taken: Taken) -> list[shapes.Value]:
    return [
        shapes.Value(
            **_head(taken, one, shown),
            **_same(noun),
            turns=[end for end, _ in taken.rests_on(one, pivots.KIND)],
        )
        for one, shown, noun in taken.of_kind(matters.KIND, matters.Value)
    ]


def _visions(taken: Taken) -> list[shapes.Vision]:
    before = taken.of_kind(visions.EARLIER, visions.Earlier)
    return [
        shapes.Vision(
            **_head(taken, one, shown),
            **_same(noun),
            room=[
                shapes.Room(end, word)  # type: ignore[arg-type]
                for end, word in taken.rests_on(one, matters.KIND)
            ],
            earlier=[
                shapes.Earlier(date_of(entry.day), was.name, was.text)
                for entry, _, was in before
                if was.vision == one.origin
            ],
        )
        for one, shown, noun in taken.of_kind(visions.KIND, visions.Vision)
    ]


def _skills(taken: Taken) -> list[shapes.Skill]:
    return [
        shapes.Skill(
            **_head(taken, one, shown),
            **_same(noun, "own", "guide"),
            own=_level(noun.own),
            guide=_level(noun.guide),
            importance=[
                shapes.Weight(end, int(word)) for end, word in taken.rests_on(one, visions.KIND)
            ],
        )
        for one, shown, noun in taken.of_kind(skills.KIND, skills.Skill)
    ]


def _steps(taken: Taken) -> list[shapes.Step]:
    return [
        shapes.Step(
            **_head(taken, one, shown),
            # A new date leaves no name behind: the reason may be in the other one's words.
            **_same(noun, "by", *(["reason"] if taken.own_words else [])),
            by_when=date_of(noun.by) if noun.by else None,
            serves=[
                end for kind in (skills.KIND, visions.KIND) for end, _ in taken.rests_on(one, kind)
            ],
        )
        for one, shown, noun in taken.of_kind(plans.KIND, plans.Action)
    ]


def _plans(taken: Taken) -> list[shapes.Plan]:
    return [
        shapes.Plan(
            **_head(taken, one, shown),
            **_same(noun, "agreed"),
            agreed=[taken.named(person) for person in noun.agreed],
        )
        for one, shown, noun in taken.of_kind(plans.PLAN, plans.Plan)
    ]


def _checkins(taken: Taken) -> list[shapes.CheckIn]:
    return [
        shapes.CheckIn(**_head(taken, one, shown), held_on=date_of(noun.day), changed=noun.changed)
        for one, shown, noun in taken.of_kind(checkins.KIND, checkins.CheckIn)
    ]


def _plain(kind: str, stored: Any, shape: Any, *left_away: str) -> Callable[[Taken], list[Any]]:
    """For nouns that are in the file as they are in the record."""

    def listed(taken: Taken) -> list[Any]:
        return [
            shape(**_head(taken, one, shown), **_same(noun, *left_away))
            for one, shown, noun in taken.of_kind(kind, stored)
        ]

    return listed


def order(taken: Taken) -> list[uuid.UUID]:
    every = [noun.skills for _, _, noun in taken.of_kind(skills.ORDER, skills.Order)]
    ids = dict.fromkeys(one for row in every for one in row if one in taken.there)
    return [taken.id(one) for one in ids]


def _level(level: int) -> int | None:
    return None if level == skills.UNSAID else level


NOUNS: dict[str, Callable[[Taken], list[Any]]] = {
    "turns": _turns,
    "values": _values,
    "visions": _visions,
    "skills": _skills,
    "steps": _steps,
    "plans": _plans,
    "checkins": _checkins,
    "notes": _plain(notes.KIND, notes.Note, shapes.Note),
    "boundaries": _plain(boundaries.LEFT_OUT, boundaries.LeftOut, shapes.Boundary),
    "pulses": _plain(pulse.KIND, pulse.Pulse, shapes.Pulse, "circle"),
}
