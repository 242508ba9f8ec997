"""A turn: what changed, why, and what got better. Only the first is needed."""

import pytest

from tests.career.stage import change, found, pages_of, put, saved_by
from yonder.career import pivots
from yonder.career.pages import NotHere, OnlyTheOwner
from yonder.career.pivots import STAGES, Pivot


def turns(who, journey):
    return [kept.noun.changed for kept in pivots.pivots(pages_of(who, journey))]


def move(who, journey, words, *, up):
    it = found(who, journey, words)
    change(who, journey, lambda pages: pivots.move(pages, it.id, up=up))


def test_only_what_changed_is_needed(ravi, journey):
    put(ravi, journey, Pivot("left the bakery"))
    kept = found(ravi, journey, "left the bakery").noun

    assert (kept.why, kept.better, kept.stage) == ("", "", "")


def test_turns_stand_stage_by_stage_in_the_order_of_a_life_and_have_no_dates(maya, ravi, journey):
    for stage in ["", *reversed(STAGES)]:
        for name in ("b", "a"):
            put(ravi, journey, Pivot(f"{stage} {name}", stage=stage))

    wanted = [f"{stage} {name}" for stage in [*STAGES, ""] for name in ("b", "a")]
    assert turns(ravi, journey) == turns(maya, journey) == wanted


SHEET = """
- left school for the bakery

  * nights
1. the second kiln
12) a stall of my own
\u2022 lead for the early shift
1999 was a good year
-no bullet without a space
"""
LINES = [
    "left school for the bakery",
    "nights",
    "the second kiln",
    "a stall of my own",
    "lead for the early shift",
    "1999 was a good year",
    "-no bullet without a space",
]


@pytest.mark.parametrize("who", ["maya", "ravi"])
def test_a_sheet_of_paper_is_typed_in_in_one_go(request, ravi, journey, who):
    one = request.getfixturevalue(who)
    counted = []
    change(
        one,
        journey,
        lambda pages: counted.append(pivots.write_lines(pages, SHEET, stage="here", only_me=False)),
    )
    assert counted == [len(LINES)]
    assert turns(ravi, journey) == LINES
    assert {kept.noun.stage for kept in pivots.pivots(pages_of(ravi, journey))} == {"here"}


def test_a_sheet_for_oneself_is_read_by_nobody_else(maya, ravi, journey):
    change(ravi, journey, lambda pages: pivots.write_lines(pages, SHEET, only_me=True))
    with pytest.raises(OnlyTheOwner):
        change(maya, journey, lambda pages: pivots.write_lines(pages, SHEET, only_me=True))

    assert (turns(maya, journey), turns(ravi, journey)) == ([], LINES)


def test_an_empty_sheet_writes_nothing(ravi, journey):
    before = saved_by()
    change(ravi, journey, lambda pages: pivots.write_lines(pages, "\n \n\t\n", only_me=False))

    assert saved_by() == before


@pytest.mark.parametrize("who", ["maya", "ravi"])
def test_either_moves_a_turn_among_those_of_its_stage(request, ravi, journey, who):
    for name, stage in [("a", "here"), ("x", "school"), ("b", "here"), ("y", "school")]:
        put(ravi, journey, Pivot(name, stage=stage))
    one = request.getfixturevalue(who)
    move(one, journey, "b", up=True)
    move(one, journey, "x", up=False)

    assert turns(ravi, journey) == ["y", "x", "b", "a"]


@pytest.mark.parametrize(("words", "up"), [("a", True), ("b", False), ("alone", True)])
def test_at_the_edge_of_its_stage_a_turn_stays_and_nothing_is_saved(ravi, journey, words, up):
    for name, stage in [("a", "here"), ("b", "here"), ("alone", "school")]:
        put(ravi, journey, Pivot(name, stage=stage))
    before = saved_by()
    move(ravi, journey, words, up=up)

    assert saved_by() == before


def test_moving_changes_no_words_and_no_revision(ravi, journey):
    rows = [put(ravi, journey, Pivot(name)) for name in ("a", "b", "c")]
    move(ravi, journey, "c", up=True)

    after = {kept.id: kept.entry for kept in pivots.pivots(pages_of(ravi, journey))}
    assert after == {kept.id: kept.entry for kept in rows}


def test_shown_and_private_turns_keep_an_order_each(maya, ravi, journey):
    for name, only_me in [("a", False), ("1", True), ("b", False), ("2", True)]:
        put(ravi, journey, Pivot(name), only_me=only_me)
    before = saved_by()
    move(ravi, journey, "2", up=True)
    assert saved_by()[journey.circle] == before[journey.circle]
    move(maya, journey, "b", up=True)
    move(ravi, journey, "a", up=False)
    move(ravi, journey, "2", up=True)

    assert turns(maya, journey) == ["b", "a"]
    assert turns(ravi, journey) == ["b", "a", "2", "1"]


def test_a_guide_cannot_move_what_the_guide_does_not_see(maya, ravi, journey):
    hidden = put(ravi, journey, Pivot("a thought"), only_me=True)
    with pytest.raises(NotHere):
        change(maya, journey, lambda pages: pivots.move(pages, hidden.id, up=True))


def test_an_edit_of_before_a_move_still_fits(maya, ravi, journey):
    put(ravi, journey, Pivot("a"))
    seen = put(ravi, journey, Pivot("b"))
    move(maya, journey, "b", up=True)
    change(ravi, journey, lambda pages: pivots.edit(pages, seen.id, seen.rev, Pivot("b, in red")))

    assert turns(maya, journey) == ["b, in red", "a"]
