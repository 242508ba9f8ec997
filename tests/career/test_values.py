"""What matters: named by either of the two, and only its owner says "Yes, that is me"."""

import pytest

from tests.career.stage import change, found, matter, pages_of, put, read, saved_by
from yonder.career import erasing, showing, values
from yonder.career.pages import Moved, NotHere, OnlyTheOwner
from yonder.career.pivots import Pivot
from yonder.career.values import AT_TABLE, CONFIRMED, ENOUGH_TURNS, PROPOSED, turns_of
from yonder.career.visions import held_against


def state(who, journey, words):
    return found(who, journey, words).noun.state


def confirm(ravi, journey, it):
    change(ravi, journey, lambda pages: values.confirm(pages, it.id, it.rev))


def test_what_a_guide_proposes_waits_for_the_owner(maya, ravi, journey, turn):
    it = matter(maya, journey, "early light", turn)
    assert state(ravi, journey, "early light") == PROPOSED
    assert held_against(pages_of(ravi, journey)) == []

    confirm(ravi, journey, it)
    assert state(maya, journey, "early light") == CONFIRMED


@pytest.mark.parametrize("only_me", [False, True])
def test_what_the_owner_proposes_is_confirmed_at_once(ravi, journey, turn, only_me):
    it = matter(ravi, journey, "early light", turn, only_me=only_me)
    assert it.noun.state == CONFIRMED
    assert turns_of(pages_of(ravi, journey))[it.origin] == [turn.origin]


def test_alone_what_one_names_is_confirmed_as_well(ravi):
    turn = put(ravi, None, Pivot("nights at the bakery"))
    assert matter(ravi, None, "early light", turn).noun.state == CONFIRMED


def test_the_owner_rewords_it_and_has_said_yes_with_that(maya, ravi, journey, turn):
    it = matter(maya, journey, "getting up early", turn)
    change(ravi, journey, lambda pages: values.reword(pages, it.id, it.rev, "early light"))

    now = found(maya, journey, "early light")
    assert (now.noun.state, now.rev, now.by) == (CONFIRMED, 2, maya.person.id)
    assert turns_of(pages_of(maya, journey)) == {it.origin: [turn.origin]}


@pytest.mark.parametrize("verb", [values.confirm, values.undo, values.agree_at_table])
def test_a_yes_to_other_words_is_no_yes(maya, ravi, journey, verb):
    it = matter(maya, journey, "getting up early")
    change(ravi, journey, lambda pages: values.reword(pages, it.id, it.rev, "early light"))
    before = saved_by()

    with pytest.raises(Moved) as moved:
        change(ravi, journey, lambda pages: verb(pages, it.id, it.rev))

    assert moved.value.now.noun.words == "early light"
    assert saved_by() == before


@pytest.mark.parametrize("verb", [values.confirm, values.undo, values.agree_at_table])
def test_what_was_taken_away_meanwhile_is_not_here(ravi, journey, verb):
    it = matter(ravi, journey, "early light")
    change(ravi, journey, lambda pages: erasing.erase(pages, it.id))

    with pytest.raises(NotHere):
        change(ravi, journey, lambda pages: verb(pages, it.id, it.rev))


def test_agreed_at_the_table_counts_as_a_yes_which_the_owner_alone_can_undo(maya, ravi, journey):
    it = matter(maya, journey, "early light")
    change(maya, journey, lambda pages: values.agree_at_table(pages, it.id, it.rev))
    assert state(ravi, journey, "early light") == AT_TABLE
    assert [kept.id for kept in held_against(pages_of(ravi, journey))] == [it.id]

    with pytest.raises(OnlyTheOwner):
        change(maya, journey, lambda pages: values.undo(pages, it.id, 2))
    change(ravi, journey, lambda pages: values.undo(pages, it.id, 2))
    assert state(maya, journey, "early light") == PROPOSED
    assert held_against(pages_of(ravi, journey)) == []


def test_at_the_table_the_owner_says_it_in_own_words(maya, ravi, journey):
    it = matter(maya, journey, "getting up early")
    change(
        maya,
        journey,
        lambda pages: values.agree_at_table(pages, it.id, it.rev, "early light"),
    )
    assert state(ravi, journey, "early light") == AT_TABLE


def test_what_the_owner_confirmed_the_table_does_not_touch(maya, ravi, journey):
    it = matter(ravi, journey, "early light")
    before = saved_by()

    with pytest.raises(OnlyTheOwner):
        change(
            maya,
            journey,
            lambda pages: values.agree_at_table(pages, it.id, it.rev, "getting up early"),
        )

    assert (read(ravi, journey), saved_by()) == (["early light"], before)


def test_below_two_turns_it_is_a_maybe_and_nobody_is_stopped(ravi, journey, turn):
    assert ENOUGH_TURNS == 2
    it = matter(ravi, journey, "early light")
    for turns in ([], [turn]):
        ids = [one.id for one in turns]
        change(ravi, journey, lambda pages, ids=ids: values.point(pages, it.id, ids))
        assert len(turns_of(pages_of(ravi, journey))[it.origin]) == len(turns) < ENOUGH_TURNS
    assert state(ravi, journey, "early light") == CONFIRMED


def test_pointing_anew_rests_it_on_these_turns_and_on_no_others(maya, ravi, journey, turn):
    other = put(maya, journey, Pivot("the market stall"))
    it = matter(ravi, journey, "early light", turn)
    change(ravi, journey, lambda pages: values.point(pages, it.id, [other.id]))

    assert turns_of(pages_of(maya, journey)) == {it.origin: [other.origin]}
    assert found(ravi, journey, "early light").rev == it.rev


def test_a_guide_cannot_point_to_what_the_guide_does_not_see(maya, ravi, journey):
    hidden = put(ravi, journey, Pivot("a thought"), only_me=True)
    it = matter(maya, journey, "early light", hidden)

    assert turns_of(pages_of(ravi, journey)) == {it.origin: []}


def test_to_the_guide_a_value_rests_on_what_the_guide_sees(maya, ravi, journey, turn):
    mine = put(ravi, journey, Pivot("a thought"), only_me=True)
    it = matter(ravi, journey, "early light", turn, mine)

    assert turns_of(pages_of(maya, journey)) == {it.origin: [turn.origin]}
    assert turns_of(pages_of(ravi, journey)) == {it.origin: [turn.origin, mine.origin]}
    change(ravi, journey, lambda pages: showing.only_me(pages, turn.id))
    assert turns_of(pages_of(maya, journey)) == {it.origin: []}


def test_more_than_eight_are_taken_all_the_same(ravi, journey):
    names = [f"matter {number}" for number in range(values.MANY + 2)]
    for name in names:
        matter(ravi, journey, name)

    assert read(ravi, journey) == names


def test_taken_away_by_the_owner_it_is_gone_for_both_and_its_turns_stay(maya, ravi, journey, turn):
    it = matter(maya, journey, "early light", turn)
    change(ravi, journey, lambda pages: erasing.erase(pages, it.id))

    assert read(maya, journey) == read(ravi, journey) == ["nights at the bakery"]
