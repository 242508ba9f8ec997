"""The line as a picture: always the same, never a word over another, small enough to send."""

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.lines import line, lines, name
from yonder.planning import tall
from yonder.planning.drawing import Drawing, drawing
from yonder.planning.landscape import WIDTH
from yonder.planning.line import Line, way
from yonder.planning.spots import LETTER, NOTE, Spot

FEW, ORDINARY, MANY = line(1, 1, 1, 1, 1), line(6, 5, 3, 7, 8), line(30, 8, 5, 40, 60)


def spots(drawn: Drawing) -> list[Spot]:
    return [spot for place in drawn.places for box in place.boxes for spot in box.spots]


def parts(drawn: Drawing) -> list[Spot]:
    """Those of the tall drawing, if there is one."""
    return [spot for part in drawn.tall.parts for spot in part.spots] if drawn.tall else []


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
    drawn = drawing(whole, lit_by(whole, number))
    for found in (spots(drawn), parts(drawn)):
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
    for spot in parts(drawn):
        assert spot.left + spot.width <= tall.WIDTH
        assert spot.height >= tall.TARGET


def test_a_crowded_place_keeps_the_words_of_the_chosen_way_alone() -> None:
    lit = way(MANY, name("action", 7))
    for place in drawing(MANY, lit).places:
        found = [spot for box in place.boxes for spot in box.spots]
        on = [spot for spot in found if spot.thing.id in lit]
        assert all(spot.words for spot in found)
        if len(found) <= 12 or len(on) > 12:
            assert len({spot.tick for spot in found}) == 1
        else:
            assert [spot for spot in found if not spot.tick] == on


def test_a_way_that_is_a_crowd_itself_stays_on_the_sheet() -> None:
    """What matters to somebody may carry fifty steps: they light up without their words."""
    highest = drawing(MANY, way(MANY, name("action", 7))).ground
    for one in MANY.things:
        drawn = drawing(MANY, way(MANY, one.id))
        assert drawn.ground <= highest * 1.6, one
        assert not [spot for spot in spots(drawn) if spot.tick and spot.thing.id == one.id]


def test_lit_ticks_are_drawn_apart() -> None:
    lit = way(MANY, name("value", 1))
    skills = next(place for place in drawing(MANY, lit).places if place.name == "skill")
    assert skills.lit_ticks
    assert skills.ticks


def test_a_line_without_a_life_story_is_whole_without_an_empty_half() -> None:
    drawn = drawing(line(0, 0, 2, 3, 4))
    assert drawn.left > 0
    assert drawn.left + drawn.width == WIDTH
    assert len(drawn.hills) == 2


def test_a_line_with_five_things_is_one_mountain_with_one_way_over_it() -> None:
    drawn = drawing(FEW, way(FEW, name("action", 0)))
    assert len(drawn.hills) == 1
    assert [place for place, _ in drawn.cores] == ["pivot", "value", "vision", "skill"]


def test_letters_are_never_smaller_than_thirteen_pixels() -> None:
    """The wide drawing is shown from 66rem on: 1056 pixels. The tall one has 288 pixels at least,
    on a page of 320. A browser is asked in test_words_fit.py."""
    assert min(LETTER, NOTE) * 1056 / WIDTH >= 13
    assert LETTER * 288 / tall.WIDTH >= 13


def test_a_narrow_page_gets_arcs_for_a_few_things_and_a_plain_list_for_a_crowd() -> None:
    drawn = drawing(ORDINARY, way(ORDINARY, name("action", 0)))
    assert {spot.thing for spot in parts(drawn)} == set(ORDINARY.things)
    assert drawn.tall
    assert [place for place, _ in drawn.tall.cores] == ["pivot", "value", "vision", "skill"]
    assert drawing(MANY).tall is None


@settings(deadline=None)
@given(lines(), st.integers(0, 200))
def test_every_thing_stands_in_the_drawing_once(whole: Line, number: int) -> None:
    drawn = drawing(whole, lit_by(whole, number))
    everything = sorted(one.id for one in whole.things)
    assert sorted(spot.thing.id for spot in spots(drawn)) == everything
    assert sorted(spot.thing.id for spot in parts(drawn)) == (everything if drawn.tall else [])


def test_the_colour_of_a_hill_is_gone_before_its_feet() -> None:
    """Otherwise it would end in an edge that nobody drew."""
    drawn = drawing(ORDINARY)
    assert all(hill.top < hill.end <= drawn.ground for hill in drawn.hills)


@pytest.mark.parametrize("whole", [FEW, ORDINARY, MANY])
def test_one_word_changed_moves_no_thread_to_another_place(whole: Line) -> None:
    last = whole.things[-1]
    changed = replace(whole, things=(*whole.things[:-1], replace(last, words=last.words[:9])))
    ends = [thread.place for thread in drawing(whole).threads]
    assert [thread.place for thread in drawing(changed).threads] == ends
