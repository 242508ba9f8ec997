"""Teams and weeks of every kind, for the calendars."""

from collections import Counter
from datetime import date

from hypothesis import strategies as st

from yonder.planning.schedule import Schedule, Walker
from yonder.planning.ways import TALKS
from yonder.planning.weeks import ANY_SHIFT, WEEK, Pace

MONDAY = date(2026, 11, 30)
SHIFTS = ("early", "late", ANY_SHIFT)

mondays = st.integers(0, 30).map(lambda ahead: MONDAY + ahead * WEEK)


@st.composite
def walkers(draw: st.DrawFn, shifts: bool = True) -> list[Walker]:
    """People in the middle of their talks or before them."""
    ways = st.sampled_from(sorted(TALKS.values()))
    return [
        Walker(
            f"person {at}",
            draw(ways)[draw(st.integers(0, 3)) :],
            draw(st.integers(0, 3)),
            draw(st.sampled_from(SHIFTS)) if shifts else ANY_SHIFT,
            draw(st.booleans()),
            draw(st.one_of(st.none(), mondays)),
        )
        for at in range(draw(st.integers(0, 9)))
    ]


@st.composite
def paces(draw: st.DrawFn, shifts: bool = True) -> Pace:
    per_week = draw(st.integers(1, 4))
    own = tuple(draw(st.sampled_from(SHIFTS)) for _ in range(per_week))
    return Pace(
        per_week,
        30,
        MONDAY,
        draw(st.frozensets(mondays, max_size=8)),
        own if shifts and draw(st.booleans()) else (),
        draw(st.integers(1, 3)),
        draw(st.integers(1, 3)),
    )


def people(count: int, way: str = "visions-plan") -> list[Walker]:
    """As many as that, the first the keenest."""
    return [Walker(f"person {at}", TALKS[way], at) for at in range(count)]


def assert_sound(made: Schedule, team: list[Walker], pace: Pace) -> None:
    """Nothing that a person would see at once is wrong in this calendar."""
    spots = Counter((one.week, one.slot) for one in made.sittings)
    assert set(spots.values()) <= {1}
    assert all(0 <= one.slot < pace.per_week for one in made.sittings)
    assert not {one.week for one in made.sittings} & pace.off
    named = {key for key, _ in made.impossible}
    for one in team:
        own = [sitting for sitting in made.sittings if sitting.key == one.key]
        wanted = [(talk, part + 1) for talk in one.talks_left for part in range(pace.parts)]
        assert [(sitting.talk, sitting.part) for sitting in own] == (
            [] if one.key in named else wanted
        )
        for before, after in zip(own, own[1:], strict=False):
            apart = 0 if before.talk == after.talk else pace.spacing
            assert after.week - before.week >= apart * WEEK
        assert all(sitting.week >= (one.not_before or pace.first) for sitting in own)
        if pace.shifts:
            shifts = {pace.shifts[sitting.slot] for sitting in own}
            assert one.shift == ANY_SHIFT or shifts <= {one.shift, ANY_SHIFT}
