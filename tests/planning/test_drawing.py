"""The line as a picture: always the same, never a word over another, small enough to send."""

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.lines import line, lines
from yonder.planning.drawing import Drawing, drawing
from yonder.planning.landscape import LETTER, WIDTH, Spot
from yonder.planning.line import Line, way

FEW, ORDINARY, MANY = line(1, 1, 1, 1, 1), line(6, 5, 3, 7, 8), line(30, 8, 5, 40, 60)


def spots(drawn: Drawing) -> list[Spot]:
    return [spot for _, row in drawn.places for spot in row]


def meet(one: Spot, other: Spot) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def lit_by(whole: Line, number: int) -> frozenset[str]:
    return way(whole, whole.things[number % len(whole.things)].id) if whole.things else frozenset()


@settings(deadline=None)
@given(lines(), st.integers(0, 200))
def test_no_words_stand_over_other_words(whole: Line, number: int) -> None:
    found = spots(drawing(whole, lit_by(whole, number)))
    assert not [
        (one.words, other.words) for one, other in combinations(found, 2) if meet(one, other)
    ]


@settings(deadline=None)
@given(lines(), st.integers(0, 200), st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_handed_over_changes_nothing(
    whole: Line, number: int, chance: Random
) -> None:
    """Only turns and steps keep an order, and that is their time."""
    in_time = {
        place: [t for t in whole.things if t.place == place] for place in ("pivot", "action")
    }
    between = [t for t in whole.things if t.place not in in_time]
    chance.shuffle(between)
    ties = list(whole.ties)
    chance.shuffle(ties)
    shuffled = Line((*in_time["action"], *between, *in_time["pivot"]), tuple(ties))
    lit = lit_by(whole, number)
    assert drawing(shuffled, lit) == drawing(whole, lit)


@settings(deadline=None)
@given(lines(), st.integers(0, 200))
def test_everything_stands_on_the_sheet_and_above_the_ground(whole: Line, number: int) -> None:
    drawn = drawing(whole, lit_by(whole, number))
    for spot in spots(drawn):
        assert drawn.left <= spot.left
        assert spot.left + spot.width <= drawn.left + drawn.width
        assert spot.top >= 0
        assert spot.top + spot.height <= drawn.ground


def test_a_crowded_place_keeps_the_words_of_the_chosen_way_alone() -> None:
    lit = way(MANY, "action-7")
    for spot in spots(drawing(MANY, lit)):
        place = [one for one in MANY.things if one.place == spot.thing.place]
        assert bool(spot.words) == (len(place) <= 12 or spot.thing.id in lit)


def test_a_line_without_a_life_story_is_whole_without_an_empty_half() -> None:
    drawn = drawing(line(0, 0, 2, 3, 4))
    assert drawn.left > 0
    assert drawn.left + drawn.width == WIDTH
    assert len(drawn.hills) == 2


def test_a_line_with_five_things_is_one_mountain_with_one_way_over_it() -> None:
    drawn = drawing(FEW, way(FEW, "action-0"))
    assert len(drawn.hills) == 1
    assert [place for place, _ in drawn.cores] == ["pivot", "value", "vision", "skill"]


def test_letters_are_never_smaller_than_thirteen_pixels() -> None:
    """The drawing is shown from 66rem on; its sheet of 1120 units is then 1056 pixels wide."""
    assert LETTER * 1056 / WIDTH >= 13
    assert 15 * 1056 / WIDTH >= 13


@pytest.mark.parametrize("whole", [FEW, ORDINARY, MANY])
def test_one_word_changed_moves_no_thread_to_another_place(whole: Line) -> None:
    last = whole.things[-1]
    changed = replace(whole, things=(*whole.things[:-1], replace(last, words=last.words[:9])))
    ends = [thread.place for thread in drawing(whole).threads]
    assert [thread.place for thread in drawing(changed).threads] == ends
