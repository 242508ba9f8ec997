"""What somebody can keep up, and which weeks that leaves."""

from datetime import date

import pytest

from tests.planning.teams import MONDAY
from yonder.planning import weeks
from yonder.planning.weeks import HORIZON, WEEK, Pace, after, monday, next_monday, working


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ({"per_week": 0}, weeks.NoTime),
        ({"per_week": -1}, weeks.NoTime),
        ({"minutes": 4}, weeks.NoTime),
        ({"parts": 0}, weeks.NoTime),
        ({"spacing": 0}, weeks.NoTime),
        ({"per_week": 101}, weeks.TooMuch),
        ({"minutes": 481}, weeks.TooMuch),
        ({"parts": 17}, weeks.TooMuch),
        ({"shifts": ("early",)}, weeks.NoTime),
        ({"shifts": ("early",) * 3}, weeks.TooMuch),
        ({"first": date(2026, 12, 1)}, weeks.NoMonday),
        ({"off": frozenset({date(2026, 12, 1)})}, weeks.NoMonday),
        ({"first": date(9999, 12, 27)}, weeks.NoWeekLeft),
        ({"spacing": HORIZON + 1}, weeks.NoWeekLeft),
    ],
)
def test_what_nobody_could_keep_up_is_refused_by_its_name(words, refusal):
    with pytest.raises(refusal):
        Pace(**{"per_week": 2, "minutes": 60, "first": MONDAY, **words})


def test_weeks_off_are_left_out():
    pace = Pace(1, 60, MONDAY, frozenset({MONDAY + WEEK}))
    first, second, *_ = working(pace)
    assert (first, second) == (MONDAY, MONDAY + 2 * WEEK)
    assert after(pace, 2) == second


def test_who_is_always_away_has_no_week_left():
    away = frozenset(MONDAY + ahead * WEEK for ahead in range(HORIZON))
    assert list(working(Pace(1, 60, MONDAY, away))) == []
    with pytest.raises(weeks.NoWeekLeft):
        after(Pace(1, 60, MONDAY, away), 1)


def test_a_week_is_named_by_its_monday():
    assert monday(date(2026, 12, 6)) == MONDAY
    assert next_monday(MONDAY) == MONDAY
    assert next_monday(date(2026, 12, 1)) == MONDAY + WEEK
    with pytest.raises(weeks.NoWeekLeft):
        next_monday(date.max)


def test_hours_are_those_of_a_full_week():
    assert Pace(8, 15, MONDAY, parts=4).hours == 2
