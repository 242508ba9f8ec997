"""After a change: as little as possible moves, and all that moved is told."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.planning.teams import MONDAY, assert_sound, paces, people, walkers
from yonder.planning.replanning import replan
from yonder.planning.schedule import TOO_FAR, Schedule, Sitting, Walker, schedule
from yonder.planning.ways import FULL, PLAN, TALKS, VISIONS
from yonder.planning.weeks import HORIZON, WEEK, Pace

places = st.integers(0, 40)


def spots(made: Schedule) -> dict[tuple[str, str, int], tuple[object, int]]:
    return {(one.key, one.talk, one.part): (one.week, one.slot) for one in made.sittings}


@given(walkers(), paces())
def test_without_a_change_nothing_moves(team: list[Walker], pace: Pace) -> None:
    made = schedule(team, pace)
    again = replan(made, team, pace)
    assert (again.schedule, again.moves) == (made, ())


@given(walkers(), paces(), places)
def test_after_a_sick_week_only_those_move_who_had_a_talk_in_it(
    team: list[Walker], pace: Pace, at: int
) -> None:
    made, sick = schedule(team, pace), MONDAY + at * WEEK
    again = replan(made, team, replace(pace, off=pace.off | {sick}))
    hit = {one.key for one in made.sittings if one.week == sick}
    assert {one.key for one in again.moves} == hit
    assert_sound(again.schedule, team, replace(pace, off=pace.off | {sick}))


@given(walkers(), paces(), paces())
def test_whatever_changes_no_week_holds_more_than_it_has_room_for(
    team: list[Walker], before: Pace, after: Pace
) -> None:
    made = replan(schedule(team, before), team, after).schedule
    assert_sound(made, team, after)


@given(walkers(), paces(), places)
def test_every_move_is_told_and_nothing_else(team: list[Walker], pace: Pace, at: int) -> None:
    made = schedule(team, pace)
    again = replan(made, team, replace(pace, off=pace.off | {MONDAY + at * WEEK}))
    former, new = spots(made), spots(again.schedule)
    told = {(one.key, one.talk, one.part): (one.before, one.after) for one in again.moves}
    assert told == {
        unit: (former.get(unit), spot) for unit, spot in new.items() if former.get(unit) != spot
    }


@given(walkers(), paces(), st.data())
def test_when_somebody_goes_nobody_else_moves(
    team: list[Walker], pace: Pace, data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from([*team, None]))
    rest = [one for one in team if one is not gone]
    assert replan(schedule(team, pace), rest, pace).moves == ()


@given(walkers(), paces())
def test_somebody_new_moves_nobody(team: list[Walker], pace: Pace) -> None:
    new = Walker("Nora", TALKS[FULL])
    again = replan(schedule(team, pace), [new, *team], pace)
    assert {one.key for one in again.moves} <= {"Nora"}


def test_a_lost_talk_takes_the_first_free_slot() -> None:
    team, pace = people(1, FULL), Pace(1, 60, MONDAY)
    again = replan(schedule(team, pace), team, replace(pace, off=frozenset({MONDAY + 2 * WEEK})))
    [move] = again.moves
    assert (move.talk, move.before, move.after) == (
        PLAN,
        (MONDAY + 2 * WEEK, 0),
        (MONDAY + 3 * WEEK, 0),
    )


def test_a_free_week_between_two_talks_keeps_the_second_where_it_is() -> None:
    team, pace = [Walker("Ravi", (VISIONS, PLAN))], Pace(1, 60, MONDAY)
    made = Schedule(
        (Sitting("Ravi", VISIONS, MONDAY, 0), Sitting("Ravi", PLAN, MONDAY + 3 * WEEK, 0))
    )
    [move] = replan(made, team, replace(pace, off=frozenset({MONDAY}))).moves
    assert (move.talk, move.after) == (VISIONS, (MONDAY + WEEK, 0))


def test_two_in_one_slot_are_told_apart() -> None:
    both = tuple(Sitting(key, VISIONS, MONDAY, 0) for key in ("Ravi", "Omar"))
    team = [Walker("Ravi", (VISIONS,)), Walker("Omar", (VISIONS,))]
    [move] = replan(Schedule(both), team, Pace(1, 60, MONDAY)).moves
    assert (move.key, move.after) == ("Omar", (MONDAY + WEEK, 0))


def test_somebody_for_whom_no_week_is_left_is_named() -> None:
    late = Walker("Omar", (VISIONS,), not_before=MONDAY + HORIZON * WEEK)
    assert replan(Schedule(()), [late], Pace(1, 60, MONDAY)).schedule.impossible == (
        ("Omar", TOO_FAR),
    )
