"""The tiers, drawn: a mark for each place, and no more than there are places."""

import re

from hypothesis import given
from hypothesis import strategies as st

from yonder.planning.crowd import ACROSS, STEP, crowd


def marks(path: str) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h", path)]


@given(st.lists(st.integers(0, 400), min_size=1, max_size=3))
def test_every_place_has_its_own_mark_inside_the_drawing(begun: list[int]) -> None:
    for row, count in zip(crowd(begun), begun, strict=True):
        filled, free = marks(row.begun_marks), marks(row.free_marks)
        assert len(filled) == min(count, row.room)
        assert len({*filled, *free}) == len(filled) + len(free) == row.room
        assert all(0 < x < row.width and 0 < y < row.height for x, y in (*filled, *free))


def test_three_tiers_of_five_have_5_25_and_125_places() -> None:
    rows = crowd([1, 0, 0])
    assert [row.room for row in rows] == [5, 25, 125]
    assert [row.height for row in rows] == [STEP, STEP, 5 * STEP]
    assert {row.width for row in rows} == {ACROSS * STEP}
