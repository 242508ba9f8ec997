"""The arithmetic that a boss should see before anything begins."""

import pytest

from tests.planning.teams import MONDAY
from yonder.planning.calendars import HALF_A_YEAR, YEAR, NobodyToTalkWith, TooManyPeople, calendar
from yonder.planning.tiers import NoFan, spread, weeks_of
from yonder.planning.weeks import HORIZON, WEEK, NoWeekLeft, Pace

ONE, TWO = Pace(1, 60, MONDAY), Pace(2, 60, MONDAY)


def test_all_three_talks_with_52_people_at_one_a_week_take_three_years():
    made = calendar("full", 52, ONE)
    assert (made.talks, made.weeks, made.hours) == (156, 156, 1)
    assert made.finish == MONDAY + 155 * WEEK
    assert made.plans_by(YEAR) == 17


def test_visions_and_plan_with_52_people_at_two_a_week_take_one_year():
    made = calendar("visions-plan", 52, TWO)
    assert (made.talks, made.weeks, made.hours) == (104, 52, 2)
    assert made.plans_by(HALF_A_YEAR) == 26


def test_visions_first_gives_a_plan_to_each_before_their_life_story():
    made = calendar("visions-first", 52, ONE)
    assert (made.talks, made.plans_by(2), calendar("full", 52, ONE).plans_by(2)) == (156, 1, 0)


def test_five_who_listen_to_five_reach_52_in_22_weeks():
    made = calendar("cascade", 52, ONE)
    assert (made.talks, made.weeks, made.finish) == (10, 22, MONDAY + 21 * WEEK)
    assert [tier.each for tier in spread(52)] == [10, 10, 2]
    assert [weeks_of(tier, ONE) for tier in spread(52)] == [10, 10, 2]


def test_the_tiers_of_five_have_room_for_5_30_and_155():
    assert [tier.people for tier in spread(155)] == [5, 25, 125]
    assert [tier.capacity for tier in spread(155)] == [5, 30, 155]
    assert [tier.people for tier in spread(52)] == [5, 25, 22]


def test_weeks_off_make_the_end_later_and_the_work_no_less():
    away = Pace(1, 60, MONDAY, frozenset({MONDAY + 3 * WEEK, MONDAY + 4 * WEEK}))
    for way in ("full", "cascade"):
        made, plain = calendar(way, 5, away), calendar(way, 5, ONE)
        assert (made.weeks, made.finish) == (plain.weeks, plain.finish + 2 * WEEK)


@pytest.mark.parametrize(
    ("way", "people", "fan_out", "refusal"),
    [
        ("full", 0, 5, NobodyToTalkWith),
        ("cascade", -3, 5, NobodyToTalkWith),
        ("visions-plan", 100_001, 5, TooManyPeople),
        ("full", 1000, 5, NoWeekLeft),
        ("cascade", 52, 0, NoFan),
        ("cascade", 52, 51, NoFan),
        ("cascade", 10**30, 1, NoWeekLeft),
        ("cascade", HORIZON, 1, NoWeekLeft),
    ],
)
def test_a_calendar_that_cannot_be_is_refused_by_its_name(way, people, fan_out, refusal):
    with pytest.raises(refusal):
        calendar(way, people, ONE, fan_out)
