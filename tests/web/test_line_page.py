"""The line on a page: what it weighs, what it costs, and that every thing on it can be pressed.

What it weighs is the wide drawing and its narrow form, with ids as long as real ones.
"""

import re
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

import pytest

from tests.career.stage import put
from tests.cast import Somebody, browser, words
from tests.planning.drawn import parts
from tests.planning.lines import line, name
from yonder.career.journeys import Journey
from yonder.career.visions import Vision
from yonder.planning.line import Line, Thing, way

FEW, ORDINARY, MANY = line(1, 1, 1, 1, 1), line(6, 5, 3, 7, 8), line(30, 8, 5, 40, 60)
STEP, PICTURE = name("action", 0), name("vision", 0)
MOST = 60 * 1024
ROUNDS = 9
# Fifteen milliseconds where the yardstick takes one and a half.
TIMES = 10
BUTTON = r'<button[^>]*value="choose:([^:]+):1"([^>]*)>(.*?)</button>'


@pytest.mark.parametrize("whole", [FEW, ORDINARY, MANY])
def test_the_drawing_and_its_narrow_form_are_light_whatever_is_chosen(whole: Line) -> None:
    for chosen in ["", *(one.id for one in whole.things)]:
        found = parts(whole, chosen)
        assert sum(len(found[part].encode()) for part in ("wide", "narrow")) <= MOST, chosen


def test_the_line_of_a_long_journey_costs_no_more_than_its_budget() -> None:
    """A ratio in one run, because machines differ and are busy: the drawing against a yardstick."""
    parts(MANY, STEP)
    pairs = [(took(lambda: parts(MANY, STEP)), took(yardstick)) for _ in range(ROUNDS)]
    assert median(drawn / ours for drawn, ours in pairs) <= TIMES


@pytest.mark.parametrize("whole", [FEW, ORDINARY, MANY])
def test_every_thing_is_a_button_with_a_name(whole: Line) -> None:
    buttons = re.findall(BUTTON, parts(whole, STEP)["wide"])
    assert sorted(one for one, _, _ in buttons) == sorted(one.id for one in whole.things)
    assert all(inside.strip() for _, _, inside in buttons)


@pytest.mark.parametrize("whole", [FEW, ORDINARY, MANY])
def test_on_a_narrow_page_every_thing_can_be_pressed_too(whole: Line) -> None:
    found = parts(whole, STEP)
    pressed = {one for one, _, _ in re.findall(BUTTON, found["narrow"] + found["table"])}
    assert pressed == {one.id for one in whole.things}


def test_only_the_chosen_way_is_lit() -> None:
    lit = re.findall(r'value="choose:([^:]+):1"[^>]*class="is-on"', parts(ORDINARY, STEP)["wide"])
    assert set(lit) == way(ORDINARY, STEP)


def test_a_step_is_asked_why_and_anything_else_shows_its_way_in_words() -> None:
    assert "Why am I doing this?" in parts(ORDINARY, STEP)["reason"]
    told = parts(ORDINARY, PICTURE)["reason"]
    assert "What hangs together" in told
    for one in ORDINARY.things:
        assert one.id not in way(ORDINARY, PICTURE) or one.words in told


@pytest.mark.parametrize("part", ["wide", "narrow"])
def test_what_only_the_owner_can_read_says_so(part: str) -> None:
    """The head of the page names two readers."""
    first, *others = ORDINARY.things
    assert "Only you" not in parts(ORDINARY)[part]
    mine = replace(ORDINARY, things=(replace(first, alone=True), *others))
    assert parts(mine)[part].count("Only you") == 1


def test_the_guide_is_drawn_nothing_of_what_only_the_owner_can_read(
    maya: Somebody, ravi: Somebody, talks: Journey
) -> None:
    put(ravi, talks, Vision("my own stall"))
    put(ravi, talks, Vision("back on the coast"), only_me=True)
    hers, his = (words(browser(one).get(f"/journey/{talks.id}/line/")) for one in (maya, ravi))
    assert "my own stall" in hers
    assert "back on the coast" not in hers
    assert "Only you" not in hers
    assert re.search(r">back on the coast <small>Only you</small>", his)
    assert "my own stall</button>" in his


@pytest.mark.parametrize(
    ("state", "word"), [("maybe", "Maybe"), ("proposed", "Proposed"), ("done", "Done")]
)
def test_a_state_is_a_word_and_not_a_shape_alone(state: str, word: str) -> None:
    one = Line((Thing(STEP, "action", "Ask Ines", state),), ())
    drawn = parts(one)
    assert all(f"<small>{word}</small>" in drawn[part] for part in ("wide", "narrow", "table"))


def yardstick() -> str:
    """Plain work of the same kind: numbers into text."""
    return " ".join(f"{number * 0.7:.0f}" for number in range(8_000))


def took(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
