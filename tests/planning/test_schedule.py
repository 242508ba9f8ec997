"""Who talks when: what holds for every team and every pace."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.planning.teams import MONDAY, assert_sound, paces, people, walkers
from yonder.planning.schedule import NO_SLOT, TOO_FAR, Schedule, Twice, Walker, schedule, schedules
from yonder.planning.ways import FULL, LIFE_STORY, PLAN, TALKS, VISIONS, usual
from yonder.planning.weeks import HORIZON, WEEK, Pace


def weeks(made: Schedule) -> int:
    assert made.finish
    return (made.finish - MONDAY) // WEEK + 1


def when(made: Schedule, key: str) -> list[tuple[object, int]]:
    return [(one.week, one.slot) for one in made.sittings if one.key == key]


@given(walkers(), paces())
def test_no_week_holds_more_than_it_has_room_for_and_nothing_is_too_close(
    team: list[Walker], pace: Pace
) -> None:
    assert_sound(schedule(team, pace), team, pace)


@given(walkers(), paces())
def test_everybody_is_placed_or_named_with_the_reason(team: list[Walker], pace: Pace) -> None:
    made = schedule(team, pace)
    reasons = dict(made.impossible)
    for one in team:
        strange = bool(pace.shifts) and one.shift not in ("", *pace.shifts)
        assert (reasons.get(one.key) == NO_SLOT) == (strange and "" not in pace.shifts)
    assert set(reasons.values()) <= {NO_SLOT}


@given(walkers(), paces())
def test_the_keenest_is_never_later_than_a_less_keen_one_with_the_same_needs(
    team: list[Walker], pace: Pace
) -> None:
    made = schedule(team, pace)
    for keen in team:
        for less in team:
            if keen.keen < less.keen and replace(keen, key="", keen=0) == replace(
                less, key="", keen=0
            ):
                both = zip(when(made, keen.key), when(made, less.key), strict=True)
                assert all(first <= second for first, second in both)


@given(st.integers(1, 40), st.integers(1, 6), st.sampled_from(sorted(TALKS)))
def test_the_end_is_as_early_as_it_can_be_at_all(count: int, per_week: int, way: str) -> None:
    made = schedule(people(count, way), Pace(per_week, 60, MONDAY))
    talks = len(TALKS[way])
    assert weeks(made) == max(-(-count * talks // per_week), talks)


@given(walkers(shifts=False), st.integers(1, 4))
def test_people_in_the_middle_of_their_talks_do_not_make_the_end_later(
    team: list[Walker], per_week: int
) -> None:
    team = [replace(one, not_before=None) for one in team]
    left = [len(one.talks_left) for one in team]
    assume(any(left))
    made = schedule(team, Pace(per_week, 60, MONDAY))
    assert weeks(made) == max(-(-sum(left) // per_week), *left, 1)


@given(st.integers(1, 30), st.integers(1, 3), st.integers(1, 4))
def test_talks_in_parts_end_when_whole_talks_would(count: int, talks: int, parts: int) -> None:
    whole = schedule(people(count), Pace(talks, 60, MONDAY))
    split = schedule(people(count), Pace(talks * parts, 15, MONDAY, parts=parts))
    assert split.finish == whole.finish


@given(walkers(), paces())
def test_the_same_team_gets_the_same_calendar_again(team: list[Walker], pace: Pace) -> None:
    assert schedule(team, pace) == schedule(list(team), pace)


def test_one_person_is_finished_before_the_next_begins() -> None:
    made = schedule(people(3, FULL), Pace(1, 60, MONDAY))
    assert [one.key[-1] for one in made.sittings] == list("000111222")
    assert [one.talk for one in made.sittings][:3] == [LIFE_STORY, VISIONS, PLAN]


def test_whoever_has_begun_goes_on_before_others_begin() -> None:
    eager, begun = Walker("Omar", TALKS[FULL], 0), Walker("Ravi", (PLAN,), 9, begun=True)
    made = schedule([eager, begun], Pace(1, 60, MONDAY))
    assert made.sittings[0].key == "Ravi"


def test_nobody_waits_for_ever_because_others_are_keener() -> None:
    team = [*people(60, FULL), Walker("Omar", TALKS[FULL], 99)]
    assert len(when(schedule(team, Pace(1, 60, MONDAY)), "Omar")) == 3


def test_somebody_of_the_night_shift_is_named_when_no_slot_is_at_night() -> None:
    night = Walker("Omar", (VISIONS,), shift="night")
    made = schedule([night], Pace(2, 60, MONDAY, shifts=("early", "late")))
    assert made == Schedule((), (("Omar", NO_SLOT),))


def test_whoever_comes_after_fifty_years_is_named() -> None:
    late = Walker("Omar", (VISIONS,), not_before=MONDAY + HORIZON * WEEK)
    made = schedule([late, *people(1)], Pace(1, 60, MONDAY))
    assert made.impossible == (("Omar", TOO_FAR),)
    assert len(made.sittings) == 2


def test_two_people_with_one_key_are_refused() -> None:
    with pytest.raises(Twice):
        schedule([*people(1), *people(1)], Pace(1, 60, MONDAY))


def test_each_guide_of_a_workplace_gets_the_calendar_they_would_get_alone() -> None:
    teams = [(people(count), Pace(1, 60, MONDAY)) for count in (3, 0, 5)]
    assert list(schedules(teams)) == [schedule(*one) for one in teams]


def test_above_twelve_people_a_calendar_begins_with_visions() -> None:
    assert TALKS[usual(12)][0] == LIFE_STORY
    assert TALKS[usual(13)][0] == VISIONS
