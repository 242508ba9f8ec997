"""Who leads whom, counted and drawn: however many they are, and whoever would lead themselves."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from yonder.planning.branches import MOST_LINES, drawn
from yonder.planning.tree import ABSENT, NOBODY, counted


@st.composite
def trees(draw):
    """Everybody is led by somebody who stands before them, or by nobody; some places are empty."""
    leaders: list[int] = []
    for at in range(draw(st.integers(0, 60))):
        there = [place for place in range(at) if leaders[place] != ABSENT]
        leaders.append(draw(st.sampled_from([NOBODY, ABSENT, *there])))
    return array("i", leaders)


def above(leaders, at):
    while (at := leaders[at]) >= 0:
        yield at


@given(trees())
def test_everybody_counts_for_all_who_are_above_them(leaders):
    tally = counted(leaders)
    assert tally.circles == ()
    for at in range(len(leaders)):
        assert tally.direct[at] == list(leaders).count(at)
        assert tally.below[at] == sum(at in above(leaders, one) for one in range(len(leaders)))


@given(trees())
def test_with_forty_people_everybody_is_drawn_once(leaders):
    tree = drawn(leaders, counted(leaders))
    places = list(_places(tree.branches))
    assert len(places) == len(set(places))
    if tree.people <= MOST_LINES:
        assert sorted(places) == [at for at, one in enumerate(leaders) if one != ABSENT]
    assert len(places) <= MOST_LINES


@given(trees(), st.data())
def test_each_circle_is_found_once(leaders, data):
    there = [at for at, one in enumerate(leaders) if one >= 0]
    if not there:
        return
    at = data.draw(st.sampled_from(there))
    top = data.draw(st.sampled_from(list(above(leaders, at))))
    leaders[top] = at
    (circle,) = counted(leaders).circles
    assert {at, top} <= set(circle)
    assert all(leaders[one] in circle for one in circle)
    assert circle[0] == min(circle)


def test_somebody_who_leads_themselves_is_a_circle():
    assert counted(array("i", [NOBODY, 1, 0])).circles == ((1,),)


def test_a_workplace_of_ten_thousand_fits_on_a_screen():
    leaders = array("i", [NOBODY, *((at - 1) // 8 for at in range(1, 10_000))])
    tree = drawn(leaders, counted(leaders))
    assert len(list(_places(tree.branches))) <= MOST_LINES
    assert [one.below for one in tree.branches] == [9_999]
    assert len(tree.branches[0].branches) == 8


def test_a_line_of_a_hundred_thousand_is_counted():
    leaders = array("i", [NOBODY, *range(100_000)])
    assert counted(leaders).below[0] == 100_000


def _places(branches):
    for one in branches:
        yield one.place
        yield from _places(one.branches)
