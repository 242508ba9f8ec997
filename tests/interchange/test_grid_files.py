"""What goes out comes in again, letter by letter, and what does not fit is named."""

import sys

import pytest
from hypothesis import given, settings
from openpyxl.worksheet.formula import ArrayFormula

from tests.interchange.tables import LEVELS, MARTAS, book_of, grids
from yonder.interchange import csv_tables, xlsx_tables
from yonder.interchange.grids import (
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    GridRow,
    Misfit,
    Unfit,
    grid_of,
    table_of,
)

FORMS = [csv_tables, xlsx_tables]


def refused(table):
    with pytest.raises(Unfit) as said:
        grid_of(table, LEVELS)
    return said.value.misfits


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None)
@given(grid=grids())
def test_what_goes_out_comes_in_again(form, grid: Grid) -> None:
    assert grid_of(form.read(form.written(table_of(grid))), LEVELS) == grid


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_table_goes_out_with_its_columns(form) -> None:
    table = form.read(form.written(table_of(Grid(("A van",), ()))))
    assert table == [["Skill", "A van", "Own"]]
    assert refused(table) == (Misfit("empty"),)


def test_a_picture_called_own_is_not_taken_for_the_owners_level() -> None:
    grid = Grid(("Own", "Level"), (GridRow("Weld", (3, 2), 1),))
    assert grid_of(table_of(grid), LEVELS) == grid


@pytest.mark.parametrize("heading", ["Own", "LEVEL", "self", "How well I can do it", "Können"])
def test_the_owners_level_is_found_under_the_names_of_today(heading) -> None:
    table = [["Fähigkeit", heading, "A van"], ["Weld", "with help", "3,0"]]
    assert grid_of(table, LEVELS) == Grid(("A van",), (GridRow("Weld", (3,), 1),))


def test_an_empty_cell_says_nothing_and_a_nought_says_not_needed() -> None:
    table = [["Skill", "A van", "A stall", "Own"], ["Weld", "", "0"]]
    assert grid_of(table, LEVELS).rows == (GridRow("Weld", (None, 0), None),)


def test_every_cell_that_does_not_fit_is_named_with_its_line() -> None:
    table = [
        ["Skill", "A van", "Own"],
        ["Read a budget", "4", "with help"],
        ["", "1", ""],
        ["read a BUDGET", "lots", "", "what is this"],
    ]
    assert refused(table) == (
        Misfit("level", 2, "A van", "4"),
        Misfit("no-name", 3),
        Misfit("twice", 4, words="read a BUDGET"),
        Misfit("level", 4, "A van", "lots"),
        Misfit("no-heading", 4, words="what is this"),
    )


@pytest.mark.parametrize("again", ["STRASSE", " straße "])
def test_the_same_skill_in_other_letters_is_there_twice(again) -> None:
    assert [one.what for one in refused([["Skill"], ["Straße"], [again]])] == ["twice"]


def test_a_list_without_a_heading_does_not_lose_its_first_skill() -> None:
    assert refused([["Weld"], ["Read a budget"]]) == (Misfit("empty"),)
    assert [row.name for row in grid_of([["Skill"], ["Weld"]], LEVELS).rows] == ["Weld"]


def test_as_many_skills_as_fit_are_taken_and_one_more_is_not() -> None:
    table = [["Skill"], *([f"skill {n}"] for n in range(MOST_ROWS))]
    assert len(grid_of(table, LEVELS).rows) == MOST_ROWS
    assert refused([*table, ["one more"]]) == (Misfit("rows"),)


def test_more_columns_than_anybody_reads_are_refused() -> None:
    assert refused([["Skill", *["a"] * MOST_COLUMNS], ["Weld"]]) == (Misfit("big"),)


def test_no_misfit_repeats_a_whole_page_of_text() -> None:
    misfits = refused([["Skill", "a" * 5000, "a" * 5000], ["Weld", "b" * 5000]])
    assert max(len(one.words + one.column) for one in misfits) <= 80


def test_what_stands_far_out_is_not_left_behind() -> None:
    head = {"A1": "Skill", "B1": "A van", "A2": "Weld"}
    far_right = xlsx_tables.read(book_of(head | {"BZ2": "lots"}))
    far_down = xlsx_tables.read(book_of(head | {"A900": "Read a budget"}))
    assert refused(far_right) == (Misfit("big"),)
    assert [row.name for row in grid_of(far_down, LEVELS).rows] == ["Weld", "Read a budget"]


@pytest.mark.parametrize("value", ["=1+1", ArrayFormula("B2:B3", "=1+1")])
def test_a_formula_that_comes_in_is_never_computed(value) -> None:
    table = xlsx_tables.read(book_of({"A1": "Skill", "B1": "A van", "A2": "Weld", "B2": value}))
    assert refused(table) == (Misfit("level", 2, "A van", "=1+1"),)
    assert refused(csv_tables.read(csv_tables.written(table))) == refused(table)


opened, watching = [], []


def watch(event, given) -> None:
    if watching and event in ("open", "os.mkdir", "tempfile.mkstemp"):
        opened.append(given)


@pytest.mark.parametrize("form", FORMS)
def test_no_word_of_a_table_ever_touches_the_disk(form, tmp_path) -> None:
    sys.addaudithook(watch)
    watching.append("on")
    try:
        assert form.read(form.written(table_of(MARTAS)))
        assert opened == []
        (tmp_path / "control").write_text("a file", "utf-8")
        assert opened
    finally:
        watching.clear()
        opened.clear()
