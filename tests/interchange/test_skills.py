"""The skills of Ravi's pages as a grid: what goes out, and what a table that comes in changes."""

import pytest

from tests.career.stage import change, pages_of, put
from yonder.career import skills
from yonder.career.pages import OnlyTheOwner
from yonder.career.visions import Vision
from yonder.interchange import skills as files
from yonder.interchange.grids import Grid, GridRow, Misfit, Unfit, grid_of, table_of

BAKERY = ("My own bakery",)


@pytest.fixture
def kneads(talks, ravi):
    """One picture and one skill, with what Ravi said about it."""
    put(ravi, talks, Vision(*BAKERY))
    bring(ravi, talks, GridRow("Knead by hand", (3,), 1))


def bring(who, journey, *rows, visions=BAKERY):
    grid = Grid(visions, rows)
    change(who, journey, lambda pages: files.put(pages, grid, only_me=False))


def seen(who, journey):
    return files.grid(pages_of(who, journey))


def test_both_take_out_what_both_can_read(kneads, ravi, maya, talks):
    expected = Grid(BAKERY, (GridRow("Knead by hand", (3,), 1),))
    assert seen(ravi, talks) == seen(maya, talks) == expected


def test_the_guides_view_goes_out_where_it_was_asked_for(kneads, ravi, maya, talks):
    [one] = skills.skills(pages_of(ravi, talks))
    change(ravi, talks, lambda pages: skills.ask(pages, one.id, asked=True))
    change(maya, talks, lambda pages: skills.say_guide(pages, one.id, 2))

    assert seen(ravi, talks).rows == (GridRow("Knead by hand", (3,), 1, 2),)
    assert table_of(seen(ravi, talks))[0] == ["Skill", *BAKERY, "Own", "Guide’s view"]


def test_the_guides_view_never_comes_in_from_a_file(kneads, ravi, talks):
    table = [["Skill", *BAKERY, "Own", "Guide's view"], ["Knead by hand", "3", "2", "0"]]
    bring(ravi, talks, *grid_of(table, {}).rows)
    assert seen(ravi, talks).rows == (GridRow("Knead by hand", (3,), 2, None),)


def test_an_empty_cell_takes_nothing_away(kneads, ravi, talks):
    bring(ravi, talks, GridRow("knead  by HAND", (None,), None))
    assert seen(ravi, talks).rows == (GridRow("Knead by hand", (3,), 1),)


def test_a_nought_says_that_it_is_not_needed(kneads, ravi, talks):
    bring(ravi, talks, GridRow("Knead by hand", (0,), 0))
    assert seen(ravi, talks).rows == (GridRow("Knead by hand", (0,), 0),)


def test_a_picture_nobody_wrote_keeps_the_whole_file_out(kneads, ravi, talks):
    before = seen(ravi, talks)
    with pytest.raises(Unfit) as said:
        bring(ravi, talks, GridRow("Bake", (1, 1)), visions=(*BAKERY, "Sail to Norway"))
    assert said.value.misfits == (Misfit("no-vision", 1, "Sail to Norway"),)
    assert seen(ravi, talks) == before


def test_only_the_owner_brings_a_table_in(kneads, maya, talks):
    with pytest.raises(OnlyTheOwner):
        bring(maya, talks, GridRow("Bake", (1,)))


def test_what_goes_out_changes_nothing_when_it_comes_in(kneads, ravi, talks):
    before = seen(ravi, talks)
    change(ravi, talks, lambda pages: files.put(pages, before, only_me=False))
    assert seen(ravi, talks) == before
