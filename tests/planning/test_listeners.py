"""Who listens to whom among those who are free at the same time."""

from collections import Counter
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.peers import bars, teams
from yonder.planning.listeners import paired
from yonder.planning.peers import Barred, Peer

ANYBODY = Barred()


def most(speakers: list[Peer], listeners: list[Peer], barred: Barred) -> int:
    """How many can be heard at all, by trying every order."""
    places = [one.key for one in listeners for _ in range(one.room)]
    wide = places + [""] * len(speakers)
    return max(
        sum(
            bool(place) and not barred.bars(one.key, place)
            for one, place in zip(speakers, order, strict=False)
        )
        for order in permutations(wide, len(speakers))
    )


@given(teams(), teams(), st.data())
def test_nobody_listens_to_more_than_they_have_room_for_or_against_a_refusal(
    speakers: list[Peer], listeners: list[Peer], data: st.DataObject
) -> None:
    barred = data.draw(bars([*speakers, *listeners]))
    heard = paired(speakers, listeners, barred)
    counts = Counter(at for at in heard if at is not None)
    assert all(count <= listeners[at].room for at, count in counts.items())
    assert not any(
        barred.bars(one.key, listeners[at].key)
        for one, at in zip(speakers, heard, strict=True)
        if at is not None
    )


@settings(max_examples=60)
@given(st.integers(0, 4), st.integers(0, 3), st.data())
def test_nobody_is_left_over_who_could_have_been_heard(
    many: int, few: int, data: st.DataObject
) -> None:
    speakers = [Peer(f"speaker {at}") for at in range(many)]
    listeners = [Peer(f"listener {at}", data.draw(st.integers(0, 2))) for at in range(few)]
    pairs = st.sampled_from([(a.key, b.key) for a in speakers for b in listeners] or [("", "")])
    barred = Barred(data.draw(st.frozensets(pairs)))
    heard = paired(speakers, listeners, barred)
    assert len(heard) - heard.count(None) == most(speakers, listeners, barred)


@given(teams(), teams())
def test_everybody_listens_to_as_many_as_the_others_but_for_one(
    speakers: list[Peer], listeners: list[Peer]
) -> None:
    speakers = [Peer(f"speaker {one.key}", shift=one.shift) for one in speakers]
    counts = Counter(at for at in paired(speakers, listeners, ANYBODY) if at is not None)
    loads = [counts[at] for at in range(len(listeners))]
    open_ = [load for load, one in zip(loads, listeners, strict=True) if load < one.room]
    assert all(load <= least + 1 for least in open_ for load in loads)


@given(teams(), teams())
def test_all_are_heard_as_far_as_there_is_room(speakers: list[Peer], listeners: list[Peer]) -> None:
    speakers = [Peer(f"speaker {one.key}", shift=one.shift) for one in speakers]
    heard = paired(speakers, listeners, ANYBODY)
    room = sum(one.room for one in listeners)
    assert len(heard) - heard.count(None) == min(len(speakers), room)


def test_the_same_shift_comes_first() -> None:
    speakers = [
        Peer(f"{shift} {at}", shift=shift) for at in range(3) for shift in ("early", "late")
    ]
    listeners = [Peer("Ines", 3, "late"), Peer("Omar", 3, "early")]
    heard = paired(speakers, listeners, ANYBODY)
    assert [listeners[at].shift for at in heard if at is not None] == [
        one.shift for one in speakers
    ]


def test_one_moves_on_to_make_room_for_another() -> None:
    speakers, listeners = [Peer("Ravi"), Peer("Nora")], [Peer("Ines", 1), Peer("Omar", 1)]
    barred = Barred(frozenset({("Nora", "Omar")}))
    assert paired(speakers, listeners, barred) == [1, 0]


def test_a_manager_may_listen_and_nobody_above_may() -> None:
    led = Barred(manager={"Ravi": "Maya", "Maya": "Ines", "Ines": "Olga"})
    assert not led.bars("Ravi", "Maya")
    assert led.bars("Ravi", "Ines")
    assert led.bars("Ravi", "Olga")
    assert not led.bars("Ravi", "Omar")
    assert not led.bars("Maya", "Ravi")


def test_a_chain_of_managers_that_runs_in_a_circle_ends() -> None:
    led = Barred(manager={"Ravi": "Maya", "Maya": "Ines", "Ines": "Maya"})
    assert led.bars("Ravi", "Ines")
    assert not led.bars("Ravi", "Maya")
