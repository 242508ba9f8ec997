"""No cell that goes out ever starts a formula, whatever somebody called a skill."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.interchange.tables import grids
from yonder.interchange import csv_tables, xlsx_tables
from yonder.interchange.formulas import STARTS, guarded, plain
from yonder.interchange.grids import Grid, table_of

SIGNS = ["=", "+", "-", "@", "\t", "\r", "\n"]
MARKS = (",", ";", "\t")


def cells_of(file: bytes, between: str) -> list[str]:
    """As a spreadsheet cuts them that expects this mark between two cells."""
    text = file.decode("utf-8-sig")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=between)
    return [cell for row in rows for cell in row]


def computed(cells: list[str]) -> list[str]:
    return [cell for cell in cells if cell.startswith(tuple(STARTS))]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", "'", "weld;", "weld\t"])
def test_neither_file_computes_what_begins_with(before, sign) -> None:
    table = [["Skill", f"{before}{sign}1"], [f"{before}{sign}1", "1"]]
    file = csv_tables.written(table)
    assert [computed(cells_of(file, between)) for between in MARKS] == [[], [], []]
    sheet = load_workbook(io.BytesIO(xlsx_tables.written(table))).worksheets[0]
    assert [cell.data_type for cell in (sheet["B1"], sheet["A2"])] == ["s", "s"]


def test_control_without_the_apostrophe_such_a_cell_would_be_computed() -> None:
    assert computed(cells_of(b'"Skill","weld;=1+1"', ";")) == ['=1+1"']


@settings(deadline=None)
@given(grid=grids())
def test_no_cell_of_a_csv_starts_a_formula_wherever_it_is_opened(grid: Grid) -> None:
    file = csv_tables.written(table_of(grid))
    assert [computed(cells_of(file, between)) for between in MARKS] == [[], [], []]


@settings(deadline=None, max_examples=40)
@given(grid=grids())
def test_no_cell_of_an_excel_file_is_a_formula_nor_becomes_one_when_touched(grid: Grid) -> None:
    sheet = load_workbook(io.BytesIO(xlsx_tables.written(table_of(grid)))).worksheets[0]
    texts = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert [cell.value for cell in texts if cell.data_type != "s"] == []
    assert [cell.value for cell in texts if cell.value[0] in STARTS and not cell.quotePrefix] == []


@given(st.text(st.sampled_from("'=+-@;,\t\r\n＝a ")))
def test_a_guarded_cell_is_read_as_it_was_typed(cell: str) -> None:
    assert plain(guarded(cell)) == cell
    assert guarded(cell)[:1] not in set(STARTS)
