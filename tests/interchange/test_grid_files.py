"""What goes out comes in again, letter by letter, and no cell ever starts a formula."""

import csv
import io

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from tests.interchange.tables import LEVELS, archive, grids, hostile
from yonder.interchange import csv_tables, xlsx_tables
from yonder.interchange.grids import MOST_ROWS, Grid, GridRow, Misfit, Unfit, grid_of, table_of

FORMS = [csv_tables, xlsx_tables]


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None)
@given(grid=grids())
def test_what_goes_out_comes_in_again(form, grid: Grid) -> None:
    assert grid_of(form.read(form.written(table_of(grid))), LEVELS) == grid


@settings(deadline=None)
@given(grid=grids())
def test_no_cell_of_a_csv_starts_a_formula(grid: Grid) -> None:
    text = csv_tables.written(table_of(grid)).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@settings(deadline=None, max_examples=40)
@given(grid=grids())
def test_no_cell_of_an_excel_file_is_a_formula(grid: Grid) -> None:
    sheet = load_workbook(io.BytesIO(xlsx_tables.written(table_of(grid)))).worksheets[0]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_tables_of_every_spreadsheet_are_understood(coding: str, between: str) -> None:
    lines = [["Skill", "Größer träumen", "Level"], ["Read a budget", "It matters", "3"]]
    file = "\r\n".join(between.join(line) for line in lines).encode(coding)
    found = grid_of(csv_tables.read(file), LEVELS)
    assert found == Grid(("Größer träumen",), (GridRow("Read a budget", (2,), 3),))


def test_every_cell_that_does_not_fit_is_named_with_its_line() -> None:
    table = [
        ["Skill", "A van", "Own"],
        ["Read a budget", "4", "with help"],
        ["", "1", ""],
        ["read a BUDGET", "lots", "", "what is this"],
    ]
    with pytest.raises(Unfit) as refused:
        grid_of(table, LEVELS)
    assert refused.value.misfits == (
        Misfit("level", 2, "A van", "4"),
        Misfit("no-name", 3),
        Misfit("twice", 4, words="read a BUDGET"),
        Misfit("level", 4, "A van", "lots"),
        Misfit("no-heading", 4, words="what is this"),
    )


def test_a_formula_that_comes_in_is_never_computed() -> None:
    table = [["Skill", "A van"], ["Read a budget", "=1+1"]]
    with pytest.raises(Unfit) as refused:
        grid_of(csv_tables.read(csv_tables.written(table)), LEVELS)
    assert refused.value.misfits == (Misfit("level", 2, "A van", "=1+1"),)


@pytest.mark.parametrize(
    ("form", "file", "what"),
    [
        (csv_tables, b"x" * 1_000_001, "big"),
        (csv_tables, b"Skill\0,A\r\n", "kind"),
        (csv_tables, b'Skill,"A\r\nnever closed', "kind"),
        (xlsx_tables, b"PK\x03\x04 and nothing more", "kind"),
        (xlsx_tables, archive(**{"xl/workbook.xml": b" " * 11_000_000}), "big"),
        (xlsx_tables, archive(**{"xl/vbaProject.bin": b"macro"}), "macros"),
        (xlsx_tables, archive(**{f"part{n}": b"" for n in range(101)}), "big"),
    ],
)
def test_a_file_that_is_a_trap_is_refused_in_one_word(form, file: bytes, what: str) -> None:
    with pytest.raises(Unfit) as refused:
        form.read(file)
    assert [one.what for one in refused.value.misfits] == [what]


def test_more_skills_than_anybody_can_carry_are_refused() -> None:
    table = [["Skill"], *([f"skill {n}"] for n in range(MOST_ROWS + 1))]
    with pytest.raises(Unfit) as refused:
        grid_of(table, LEVELS)
    assert refused.value.misfits == (Misfit("rows"),)


@pytest.mark.parametrize("form", FORMS)
def test_a_hundred_damaged_files_break_nothing(form) -> None:
    """Each is read or refused, and nothing else happens; most are refused."""
    refused = 0
    for file in hostile(100):
        try:
            grid_of(form.read(file), LEVELS)
        except Unfit:
            refused += 1
    assert refused > 50
