"""The line: action ← skill ← vision ← value ← pivot, out of what this person can read here."""

from typing import Any

from yonder.career import ties
from yonder.career.pages import Kept, Pages
from yonder.career.pivots import pivots
from yonder.career.plans import DONE, OFF, actions
from yonder.career.skills import skills
from yonder.career.values import PROPOSED, turns_of, values
from yonder.career.visions import LITTLE, UNSURE, visions
from yonder.planning.line import Line, Thing

MAYBE, CONFIRMED = "maybe", "confirmed"


def line_of(pages: Pages) -> Line:
    """Everything in the order it was put, and what rests on what. Steps off the list are left
    away, and so is a value that a picture has little room for: that is a question, no reason."""
    things, origins = [], {}
    for thing, kept in _things(pages):
        things.append(thing)
        origins[kept.origin] = thing.id
    tied = [
        (origins[source], origins[target])
        for source, row in ties.ties(pages).items()
        for target, word in row.items()
        if source in origins and target in origins and _counts(word)
    ]
    return Line(tuple(things), tuple(tied))


def _counts(word: str) -> bool:
    """A weak reason is none: little room, not needed. "It helps" is one."""
    return word not in (LITTLE, UNSURE, "0")


def _things(pages: Pages) -> list[tuple[Thing, Kept[Any]]]:
    turns = turns_of(pages)
    found: list[tuple[str, str, str, Kept[Any]]] = []
    found += [("pivot", kept.noun.changed, "", kept) for kept in pivots(pages)]
    found += [
        ("value", kept.noun.words, _said(kept, len(turns[kept.origin])), kept)
        for kept in values(pages)
    ]
    found += [("vision", kept.noun.name, "", kept) for kept in visions(pages)]
    found += [("skill", kept.noun.name, "", kept) for kept in skills(pages)]
    found += [
        ("action", kept.noun.text, DONE if kept.noun.state == DONE else "", kept)
        for kept in actions(pages)
        if kept.noun.state != OFF
    ]
    two = pages.shared is not None
    return [
        (Thing(str(kept.id), place, words, state, alone=two and kept.only_me), kept)
        for place, words, state, kept in found
    ]


def _said(value: Kept[Any], turns: int) -> str:
    if value.noun.state == PROPOSED:
        return PROPOSED
    return CONFIRMED if turns > 1 else MAYBE
