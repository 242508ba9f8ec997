"""One long journey of two people, filled through the same verbs as real life."""

from itertools import product

from tests.cast import Somebody, write
from yonder.career import pivots, values, visions
from yonder.career.journeys import Journey
from yonder.career.pages import Pages, opener
from yonder.career.pivots import STAGES, Pivot
from yonder.career.record import insist
from yonder.career.visions import FOCUS, LITTLE, ROOM, Vision

ENTRIES = 120  # everything written, and every line that ties one thing to another
TURNS, OWN_TURNS, VALUES, PICTURES, OWN_PICTURES = 60, 15, 8, 5, 2
CHANGED = "We moved the bakery across the river, and I was the one who knew the ovens"
WHY = "Nobody else wanted the night shift, and I wanted to find out if I could do it alone."
BETTER = "I slept badly and learnt quickly. People began to ask me before they asked the boss."
MATTERS = "That I can see what my hands have made"
PICTURE = "A small place with my name on the door, four people, and bread that is sold by noon."
SENTENCE = "I would like to bake at night again, for a while at least."


def fill(journey: Journey, guide: Somebody, owner: Somebody) -> int:
    """A sentence of each, turns, values on their turns, pictures held against the values.

    Some of it only the owner can read. Gives the number of entries, which is ENTRIES.
    """
    for who in (guide, owner):
        write(who, journey, SENTENCE)
    return _count(insist(opener(owner.keyring, journey.circle), _write_everything))


def _write_everything(pages: Pages) -> None:
    for number in range(TURNS):
        turn = Pivot(f"{CHANGED} ({number})", WHY, BETTER, STAGES[number % len(STAGES)])
        pivots.write(pages, turn, only_me=number < OWN_TURNS)
    turns = [kept.id for kept in pivots.pivots(pages) if not kept.only_me]
    for number in range(VALUES):
        words, rests_on = f"{MATTERS} ({number})", turns[number::VALUES][:2]
        values.propose(pages, words, rests_on, only_me=False)
    for number in range(PICTURES):
        visions.add(pages, _picture(number), only_me=number < OWN_PICTURES)
    _answer(pages)


def _picture(number: int) -> Vision:
    focus = dict.fromkeys(FOCUS[:4], "somewhere near the river")
    return Vision(f"The place by the river ({number})", PICTURE, BETTER, focus)


def _answer(pages: Pages) -> None:
    """Is there room for this value in that picture? One answer after another, until it is full."""
    for picture, value in product(visions.visions(pages), values.values(pages)):
        if _count(pages) == ENTRIES:
            return
        visions.hold(pages, picture.id, value.id, LITTLE if picture.only_me else ROOM)


def _count(pages: Pages) -> int:
    return sum(len(record.circle.record.entries) for record in pages.records)
