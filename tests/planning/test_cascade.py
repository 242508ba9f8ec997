"""Five who listen to five: what holds whoever refuses whom."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.planning.peers import BOSS, above, bars, teams
from yonder.planning.cascade import Cascade, cascade
from yonder.planning.peers import Barred, Peer


def crowd(count: int, room: int = 5) -> list[Peer]:
    return [Peer(f"person {at}", room) for at in range(count)]


def tiers(made: Cascade) -> dict[int, int]:
    return dict(Counter(pair.tier for pair in made.pairs))


@given(teams(), st.integers(1, 5), st.data())
def test_everybody_is_heard_once_or_told_as_left(
    team: list[Peer], fan_out: int, data: st.DataObject
) -> None:
    made = cascade(Peer(BOSS, 5), team, data.draw(bars(team)), fan_out=fan_out)
    told = [pair.speaker for pair in made.pairs] + list(made.left)
    assert sorted(told) == sorted(one.key for one in team)


@given(teams(), st.data())
def test_no_pair_is_against_a_refusal_or_with_somebody_far_above(
    team: list[Peer], data: st.DataObject
) -> None:
    barred = data.draw(bars(team))
    for pair in cascade(Peer(BOSS, 5), team, barred).pairs:
        assert (pair.speaker, pair.listener) not in barred.refusals
        assert pair.listener not in above(barred, pair.speaker)
        assert pair.speaker != pair.listener


@given(teams(), st.integers(1, 5), st.data())
def test_whoever_listens_was_listened_to_before_and_has_the_room(
    team: list[Peer], fan_out: int, data: st.DataObject
) -> None:
    made = cascade(Peer(BOSS, 5), team, data.draw(bars(team)), fan_out=fan_out)
    tier = {BOSS: 0} | {pair.speaker: pair.tier for pair in made.pairs}
    room = {one.key: one.room for one in team} | {BOSS: 5}
    counts = Counter(pair.listener for pair in made.pairs)
    assert all(tier[pair.listener] == pair.tier - 1 for pair in made.pairs)
    assert all(count <= min(room[key], fan_out) for key, count in counts.items())


@given(teams(), st.data())
def test_the_same_people_get_the_same_pairs_again(team: list[Peer], data: st.DataObject) -> None:
    barred = data.draw(bars(team))
    assert cascade(Peer(BOSS, 5), team, barred) == cascade(Peer(BOSS, 5), list(team), barred)


def test_52_people_are_reached_in_three_tiers() -> None:
    made = cascade(Peer(BOSS, 5), crowd(52))
    assert (tiers(made), made.left) == ({1: 5, 2: 25, 3: 22}, ())


def test_155_people_are_reached_in_three_full_tiers() -> None:
    made = cascade(Peer(BOSS, 5), crowd(155))
    assert (tiers(made), made.left) == ({1: 5, 2: 25, 3: 125}, ())


def test_the_last_tier_is_even_within_one() -> None:
    made = cascade(Peer(BOSS, 5), crowd(100))
    loads = Counter(pair.listener for pair in made.pairs if pair.tier == 3)
    assert (sum(loads.values()), set(loads.values())) == (70, {2, 3})


def test_whom_the_boss_chose_is_heard_by_the_boss_and_nobody_else_is() -> None:
    made = cascade(Peer(BOSS, 5), crowd(30), chosen=["person 7", "person 9"])
    heard = {pair.speaker for pair in made.pairs if pair.listener == BOSS}
    assert heard == {"person 7", "person 9"}


def test_those_who_would_listen_are_heard_before_those_who_would_not() -> None:
    made = cascade(
        Peer(BOSS, 5), [*crowd(40, room=0), *(Peer(f"ready {at}", 5) for at in range(5))]
    )
    assert {pair.speaker for pair in made.pairs if pair.tier == 1} == {
        f"ready {at}" for at in range(5)
    }
    assert len(made.left) == 15


def test_when_nobody_else_will_listen_the_rest_is_told() -> None:
    made = cascade(Peer(BOSS, 5), crowd(9, room=0))
    assert (len(made.pairs), len(made.left)) == (5, 4)


def test_room_that_nobody_could_take_stays_open_for_the_next() -> None:
    refused = Barred(frozenset((f"person {at}", BOSS) for at in range(20)))
    made = cascade(Peer(BOSS, 5), crowd(25, room=0), refused)
    assert [pair.speaker for pair in made.pairs] == [f"person {at}" for at in range(20, 25)]
