"""What the line weighs and costs at the size of a long journey, with ids as long as real ones.

What it weighs is the wide drawing and its narrow form, the tall drawing or a list.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from uuid import NAMESPACE_URL, uuid5

import pytest

from tests.planning.lines import line
from tests.planning.pages import parts
from yonder.planning.line import Line

FEW, ORDINARY, MANY = (1, 1, 1, 1, 1), (6, 5, 3, 7, 8), (30, 8, 5, 40, 60)
MOST = 60 * 1024
ROUNDS = 9
# Fifteen milliseconds where the yardstick takes one and a half.
TIMES = 10


def of_size(*counts: int) -> Line:
    """Such a line with ids as they are in a record."""
    short = line(*counts)
    long = {one.id: str(uuid5(NAMESPACE_URL, one.id)) for one in short.things}
    things = tuple(replace(one, id=long[one.id]) for one in short.things)
    return Line(things, tuple((long[source], long[target]) for source, target in short.ties))


@pytest.mark.parametrize("counts", [FEW, ORDINARY, MANY])
def test_the_drawing_and_the_same_in_words_are_light_enough(counts: tuple[int, ...]) -> None:
    whole = of_size(*counts)
    found = parts(whole, whole.things[-1].id)
    assert sum(len(found[part].encode()) for part in ("wide", "narrow")) <= MOST


def test_the_line_of_a_long_journey_costs_no_more_than_its_budget() -> None:
    """A ratio in one run, because machines differ and are busy: the drawing against a yardstick."""
    whole = of_size(*MANY)
    parts(whole, whole.things[-1].id)
    pairs = [
        (took(lambda: parts(whole, whole.things[-1].id)), took(yardstick)) for _ in range(ROUNDS)
    ]
    assert median(drawn / ours for drawn, ours in pairs) <= TIMES


def yardstick() -> str:
    """Plain work of the same kind: numbers into text."""
    return " ".join(f"{number * 0.7:.0f}" for number in range(8_000))


def took(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
