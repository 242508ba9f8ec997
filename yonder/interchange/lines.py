"""The line of what stands in a file: drawn and told like the one on the page."""

from collections.abc import Iterator
from uuid import UUID

from yonder.career.line import CONFIRMED, MAYBE
from yonder.career.plans import DONE, OFF
from yonder.career.values import ENOUGH_TURNS, PROPOSED
from yonder.career.visions import ROOM
from yonder.interchange.shapes import Value, Whole, Written
from yonder.planning.line import Line, Thing


def line_of(whole: Whole) -> Line:
    """Everything in its order, and what rests on what. As on the page: steps off the list are
    left away, and so is a value that a picture has little room for."""
    things = tuple(_things(whole))
    there = {thing.id for thing in things}
    tied = ((str(source), str(target)) for source, target in _ties(whole))
    return Line(things, tuple(tie for tie in tied if there.issuperset(tie)))


def _things(whole: Whole) -> Iterator[Thing]:
    found: list[tuple[Written, str, str, str]] = []
    found += [(one, "pivot", one.changed, "") for one in whole.turns]
    found += [(one, "value", one.words, _said(one)) for one in whole.values]
    found += [(one, "vision", one.name, "") for one in whole.visions]
    found += [(one, "skill", one.name, "") for one in whole.skills]
    found += [
        (one, "action", one.text, DONE if one.state == DONE else "")
        for one in whole.steps
        if one.state != OFF
    ]
    two = any(one.shown_to for one, *_ in found)
    for one, place, words, state in found:
        yield Thing(str(one.id), place, words, state, alone=two and not one.shown_to)


def _ties(whole: Whole) -> Iterator[tuple[UUID, UUID]]:
    yield from ((value.id, turn) for value in whole.values for turn in value.turns)
    for vision in whole.visions:
        yield from ((vision.id, held.value) for held in vision.room if held.answer == ROOM)
    for skill in whole.skills:
        yield from ((skill.id, weight.vision) for weight in skill.importance)
    yield from ((step.id, end) for step in whole.steps for end in step.serves)


def _said(value: Value) -> str:
    if value.state == PROPOSED:
        return PROPOSED
    return CONFIRMED if len(value.turns) >= ENOUGH_TURNS else MAYBE
